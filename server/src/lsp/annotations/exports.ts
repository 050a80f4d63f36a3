/** Finds the folders that `export --for corenlp` and `--for text` have made, and in their tables the documents of a file. */
import type { Connection, WorkspaceFolder } from 'vscode-languageserver';
import { type DocumentRow, rowsOfFile, TABLES } from '../../corpus/corenlp/documentTable';
import { canonical, fileIn } from '../../corpus/files/uris';
import { LIST_FILES, type ListFilesParams } from '../../protocol';
import type { ListFiles, ReadFile, Walk } from '../files';
import type { ClientAbilities } from '../start/clientAbilities';

/** A document that an export has made of an article of a file. */
export interface ExportedDocument extends DocumentRow {
  readonly kind: keyof typeof TABLES;
  /** URI of the result that CoreNLP writes for it. */
  readonly result: string;
  /** Whether it is certainly of this very file, and not of another one with the same name. */
  readonly isCertain: boolean;
}

export interface TableSources {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly readFile: ReadFile;
  readonly listFiles: ListFiles | undefined;
  readonly folders: () => readonly WorkspaceFolder[];
}

/** Folders in which there is no table: those for documents and results may have 100,000 files. */
const SKIPPED = /(?:^|\/)(?:\.git|node_modules|documents|texts|results)$/;

const KINDS = Object.keys(TABLES) as readonly (keyof typeof TABLES)[];

export class Exports {
  /** By the URI of the workspace folder. */
  private readonly tables = new Map<string, Promise<readonly string[]>>();
  /** By the URI of the file. */
  private readonly documents = new Map<string, Promise<readonly ExportedDocument[]>>();

  constructor(private readonly sources: TableSources) {}

  /** A file has come, changed or gone that may be a table, or a folder. */
  forget(): void {
    this.tables.clear();
    this.documents.clear();
  }

  /** A file was opened. Nobody reports changes of tables outside the workspace, so they are read again. */
  opened(file: string): void {
    this.documents.delete(file);
  }

  /** The documents of a file's articles. */
  documentsOf(file: string): Promise<readonly ExportedDocument[]> {
    let documents = this.documents.get(file);
    if (!documents) {
      documents = this.find(file);
      this.documents.set(file, documents);
    }
    return documents;
  }

  private async find(file: string): Promise<readonly ExportedDocument[]> {
    const around = this.sources.folders().filter(({ uri }) => file.startsWith(`${canonical(uri)}/`));
    const roots = around.length > 0 ? around.map(({ uri }) => canonical(uri)) : [parentOf(file)];
    const listed = await Promise.all(around.map(({ uri }) => this.listed(canonical(uri))));
    const tables = new Set([...roots.flatMap(besides), ...listed.flat()]);
    const found = await Promise.all([...tables].map((table) => this.documentsIn(table, file, roots)));
    return found.flat();
  }

  private async documentsIn(table: string, file: string, roots: readonly string[]): Promise<ExportedDocument[]> {
    const bytes = await this.sources.readFile(table).catch(() => undefined);
    const kind = KINDS.find((each) => table.endsWith(`/${TABLES[each]}`));
    if (!bytes || !kind) return [];
    const folder = parentOf(table);
    const bases = [...roots, ...ancestorsOf(folder)];
    const rows = rowsOfFile(new TextDecoder().decode(bytes), decodeURIComponent(file.slice(file.lastIndexOf('/') + 1)));
    return rows.map((row) => ({
      ...{ ...row, kind },
      result: fileIn(folder, `results/${row.document}.json`),
      isCertain: bases.some((base) => pathFrom(base, row.file) === file),
    }));
  }

  /** The tables in a workspace folder. */
  private listed(folder: string): Promise<readonly string[]> {
    let tables = this.tables.get(folder);
    if (!tables) {
      tables = this.list(folder);
      this.tables.set(folder, tables);
    }
    return tables;
  }

  private async list(folder: string): Promise<readonly string[]> {
    const { connection, client, listFiles } = this.sources;
    const walk: Walk = {
      addRepository: () => {},
      addIgnoreFile: () => {}, // What a study has made is often ignored.
      enters: (path) => !SKIPPED.test(path),
      has: isTable,
      cannotList: () => {},
      isOtherName: () => {},
    };
    const paths = listFiles?.(folder, walk);
    if (paths) {
      const found: string[] = [];
      for await (const portion of paths) found.push(...portion.map((path) => fileIn(folder, path)));
      return found;
    }
    if (!client.readsFiles) return [];
    const params: ListFilesParams = {
      folder,
      include: Object.values(TABLES).map((name) => `**/${name}`),
      exclude: ['**/node_modules'],
    };
    const uris = await connection.sendRequest<readonly string[] | null>(LIST_FILES, params).catch(() => null);
    return (uris ?? []).filter(isTable).map(canonical);
  }
}

/** Whether a path or a URI has the name of a table. */
export function isTable(path: string): boolean {
  return Object.values(TABLES).some((name) => path === name || path.endsWith(`/${name}`));
}

/** The tables of exports beside a folder, under the names that the documentation and the editor propose. */
function besides(folder: string): readonly string[] {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return KINDS.flatMap((kind) =>
    [`for-${kind}`, `${name}-for-${kind}`].map((made) => `${parentOf(folder)}/${made}/${TABLES[kind]}`),
  );
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** The folders that a folder is in, the innermost first. */
function ancestorsOf(folder: string): readonly string[] {
  const parent = parentOf(folder);
  return parent.endsWith('/') || !parent.includes('://') ? [] : [parent, ...ancestorsOf(parent)];
}

/** The URI of a path, as a command in a folder names it. */
function pathFrom(base: string, path: string): string {
  if (path.startsWith('../')) return pathFrom(parentOf(base), path.slice(3));
  if (path.startsWith('./')) return pathFrom(base, path.slice(2));
  return fileIn(path.startsWith('/') ? 'file:///' : base, path.replace(/^\//, ''));
}
