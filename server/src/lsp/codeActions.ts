/** Quick fixes, and all safe fixes at once. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Article } from '../core/article';
import { fixAll } from '../core/fixAll';
import { isFaithful } from '../core/repair';
import type { Edit, Finding, Fix } from '../core/rules';
import { CLIENT_COMMAND, fileOf, type SettingsTarget } from '../protocol';
import { toDiagnostic } from './convert';
import type { ArticleDocument } from './document';
import type { Terms } from './settings';

/** Applies every safe fix, on save for people who want that. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.article`;

export interface ActionSources {
  readonly document: ArticleDocument;
  readonly terms: Terms;
  readonly findings: (article: Article) => readonly Finding[];
  /** The client edits only the version of the document that the edit names. */
  readonly versioned: boolean;
  /** The client can change settings. */
  readonly knowsCommands: boolean;
}

export function codeActions(sources: ActionSources, { range, context }: CodeActionParams): CodeAction[] {
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const [finding, article, base] of findingsIn(sources, range)) {
      actions.push(...quickFixes(sources, finding, article, base));
    }
    actions.push(...fixAllOfRules(sources, range));
  }
  if (context.only && wants(FIX_ALL)) {
    const edits = allSafe(sources);
    if (edits.length > 0) {
      actions.push({ title: 'Fix all safe problems', kind: FIX_ALL, edit: workspaceEdit(sources, edits) });
    }
  }
  return actions;
}

/** The findings that touch a range, each with its article and where that begins. */
function* findingsIn(
  { document, findings }: ActionSources,
  range: CodeActionParams['range'],
): Generator<[Finding, Article, number]> {
  const { start, end } = document.spanOf(range);
  for (const [article, base] of document.articles()) {
    if (base > end || base + article.text.length < start) continue;
    for (const finding of findings(article)) {
      if (base + finding.span.start <= end && base + finding.span.end >= start) yield [finding, article, base];
    }
  }
}

function* quickFixes(sources: ActionSources, finding: Finding, article: Article, base: number): Generator<CodeAction> {
  const diagnostic = toDiagnostic(sources.document, finding, base, false);
  let first = true;
  for (const fix of finding.fixes ?? []) {
    if (!isFaithful(article, fix)) continue;
    yield {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: first && fix.tier === 'safe',
      edit: workspaceEdit(sources, placed(sources.document, fix.edits, base)),
    };
    first = false;
  }
  if (sources.knowsCommands) yield* settingsActions(sources, finding, article, diagnostic);
}

/** Changes of settings, which only the client can make. */
function* settingsActions(
  { document }: ActionSources,
  { code, span }: Finding,
  article: Article,
  diagnostic: Diagnostic,
): Generator<CodeAction> {
  const action = (title: string, command: string, target: SettingsTarget, name: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command, arguments: [fileOf(document.uri), target, name] },
  });
  const letters = article.markers.find(({ start }) => start === span.start)?.letters;
  if (code === 'unknown-field' && letters) {
    yield action(`Make ${letters} a known field in the settings`, CLIENT_COMMAND.addField, 'settings', letters);
    yield action(`Make ${letters} a known field in .articlerc.json`, CLIENT_COMMAND.addField, 'file', letters);
  }
  yield action(`Switch ${code} off in the settings`, CLIENT_COMMAND.switchOff, 'settings', code);
  yield action(`Switch ${code} off in .articlerc.json`, CLIENT_COMMAND.switchOff, 'file', code);
}

/** One action for each rule in the range whose safe fixes mend more than this place. */
function* fixAllOfRules(sources: ActionSources, range: CodeActionParams['range']): Generator<CodeAction> {
  const codes = new Set<string>();
  for (const [finding] of findingsIn(sources, range)) {
    if (finding.fixes?.[0]?.tier === 'safe') codes.add(finding.code);
  }
  for (const code of codes) {
    const edits = allSafe(sources, code);
    if (edits.length < 2) continue;
    yield {
      title: `Fix all ${code} in this file`,
      kind: CodeActionKind.QuickFix,
      edit: workspaceEdit(sources, edits),
    };
  }
}

function allSafe({ document, terms }: ActionSources, code?: string): TextEdit[] {
  const wanted = code === undefined ? undefined : (finding: Finding) => finding.code === code;
  return placed(document, fixAll(document.parsed, terms.context, terms.severities, wanted), 0);
}

function placed(document: ArticleDocument, edits: Fix['edits'] | readonly Edit[], base: number): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: document.rangeOf(span, base), newText: text }));
}

function workspaceEdit({ document, versioned }: ActionSources, edits: TextEdit[]): WorkspaceEdit {
  const { uri, version } = document;
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
