/** Code actions: quick fixes, and one action that applies all safe fixes at once. */
import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Article } from '../../core/parse/article';
import { articleIndex } from '../../core/parse/parser';
import type { Edit, Fix } from '../../core/repair/edit';
import { isFaithful } from '../../core/repair/faithful';
import type { Finding } from '../../core/rules';
import { invalidDate } from '../../core/rules/invalid-date';
import { textOf } from '../../core/span';
import type { Steps } from '../../core/steps';
import { fixing } from '../../core/writing/fixAll';
import { withoutChanges } from '../../corpus/fixes/fixes';
import { formsOf } from '../../corpus/mapping/dateForm';
import { isOfBytes } from '../../corpus/text/undecoded';
import { FIX_DATES } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { hasChanged } from '../documents/withDocument';
import { type DocumentTerms, stateOf } from '../settings';
import { FIX_ALL } from '../start/capabilities';
import { toDiagnostic } from '../verdict/diagnostics';
import type { DocumentFindings } from '../verdict/verdicts';
import { type SettingsChange, settingsActions, switchingOffBeyondArticles } from './settingsActions';

/** A menu offers the fixes of at most so many problems; nobody reads more. */
const MOST_FINDINGS = 100;

/**
 * In an article with more characters, a fix is checked only when it is chosen, because checking it parses the article
 * again.
 */
const LONG = 100_000;

export interface ActionSources {
  readonly document: ArticleDocument;
  readonly findings: DocumentFindings;
  /** The client supports edits that apply only to a given version of the document. */
  readonly versioned: boolean;
  /** The client can ask for an action's edit later, when the action is chosen. */
  readonly resolvesEdits: boolean;
  /** The client may apply all actions that it gets for a problem. */
  readonly mayApplyAll: boolean;
  /** The client has a command that fixes all safe problems. */
  readonly knowsCommands: boolean;
  /** How settings can be changed, if they can. */
  readonly change?: SettingsChange | undefined;
  /** Its file is in a workspace folder. */
  readonly isInWorkspace: boolean;
}

/** The data of an action without an edit. The client sends it back when the action is chosen. */
export interface Chosen {
  readonly uri: string;
  /** As in `stateOf`. */
  readonly state: string;
  /** The indexes of the fix in the document's findings; undefined for an action that applies all safe fixes. */
  readonly place?: { readonly article: number; readonly finding: number; readonly fix: number };
  /** The rule, for an action that fixes all problems of one rule. */
  readonly code?: string;
}

/**
 * The actions for a range. Edits that take long to compute are left out if the client can ask for them later (see
 * `resolved`).
 */
export function* codeActions(sources: ActionSources, { range, context }: CodeActionParams): Steps<CodeAction[]> {
  const wants = (kind: string) => !context.only || context.only.some((only) => isOfKind(kind, only));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const codes = new Set<string>();
    let count = 0;
    for (const place of findingsIn(sources, range)) {
      if (place.finding.fixes?.[0]?.tier === 'safe') codes.add(place.finding.code);
      if (++count > MOST_FINDINGS) continue;
      yield;
      for (const action of quickFixes(sources, place)) actions.push(action);
    }
    for (const code of codes) actions.push(...(yield* fixAllOf(sources, code)));
    if (sources.change) actions.push(...switchingOffBeyondArticles(sources.change, context.diagnostics));
  }
  // Without a command for it, this menu is the only place where people find it.
  if ((context.only || !sources.knowsCommands) && wants(FIX_ALL)) actions.push(...(yield* fixAllOf(sources)));
  return sources.mayApplyAll && context.diagnostics.length > 0 ? theOneFor(context.diagnostics, actions) : actions;
}

/** The safe fix of the first of some diagnostics that has one; no action if none has. */
function theOneFor(diagnostics: readonly Diagnostic[], actions: readonly CodeAction[]): CodeAction[] {
  const keyOf = ({ code, range: { start, end } }: Diagnostic) =>
    [code, start.line, start.character, end.line, end.character].join();
  const named = new Set(diagnostics.map(keyOf));
  const one = actions.find(
    ({ isPreferred, diagnostics: of = [] }) => isPreferred && of.some((each) => named.has(keyOf(each))),
  );
  return one ? [one] : [];
}

/** Kinds form a hierarchy: `source.fixAll` includes `source.fixAll.article`, and the empty kind includes all. */
function isOfKind(kind: string, wanted: string): boolean {
  return wanted === CodeActionKind.Empty || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** An action that was chosen, with its edit. Throws if the document or its settings have changed since the action was offered. */
export function* resolved(
  sources: ActionSources,
  action: CodeAction,
  { state, place, code }: Chosen,
): Steps<CodeAction> {
  const { document, findings } = sources;
  if (state !== stateOf(document, findings.terms)) throw hasChanged();
  if (!place) {
    const edits = yield* allSafe(document, findings.terms, code);
    if (edits.length === 0) throw notFaithful();
    return { ...action, edit: workspaceEdit(sources, edits) };
  }
  const article = document.parsed.articles[place.article] as Article;
  const fix = findings.of(article)[place.finding]?.fixes?.[place.fix] as Fix;
  if (!isFaithful(article, fix)) throw notFaithful();
  return {
    ...action,
    edit: workspaceEdit(sources, placed(document, fix.edits, document.parsed.starts[place.article] as number)),
  };
}

function notFaithful(): Error {
  return new ResponseError(
    LSPErrorCodes.RequestFailed,
    l10n.t('This fix would also change other values, so it was not applied.'),
  );
}

/** A finding with its article, and where both are in the document. */
interface PlacedFinding {
  readonly finding: Finding;
  readonly article: Article;
  readonly base: number;
  readonly index: Pick<Required<Chosen>['place'], 'article' | 'finding'>;
}

/** The findings that touch a range. */
function* findingsIn(
  { document, findings }: ActionSources,
  range: CodeActionParams['range'],
): Generator<PlacedFinding> {
  const { start, end } = document.spanOf(range);
  const { articles, starts } = document.parsed;
  // The article before may end exactly where the range begins.
  for (let number = Math.max(0, articleIndex(document.parsed, start) - 1); number < articles.length; number++) {
    const article = articles[number] as Article;
    const base = starts[number] as number;
    if (base > end) return;
    for (const [at, finding] of findings.of(article).entries()) {
      const isTouched = base + finding.span.start <= end && base + finding.span.end >= start;
      if (isTouched && !isOfBytes(finding, article, base, findings.undecodedFrom))
        yield { finding, article, base, index: { article: number, finding: at } };
    }
  }
}

function* quickFixes(sources: ActionSources, { finding, article, base, index }: PlacedFinding): Generator<CodeAction> {
  const { document, findings, resolvesEdits } = sources;
  const { uri } = document;
  const diagnostic = toDiagnostic(document, finding, base);
  const isLater = resolvesEdits && article.text.length > LONG;
  let first = true;
  for (const [at, fix] of (finding.fixes ?? []).entries()) {
    if (!isLater && !isFaithful(article, fix)) continue;
    const data: Chosen = { uri, state: stateOf(document, findings.terms), place: { ...index, fix: at } };
    yield {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: first && fix.tier === 'safe',
      ...(isLater ? { data } : { edit: workspaceEdit(sources, placed(document, fix.edits, base)) }),
    };
    first = false;
  }
  if (sources.knowsCommands && sources.isInWorkspace && finding.code === invalidDate.code) {
    for (const form of formsOf(textOf(article.text, finding.span))) {
      const title = l10n.t('Correct all dates of the form {0} in the corpus…', form);
      const command = { title, command: FIX_DATES, arguments: [form] };
      yield { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
    }
  }
  if (sources.change) yield* settingsActions(sources.change, finding, article, diagnostic);
}

/**
 * The action that applies all safe fixes, or those of one rule. None if there is nothing to fix; for one rule, none
 * unless it has two or more, because a quick fix is enough for one.
 */
function* fixAllOf(sources: ActionSources, code?: string): Steps<readonly CodeAction[]> {
  const { document, findings } = sources;
  const fewest = code === undefined ? 1 : 2;
  const action = {
    title: code === undefined ? l10n.t('Fix all safe problems') : l10n.t('Fix all {0} in this file', code),
    kind: code === undefined ? FIX_ALL : CodeActionKind.QuickFix,
  };
  if (!hasSafe(sources, fewest, code)) return [];
  if (sources.resolvesEdits) {
    const state = stateOf(document, findings.terms);
    const data: Chosen = { uri: document.uri, state, ...(code !== undefined && { code }) };
    return [{ ...action, data }];
  }
  const edits = yield* allSafe(document, findings.terms, code);
  return edits.length < fewest ? [] : [{ ...action, edit: workspaceEdit(sources, edits) }];
}

/** Whether at least `fewest` findings, of one rule or of all rules, have a safe fix. */
function hasSafe({ findings }: ActionSources, fewest: number, code?: string): boolean {
  let count = 0;
  for (const { finding } of findings.all()) {
    const isSafe = finding.fixes?.[0]?.tier === 'safe' && (code === undefined || finding.code === code);
    if (isSafe && ++count === fewest) return true;
  }
  return false;
}

/** The edits of all safe fixes, or of those of one rule. An article whose fixes would change a value keeps its problems. */
export function* allSafe(document: ArticleDocument, terms: DocumentTerms, code?: string): Steps<TextEdit[]> {
  const wanted = code === undefined ? {} : { isWanted: (finding: Finding) => finding.code === code };
  const edits = yield* fixing(document.parsed, terms.context, terms.severities, wanted);
  return placed(document, withoutChanges(document.parsed, edits).edits, 0);
}

/** Edits of an article that begins at `base`, or of the document, in the order of their places. */
function placed(document: ArticleDocument, edits: Fix['edits'] | readonly Edit[], base: number): TextEdit[] {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  return inOrder.map(({ span, text }) => ({ range: document.rangeOf(span, base), newText: text }));
}

function workspaceEdit({ document, versioned }: ActionSources, edits: TextEdit[]): WorkspaceEdit {
  const { uri, version } = document;
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
