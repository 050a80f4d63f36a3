/** What a file of the corpus holds, in its editor or on disk, and the edits that fix it. */
import { type ParsedDocument, parse } from '../../core/parse/parser';
import type { Edit } from '../../core/repair/edit';
import { articleFindings } from '../../corpus/checkFile';
import { exactText, markApart } from '../../corpus/exactText';
import { fixes } from '../../corpus/fixes';
import { isFieldsView, SETTINGS_FILE, toBase64 } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { NO_FILE, Obstacle } from '../failures';
import type { LiesIn, ReadFile } from '../files';
import type { DocumentSettings, Terms } from '../settings';
import type { Verdicts } from '../verdict/verdicts';

export interface ContentSources {
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly verdicts: Verdicts;
  readonly readFile: ReadFile;
  readonly liesIn: LiesIn | undefined;
  readonly settings: DocumentSettings;
}

/** A file as it is, and what is to be done with it. */
export interface Content {
  /** Undefined for a file that is not open. */
  readonly document: ArticleDocument | undefined;
  readonly bytes: Uint8Array;
  /** A byte order mark, if the file has one. */
  readonly mark: string;
  readonly parsed: ParsedDocument;
  /** Of the document, when this was read. */
  readonly version: number | undefined;
  readonly edits: readonly Edit[];
  readonly terms: Terms;
}

const LINK = 'It is a link that leads out of the workspace.';
const UNKNOWN_SETTINGS = `Its settings are not known, because its ${SETTINGS_FILE} has a fault.`;
const NO_BYTES = new Uint8Array();

/**
 * A file as a person sees it: in its editor when it is open there, else on disk. `open` has the documents by their files.
 * Throws an Obstacle when it cannot be read or must not be changed.
 */
export async function readContent(
  uri: string,
  open: ReadonlyMap<string, string>,
  sources: ContentSources,
): Promise<Content> {
  const { readFile, settings } = sources;
  const terms = await settings.of(uri);
  const shown = open.get(uri);
  if (shown !== undefined) return readDocument(shown, terms, sources);
  const bytes = await readFile(uri);
  if (!bytes) throw new Obstacle(NO_FILE);
  const { mark, content } = markApart(exactText(bytes));
  const parsed = parse(content);
  const edits = fixesIn(parsed, terms);
  if (edits.length > 0 && !(await isInWorkspace(uri, sources))) throw new Obstacle(LINK);
  return { document: undefined, version: undefined, bytes, mark, parsed, terms, edits };
}

/** Nobody has named the file behind a link that was found in a folder. */
async function isInWorkspace(uri: string, { liesIn, settings }: ContentSources): Promise<boolean> {
  if (!liesIn) return true;
  for (const folder of settings.folders) if (await liesIn(uri, folder.uri)) return true;
  return false;
}

async function readDocument(uri: string, terms: Terms, { documents, verdicts }: ContentSources): Promise<Content> {
  if (isFieldsView(uri)) throw new Obstacle('Its fields view has changes that are not saved.');
  const codes = (await verdicts.fileFindings.of(uri)).map(({ code }) => code);
  const document = documents.get(uri);
  if (!document) throw new Obstacle('It is open in an editor, and its language there is not Article.');
  const { parsed, version } = document;
  const edits = fixesIn(parsed, terms);
  if (edits.length > 0 && codes.includes('not-utf-8')) {
    throw new Obstacle('It is not UTF-8, and saving it from its editor would lose bytes.');
  }
  if (edits.length > 0 && codes.includes('mixed-line-endings')) {
    throw new Obstacle('It has line ends of several kinds, and saving it from its editor would make them alike.');
  }
  return { document, version, bytes: NO_BYTES, mark: '', parsed, terms, edits };
}

/** Throws where the settings that count have a fault: what is wanted of the file is then not known. */
function fixesIn(parsed: ParsedDocument, terms: Terms): readonly Edit[] {
  const edits = fixes(parsed, terms);
  if (edits.length > 0 && terms.faultyFile !== undefined) throw new Obstacle(UNKNOWN_SETTINGS);
  return edits;
}

/** Names what a file holds. */
export async function stateOf({ document, version, bytes }: Content): Promise<string> {
  if (document) return `version ${version}`;
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
}

/** How many problems the edits mend. */
export function problemsIn({ parsed, terms }: Content): number {
  return articleFindings(parsed, terms).filter(({ finding }) => finding.fixes?.[0]?.tier === 'safe').length;
}
