/** Reads a file of the corpus, from its editor or from disk, and finds the edits that fix it. */
import * as l10n from '@vscode/l10n';
import { type ParsedDocument, parse } from '../../../core/parse/parser';
import type { Edit } from '../../../core/repair/edit';
import { datesInForm } from '../../../corpus/fixes/dates';
import { type Fixes, fixes } from '../../../corpus/fixes/fixes';
import { readerOf } from '../../../corpus/mapping/dateForm';
import { exactText, markApart } from '../../../corpus/text/exactText';
import { articleFindings } from '../../../corpus/verdict/checkFile';
import { isFieldsView, SETTINGS_FILE, toBase64, type WantedFixes } from '../../../protocol';
import type { ArticleDocument } from '../../documents/document';
import { noFile, Obstacle } from '../../failures';
import type { LiesIn, ReadFile } from '../../files';
import type { DocumentSettings, DocumentTerms } from '../../settings';
import type { Verdicts } from '../../verdict/verdicts';

export interface ContentSources {
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly verdicts: Verdicts;
  readonly readFile: ReadFile;
  readonly liesIn: LiesIn | undefined;
  readonly settings: DocumentSettings;
}

/** The content of a file, and the edits that fix it. */
export interface Content {
  /** Undefined for a file that is not open. */
  readonly document: ArticleDocument | undefined;
  readonly bytes: Uint8Array;
  /** A byte order mark, if the file has one. */
  readonly mark: string;
  readonly parsed: ParsedDocument;
  /** The document's version when this was read. */
  readonly version: number | undefined;
  readonly edits: readonly Edit[];
  readonly unfixed: Fixes['unfixed'];
  readonly terms: DocumentTerms;
}

const NO_BYTES = new Uint8Array();

/** Finds the fixes of a file that are wanted. */
export type FindFixes = (parsed: ParsedDocument, terms: DocumentTerms) => Fixes;

/** Throws a MappingError, with a sentence, if the form is none. */
export function fixesWanted({ dateForm }: WantedFixes): FindFixes {
  if (dateForm === undefined) return fixes;
  const readDate = readerOf(dateForm);
  return (parsed, { context }) => datesInForm(parsed, context, readDate);
}

/**
 * Reads a file as the user sees it: from its editor if it is open there, otherwise from disk. `open` maps each file to its
 * document. Throws an Obstacle if the file cannot be read or must not be changed.
 */
export async function readContent(
  uri: string,
  open: ReadonlyMap<string, string>,
  find: FindFixes,
  sources: ContentSources,
): Promise<Content> {
  const terms = await sources.settings.of(uri);
  const shown = open.get(uri);
  if (shown !== undefined && isFieldsView(shown))
    throw new Obstacle(l10n.t('Its fields view has unsaved changes. Save it first.'));
  const document = shown === undefined ? undefined : sources.documents.get(shown);
  if (document) return readDocument(document, terms, find, sources);
  const content = await readFileContent(uri, terms, find, sources);
  if (shown === undefined || content.edits.length === 0) return content;
  throw new Obstacle(
    l10n.t(
      'It is open in an editor, and its language there is not {0}. Close it there, or change its language to {0}.',
      'Article',
    ),
  );
}

async function readFileContent(
  uri: string,
  terms: DocumentTerms,
  find: FindFixes,
  sources: ContentSources,
): Promise<Content> {
  const bytes = await sources.readFile(uri);
  if (!bytes) throw new Obstacle(noFile());
  const { mark, content } = markApart(exactText(bytes));
  const parsed = parse(content);
  const { edits, unfixed } = fixesIn(parsed, terms, find);
  if (edits.length > 0 && !(await isInWorkspace(uri, sources)))
    throw new Obstacle(l10n.t('It is a link to a file outside the workspace. Open that file to fix it.'));
  return { document: undefined, version: undefined, bytes, mark, parsed, terms, edits, unfixed };
}

/**
 * Whether a file is in the workspace, links followed. A link found in a folder may lead to a file that nobody meant to
 * change.
 */
async function isInWorkspace(uri: string, { liesIn, settings }: ContentSources): Promise<boolean> {
  if (!liesIn) return true;
  for (const folder of settings.folders) if (await liesIn(uri, folder.uri)) return true;
  return false;
}

async function readDocument(
  document: ArticleDocument,
  terms: DocumentTerms,
  find: FindFixes,
  { verdicts }: ContentSources,
): Promise<Content> {
  const codes = (await verdicts.fileFindings.of(document.uri)).map(({ code }) => code);
  const { parsed, version } = document;
  const { edits, unfixed } = fixesIn(parsed, terms, find);
  if (edits.length > 0 && codes.includes('not-utf-8')) {
    throw new Obstacle(
      l10n.t(
        'It is not UTF-8, and saving it from its editor would lose bytes. Reopen it with its own encoding, and save it as UTF-8.',
      ),
    );
  }
  if (edits.length > 0 && codes.includes('mixed-line-endings')) {
    throw new Obstacle(
      l10n.t(
        'It has line endings of several kinds, and saving it from its editor would make them all the same. Close it there first.',
      ),
    );
  }
  return { document, version, bytes: NO_BYTES, mark: '', parsed, terms, edits, unfixed };
}

/**
 * The fixes of a file. Throws if there are any and its settings file has an error: which fixes are wanted is then
 * unknown.
 */
function fixesIn(parsed: ParsedDocument, terms: DocumentTerms, find: FindFixes): Fixes {
  const found = find(parsed, terms);
  if (found.edits.length > 0 && terms.faultyFile !== undefined) {
    const sentence = l10n.t(
      'Its settings are unknown, because its {0} has an error. Correct that file first.',
      SETTINGS_FILE,
    );
    throw new Obstacle(sentence);
  }
  return found;
}

/** Identifies the content of a file: by the document's version, or by the SHA-256 of the bytes, in base 64. */
export async function stateOf({ document, version, bytes }: Content): Promise<string> {
  if (document) return `version ${version}`;
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
}

/** How many problems the edits fix. */
export function problemsIn({ parsed, terms, edits }: Content, { dateForm }: WantedFixes): number {
  if (dateForm !== undefined) return edits.length;
  return articleFindings(parsed, terms).filter(({ finding }) => finding.fixes?.[0]?.tier === 'safe').length;
}
