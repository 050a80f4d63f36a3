/** A workspace folder as a part of the corpus. */
import type { Connection } from 'vscode-languageserver';
import type { Membership } from '../../corpus/membership';
import { fileIn, pathIn } from '../../corpus/uris';
import type { ClientAbilities } from '../clientAbilities';
import { type AboveOf, type ListFiles, listThroughClient, type Walk } from '../files';
import { type CorpusSettings, readCorpusSettings } from './settings';

/** What a folder is listed with. */
export interface Listing {
  readonly connection: Connection;
  /** The disk, where there is one. */
  readonly listFiles: ListFiles | undefined;
  readonly aboveOf: AboveOf | undefined;
  readonly client: () => ClientAbilities;
  /** Tells the user of what is not listed. */
  readonly warn: (warning: string) => void;
}

export class CorpusFolder {
  /** What was left out when it was listed last, by URI: folders, and links to listed files. Why, in a sentence. */
  readonly unlisted = new Map<string, string>();

  private constructor(
    private readonly listing: Listing,
    readonly uri: string,
    private readonly settings: CorpusSettings,
    private readonly membership: Membership,
  ) {}

  static async open(listing: Listing, uri: string): Promise<CorpusFolder> {
    // Loaded with the first folder: it takes as long as all the rest.
    const { Membership } = await import('../../corpus/membership');
    const settings = await readCorpusSettings(listing.connection, uri, listing.client().hasConfiguration);
    const membership = new Membership(settings.include, settings.exclude);
    const above = await listing.aboveOf?.(uri);
    if (above) membership.addAbove(above.repository, above.texts);
    return new CorpusFolder(listing, uri, settings, membership);
  }

  /** Whether its files belong to the corpus when they are not open. */
  get isChecked(): boolean {
    return this.settings.checksFolder;
  }

  /** A file's path in the folder; undefined when it is not in it. */
  pathOf(uri: string): string | undefined {
    return pathIn(this.uri, uri);
  }

  /** Whether a file belongs to the corpus, as far as its path and what has been listed tell. */
  has(uri: string): boolean {
    const path = this.settings.checksFolder ? this.pathOf(uri) : undefined;
    return path !== undefined && this.membership.has(path);
  }

  /** The URIs of all files that may belong, checked or not, in portions; of those below a path when one is given. */
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
        this.listing.warn(`The folder ${name} cannot be listed, so no article in it is checked. ${reason}`);
      },
      isOtherName: (link: string, first: string) => {
        const reason = `This is another name of ${prefix + first}. The file is read once.`;
        this.unlisted.set(fileIn(this.uri, prefix + link), reason);
        this.listing.connection.console.info(`${prefix + link}: ${reason}`);
      },
    };
    const folder = below === '' ? this.uri : fileIn(this.uri, below);
    if (below === '') this.unlisted.clear();
    for await (const paths of this.list(folder, walk)) yield paths.map((path) => fileIn(folder, path));
  }

  private list(folder: string, walk: Walk): AsyncIterable<readonly string[]> {
    const { connection, listFiles, client } = this.listing;
    const { include, exclude } = this.settings;
    return (
      listFiles?.(folder, walk) ??
      (client().readsFiles ? listThroughClient(connection, folder, { include, exclude, walk }) : nothing())
    );
  }
}

async function* nothing(): AsyncGenerator<readonly string[]> {}
