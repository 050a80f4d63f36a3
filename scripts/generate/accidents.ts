/**
 * docs/rules/accidents.md: what happens to markers, and whether a safe fix restores what was there. In another language, it is beside
 * the pages of the rules in it.
 */
import * as l10n from '@vscode/l10n';
import type { Messages } from '../../server/src/core/language';
import { parse } from '../../server/src/core/parse/parser';
import { HARMFUL, HARMLESS } from '../../server/src/core/repair/accidents';
import { applyEdits } from '../../server/src/core/repair/edit';
import { check } from '../../server/src/core/rules';
import { fixAll } from '../../server/src/core/writing/fixAll';
import { escaped } from './markdown';

/** The article of all examples. */
export const HEALTHY =
  ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Big win T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. All is well. T-E-X-T-E-N-D. ';

export type Example = readonly [part: string, left: string];

/** What no program can know: the text is as it would be after a harmless accident, or before any. */
export const UNKNOWABLE: readonly { readonly name: string; readonly example: Example }[] = [
  {
    name: 'Whole words of a headline were deleted together with the marker after them, and the white space was left.',
    example: ['win T-I-T-L-E-E-N-D.', ''],
  },
  {
    name: 'A text was cut off at the end of a sentence, and white space of this layout follows.',
    example: [' All is well. T-E-X-T-E-N-D.', ' All.'],
  },
  {
    name: 'The last letters of a headline were deleted with the white space after them.',
    example: ['win T-I-T-L-E-E-N-D.', 'wiT-I-T-L-E-E-N-D.'],
  },
  { name: 'Digits of a number were deleted.', example: ['1986 ', '19 '] },
  {
    name: 'Whole words were deleted together with the marker before them, up to a word with a capital, or to a figure.',
    example: ['T-I-T-L-E-S-T-A-R-T. Big win', 'Win'],
  },
  {
    name: 'The same, and the first letter of the marker is now that of a word.',
    example: ['T-E-X-T-S-T-A-R-T. All is w', 'T'],
  },
  {
    name: 'Words were deleted together with the full stop of a START, up to a word with a capital.',
    example: ['. Big win', ' Win'],
  },
  {
    name: 'A word was cut after its first letter, together with the marker after it, up to the second letter of the marker.',
    example: ['win T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D.'],
  },
  {
    name: 'A text was deleted up to the full stop of its END, which now ends a sentence.',
    example: [' is well. T-E-X-T-E-N-D.', '.'],
  },
  { name: 'A letter was typed in place of white space.', example: [' T-I-T-L-E-E-N-D.', 'sT-I-T-L-E-E-N-D.'] },
];

const CONTEXT = { today: '2026-01-01', additionalFields: [] };

/** The healthy article after an accident. */
export function damaged([part, left]: Example): string {
  return HEALTHY.replace(part, left);
}

/** The text after all safe fixes. */
export function safelyFixed(text: string): string {
  return applyEdits(text, fixAll(parse(text), CONTEXT, {}));
}

/** What may happen, as sentences. */
export const ACCIDENTS: readonly string[] = [...HARMLESS, ...HARMFUL, ...UNKNOWABLE].map(({ name }) => name);

/** The page in the language that is spoken; `texts` are the ACCIDENTS in it, by their English. */
export function accidentsPage(texts: Messages = {}): string {
  const row = ({ name, example: [part, left] }: { readonly name: string; readonly example: Example }) =>
    `| ${texts[name] ?? name} | ${code(part)} | ${left === '' ? l10n.t('nothing') : code(left)} |`;
  const head = `| ${l10n.t('what happened')} | ${l10n.t('this')} | ${l10n.t('becomes')} |`;
  return `# ${l10n.t('What a safe fix restores')}

${l10n.t('A safe fix promises that every value is the one that its author wrote. It is safe only if what is in the text proves an accident that keeps all values. Everything else is suggested, and the message says what cannot be known.')}

${l10n.t('The examples are parts of this article:')}

\`\`\`text
${HEALTHY}
\`\`\`

## ${l10n.t('Restored by a safe fix')}

${head}
| --- | --- | --- |
${HARMLESS.map(row).join('\n')}

${l10n.t('What proves it:')}

- ${l10n.t('The end of the marker that is beside the value: its first letters for an END, its last ones for a START.')}
- ${l10n.t('Without them, the value itself: a number, a date, a text that ends with a sentence. A headline never does.')}
- ${l10n.t('Where nothing of the marker is left, the white space is just what one marker leaves. If a character of it is missing too, the word beside it is one of prose: no label, no mark, and no letter that may be one of the marker.')}

## ${l10n.t('Only suggested')}

${head} ${l10n.t('the message adds')} |
| --- | --- | --- | --- |
${HARMFUL.map((accident) => `${row(accident)} ${escaped(addedTo(accident.example))} |`).join('\n')}

${l10n.t('If the white space is not what one deleted marker leaves, more may be lost than a marker, and the fix is suggested as well.')}

## ${l10n.t('What nobody can know')}

${head}
| --- | --- | --- |
${UNKNOWABLE.map(row).join('\n')}

${l10n.t('After these, the text is as it would be after an accident of the first table, or as if nothing had happened. So it is where an article was cut off in a field, and the next one has lost everything before its own value of that field: both are one article then. So it is where whole sentences of a text are lost, and a capital of them is in place of the first letter of the END. Compare with the source where it matters.')}

[${l10n.t('All rules, and what their severities and fixes mean')}](README.md)
`;
}

/** Code in a cell of a table: one line, with its white space visible. */
function code(text: string): string {
  return `\`${text.replaceAll('\r\n', '⏎').replace(/^ | $/g, '␠')}\``;
}

/** The last sentence of the finding's message, which says what cannot be known. */
function addedTo(example: Example): string {
  const [found] = parse(damaged(example)).articles.flatMap((article) => check(article, CONTEXT));
  return /[^.?]+\.$/.exec(found?.message ?? '')?.[0].trim() ?? '';
}
