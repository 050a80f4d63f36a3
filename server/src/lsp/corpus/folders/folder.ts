/** A workspace folder, and which of its files belong to the corpus. */
import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { Membership } from '../../../corpus/files/membership';
import { fileIn, pathIn } from '../../../corpus/files/uris';
import type { ClientSettings } from '../../clientSettings';
import { type AboveOf, type ListFiles, listThroughClient, type Walk } from '../../files';
import type { ClientAbilities } from '../../start/clientAbilities';
import { type CorpusSettings, readCorpusSettings } from './settings';

/** What is needed to list a folder. */
export interface Listing {
  readonly connection: Connection;
  /** Lists a folder on disk; undefined if the server has no access to a disk. */
  readonly listFiles: ListFiles | undefined;
  readonly aboveOf: AboveOf | undefined;
  readonly client: ClientAbilities;
  readonly clientSettings: ClientSettings;
  /** Shows a warning to the user. */
  readonly warn: (warning: string) => void;
}

/** At most so many files are in a portion: making their URIs takes a few milliseconds. */
const PORTION = 250;

export class CorpusFolder {
  /**
   * What the last listing left out: folders, and links to files that are listed. By URI, with the reason as a sentence.
   */
  readonly unlisted = new Map<string, string>();
  /** Those of them that are links to listed files. */
  readonly links = new Set<string>();

  private constructor(
    private readonly listing: Listing,
    readonly uri: string,
    private readonly settings: CorpusSettings,
    private readonly membership: Membership,
  ) {}

  static async open(listing: Listing, uri: string): Promise<CorpusFolder> {
    // Loaded with the first folder: loading it takes as long as loading the rest of the server.
    const { Membership } = await import('../../../corpus/files/membership');
    const settings = await readCorpusSettings(listing.clientSettings, uri);
    const membership = new Membership(settings.include, settings.exclude);
    const above = await listing.aboveOf?.(uri);
    if (above) membership.addAbove(above.repository, above.texts);
    return new CorpusFolder(listing, uri, settings, membership);
  }

  /** Whether files in it that are not open belong to the corpus. */
  get isChecked(): boolean {
    return this.settings.checksFolder;
  }

  /** A file's path in the folder; undefined if the file is not in it. */
  pathOf(uri: string): string | undefined {
    return pathIn(this.uri, uri);
  }

  /** Whether a file belongs to the corpus, judged by its path and by the ignore files that have been listed. */
  has(uri: string): boolean {
    const path = this.settings.checksFolder ? this.pathOf(uri) : undefined;
    return path !== undefined && this.membership.has(path);
  }

  /**
   * The URIs of all files that may belong to the corpus, checked or not, in portions. With a path, only those below it.
   */
  async *files(below = ''): AsyncGenerator<readonly string[]> {
    const prefix = below && `${below}/`;
    const walk: Walk = {
      addRepository: (folder, repository) =>
        this.membership.addRepository((prefix + folder).replace(/\/$/, ''), repository),
      addIgnoreFile: (folder, content) => this.membership.addIgnoreFile((prefix + folder).replace(/\/$/, ''), content),
      enters: (folder) => this.membership.enters(prefix + folder),
      has: (file) => this.membership.has(prefix + file),
      cannotList: (folder, reason) => {
        const path = (prefix + folder).replace(/\/$/, '');
        const name = path || this.uri;
        this.unlisted.set(path === '' ? this.uri : fileIn(this.uri, path), reason);
        this.listing.warn(
          `${l10n.t('The folder {0} cannot be listed, so no article in it is checked.', name)} ${reason}`,
        );
      },
      isOtherName: (link: string, first: string) => {
        const reason = otherName(prefix + first);
        const uri = fileIn(this.uri, prefix + link);
        this.unlisted.set(uri, reason);
        this.links.add(uri);
        this.listing.connection.console.info(`${prefix + link}: ${reason}`);
      },
    };
    const folder = below === '' ? this.uri : fileIn(this.uri, below);
    if (below === '') {
      this.unlisted.clear();
      this.links.clear();
    }
    for await (const paths of this.list(folder, walk)) {
      for (let from = 0; from < paths.length; from += PORTION) {
        yield paths.slice(from, from + PORTION).map((path) => fileIn(folder, path));
      }
    }
  }

  private list(folder: string, walk: Walk): AsyncIterable<readonly string[]> {
    const { connection, listFiles, client } = this.listing;
    const { include, exclude } = this.settings;
    return (
      listFiles?.(folder, walk) ??
      (client.readsFiles ? listThroughClient(connection, folder, { include, exclude, walk }) : nothing())
    );
  }
}

/** Why a file is left out, as a sentence. */
export function otherName(first: string): string {
  return l10n.t('This is another name of {0}. The file is read once.', first);
}

async function* nothing(): AsyncGenerator<readonly string[]> {}
