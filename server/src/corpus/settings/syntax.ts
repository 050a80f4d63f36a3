/** Explains what is wrong with a text that is not JSON, for people who do not know JSON. */
import * as l10n from '@vscode/l10n';
import type { Span } from '../../core/span';

const CONFLICT = /^(?:<{7}|={7}|>{7})(?=\s|$)/m;

/** The fault of a merge conflict: its first line of git, and the sentence. */
export function conflictIn(text: string): { readonly span: Span; readonly message: string } | undefined {
  const { index } = CONFLICT.exec(text) ?? {};
  if (index === undefined) return undefined;
  const message = l10n.t(
    'Git could not merge two versions of this file. Keep one of them, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  );
  return { span: { start: index, end: index + 7 }, message };
}

const MESSAGES: Readonly<Record<string, () => string>> = {
  PropertyNameExpected: () => l10n.t('A name in straight double quotation marks is expected here, such as "rules".'),
  ValueExpected: () => l10n.t('A value is expected here.'),
  ColonExpected: () => l10n.t('A colon is missing here.'),
  CommaExpected: () => l10n.t('A comma is missing here.'),
  CloseBraceExpected: () => l10n.t('The file ends too early: } is missing.'),
  CloseBracketExpected: () => l10n.t('The file ends too early: ] is missing.'),
  EndOfFileExpected: () => l10n.t('The settings end before this. Remove everything after them.'),
  UnexpectedEndOfComment: () => l10n.t('This comment does not end: */ is missing.'),
  UnexpectedEndOfString: () =>
    l10n.t('This text does not end on its line: a straight double quotation mark is missing.'),
  InvalidUnicode: () => l10n.t('After \\u there must be four digits, such as \\u00e9.'),
  InvalidEscapeCharacter: () => l10n.t('After \\ there must be one of " \\ / b f n r t u.'),
  InvalidCharacter: () => l10n.t('This text contains a control character. Write it with \\u and four digits.'),
};

/** The sentence for an error at an offset; `code` is the name of the error in jsonc-parser. */
export function syntaxMessage(text: string, code: string, offset: number): string {
  const rest = text.slice(offset, offset + 1);
  if (code === 'ValueExpected' && rest === '') {
    return offset === 0
      ? l10n.t('The file is empty. If nothing is to be set, write {}.')
      : l10n.t('The file ends too early.');
  }
  if (code === 'InvalidSymbol' && /['‘’‚‛“”„‟«»`´]/.test(rest)) {
    return l10n.t('JSON allows only straight double quotation marks: ".');
  }
  return MESSAGES[code]?.() ?? l10n.t('This is not JSON. Write names and texts in straight double quotation marks: ".');
}
