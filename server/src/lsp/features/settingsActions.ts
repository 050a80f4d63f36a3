/** Code actions that change settings: as commands of the project's own client, or as edits of `.articlerc.json` for any other. */
import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type OptionalVersionedTextDocumentIdentifier,
  type TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { FILE_RULES } from '../../core/fileFindings';
import type { Article } from '../../core/parse/article';
import { wholeText } from '../../core/parse/parser';
import type { Finding } from '../../core/rules';
import { CORPUS_RULES } from '../../corpus/rules';
import { addingField, NO_SETTINGS, type SettingsEdits, switchingOff } from '../../corpus/settings/edits';
import { rangesInText } from '../../corpus/text/lines';
import { CLIENT_COMMAND, fileOf, SETTINGS_FILE, type SettingsTarget, SOURCE } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import type { ReadFile } from '../files';
import type { DocumentSettings, DocumentTerms } from '../settings';
import type { ClientAbilities } from '../start/clientAbilities';

/** Makes the actions for one setting. */
export interface SettingsChange {
  /** Actions that switch a rule off. */
  switchOff(code: string): Iterable<Action>;
  /** Actions that make the letters of a marker a known field. */
  addField(letters: string): Iterable<Action>;
}

type Action = Pick<CodeAction, 'title' | 'command' | 'edit'>;

/** The actions that change settings so that a finding does not come again. */
export function* settingsActions(
  change: SettingsChange,
  { code, span }: Finding,
  article: Article,
  diagnostic: Diagnostic,
): Generator<CodeAction> {
  const letters = article.markers.find(({ start }) => start === span.start)?.letters;
  const actions = [...(code === 'unknown-field' && letters ? change.addField(letters) : []), ...change.switchOff(code)];
  yield* quickFixes(actions, diagnostic);
}

const BEYOND_ARTICLES: ReadonlySet<unknown> = new Set([...FILE_RULES, ...CORPUS_RULES].map(({ code }) => code));

/**
 * The actions that switch off the rules of a file's bytes and across files, once for each rule. `diagnostics` are those that
 * the client has at the cursor: the document alone does not show these problems.
 */
export function* switchingOffBeyondArticles(
  change: SettingsChange,
  diagnostics: readonly Diagnostic[],
): Generator<CodeAction> {
  const offered = new Set<unknown>();
  for (const diagnostic of diagnostics) {
    const { source, code } = diagnostic;
    if (source !== SOURCE || !BEYOND_ARTICLES.has(code) || offered.has(code)) continue;
    offered.add(code);
    yield* quickFixes(change.switchOff(String(code)), diagnostic);
  }
}

function* quickFixes(actions: Iterable<Action>, diagnostic: Diagnostic): Generator<CodeAction> {
  for (const action of actions) yield { ...action, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
}

/** The settings in force for a document, as far as a change needs them. */
type Settings = Pick<DocumentTerms, 'settingsFile' | 'faultyFile' | 'context'>;

/** What changes by edits depend on. */
export interface EditSources {
  readonly settings: DocumentSettings;
  readonly readFile: ReadFile;
  readonly documents: TextDocuments<ArticleDocument>;
  readonly client: ClientAbilities;
}

/** Changes by commands, which only the project's own client knows. */
export function changeByCommand(uri: string, { settingsFile, faultyFile }: Settings): SettingsChange {
  const targets: readonly SettingsTarget[] = faultyFile ? ['settings'] : ['settings', 'file'];
  const actions = (command: string, name: string, title: (name: string, target: SettingsTarget) => string) =>
    targets.map((target): Action => {
      const text = title(name, target);
      const given = [fileOf(uri), target, name, ...(settingsFile ? [settingsFile] : [])];
      return { title: text, command: { title: text, command, arguments: given } };
    });
  return {
    switchOff: (code) => actions(CLIENT_COMMAND.switchOff, code, switchOffIn),
    addField: (letters) => actions(CLIENT_COMMAND.addField, letters, addFieldIn),
  };
}

/**
 * Changes by edits of the settings file in force, or of a new one; if the file is open in the client, as it is there. None if it has an
 * error, or if it would be new and the client cannot create files.
 */
export async function changeByEdit(
  uri: string,
  { settingsFile, faultyFile, context }: Settings,
  { settings, readFile, documents, client }: EditSources,
): Promise<SettingsChange | undefined> {
  const file = settingsFile ?? settings.newFileFor(uri);
  if (faultyFile || file === undefined) return undefined;
  const open = documents.all().find((document) => document.file === file);
  const target = { uri: open?.uri ?? file, version: open?.version ?? null };
  const present = open ? wholeText(open.parsed) : await textOnDisk(readFile, file);
  if (present === undefined && !client.createsFiles) return undefined;
  const text = present ?? NO_SETTINGS;
  const action = (title: string, edits: SettingsEdits): Action[] => {
    if (!edits?.length) return [];
    if (present === undefined) return [{ title, edit: ofNewFile(file, text, edits) }];
    return [{ title, edit: ofFile(target, text, edits, client) }];
  };
  return {
    switchOff: (code) => action(switchOffIn(code, 'file'), switchingOff(text, code)),
    addField: (letters) => action(addFieldIn(letters, 'file'), addingField(text, letters, context.additionalFields)),
  };
}

function switchOffIn(code: string, target: SettingsTarget): string {
  return target === 'file'
    ? l10n.t('Switch {0} off in {1}', code, SETTINGS_FILE)
    : l10n.t('Switch {0} off in the settings', code);
}

function addFieldIn(letters: string, target: SettingsTarget): string {
  return target === 'file'
    ? l10n.t('Make {0} a known field in {1}', letters, SETTINGS_FILE)
    : l10n.t('Make {0} a known field in the settings', letters);
}

async function textOnDisk(readFile: ReadFile, file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && new TextDecoder().decode(bytes);
}

function ofFile(
  file: OptionalVersionedTextDocumentIdentifier,
  text: string,
  edits: SettingsEdits & object,
  { versioned, countsInUtf32 }: ClientAbilities,
): WorkspaceEdit {
  const rangeOf = rangesInText(text, countsInUtf32);
  const textEdits = edits.map(({ offset, length, content }) => ({
    range: rangeOf({ start: offset, end: offset + length }),
    newText: content,
  }));
  return versioned
    ? { documentChanges: [{ textDocument: file, edits: textEdits }] }
    : { changes: { [file.uri]: textEdits } };
}

function ofNewFile(uri: string, text: string, edits: SettingsEdits & object): WorkspaceEdit {
  const newText = edits.reduceRight(
    (now, { offset, length, content }) => now.slice(0, offset) + content + now.slice(offset + length),
    text,
  );
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}
