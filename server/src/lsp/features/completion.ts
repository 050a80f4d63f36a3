/** Completion: the part that depends on what the client can do and on what was typed. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver';
import { completions } from '../../core/features/completion';
import type { Completion } from '../../core/features/completionChoices';
import { SUFFIX } from '../../core/format';
import { plainText, type Setting, type Template } from '../../core/writing/template';
import type { ArticleDocument } from '../documents/document';
import { toSnippet } from './convert';

export interface CompletionClient {
  /** The client supports snippets, so a completion can have blanks to fill in. */
  readonly fillsIn: boolean;
  /** See ClientOptions. */
  readonly quietInProse: boolean;
  /** The client knows the kind `Constant`. */
  readonly knowsConstants: boolean;
}

const KIND: Record<Completion['kind'], CompletionItemKind> = {
  marker: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
  article: CompletionItemKind.File,
  date: CompletionItemKind.Constant,
};

/**
 * The completions at a position. They depend on what was typed, so a list that is not empty is requested again at each
 * letter.
 */
export function completionList(
  document: ArticleDocument,
  setting: Setting,
  { position, context }: CompletionParams,
  client: CompletionClient,
): CompletionList {
  const offset = document.offsetAt(position);
  const asked = client.quietInProse && context?.triggerKind === CompletionTriggerKind.Invoked;
  const items = completions(document.parsed, offset, setting, asked)
    .filter(({ span }) => context?.triggerCharacter !== '-' || span.start < offset)
    .map((completion, index) => toItem(document, completion, index, client));
  const isMeant = context?.triggerCharacter !== '.' || isAfterStart(document, position);
  return { isIncomplete: items.length > 0, items: isMeant ? items : [] };
}

function isAfterStart(document: ArticleDocument, position: Position): boolean {
  const [article, , offset = 0] = document.articleAt(position) ?? [];
  return article?.text.startsWith(SUFFIX.start, offset - SUFFIX.start.length) === true;
}

function toItem(
  document: ArticleDocument,
  completion: Completion,
  index: number,
  { fillsIn, knowsConstants }: CompletionClient,
): CompletionItem {
  const { kind, label, detail, span, template, filter } = completion;
  const isSnippet = fillsIn && hasBlanks(template);
  return {
    label,
    detail,
    kind: kind === 'date' && !knowsConstants ? CompletionItemKind.Value : KIND[kind],
    sortText: String(index).padStart(3, '0'),
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: document.rangeOf(span), newText: isSnippet ? toSnippet(template) : plainText(template) },
  };
}

function hasBlanks(template: Template): boolean {
  return template.some((part) => typeof part !== 'string');
}
