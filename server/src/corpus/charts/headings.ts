/** The headings of tables: each with its name in CSV, which is the same in all languages, and with what people read. */
import * as l10n from '@vscode/l10n';

export interface Heading {
  readonly name: string;
  readonly label: string;
}

function heading(name: string, label: () => string): Heading {
  return {
    name,
    get label() {
      return label();
    },
  };
}

export const HEADING = {
  what: heading('what', () => l10n.t('what')),
  figure: heading('figure', () => l10n.t('figure')),
  day: heading('day', () => l10n.t('day')),
  week: heading('week', () => l10n.t('week')),
  month: heading('month', () => l10n.t('month')),
  year: heading('year', () => l10n.t('year')),
  weekday: heading('weekday', () => l10n.t('weekday')),
  articles: heading('articles', () => l10n.t('articles')),
  words: heading('words', () => l10n.t('words')),
  smallest: heading('words: smallest', () => l10n.t('words: smallest')),
  median: heading('words: median', () => l10n.t('words: median')),
  largest: heading('words: largest', () => l10n.t('words: largest')),
  rule: heading('rule', () => l10n.t('rule')),
  problem: heading('problem', () => l10n.t('problem')),
  problems: heading('problems', () => l10n.t('problems')),
  error: heading('error', () => l10n.t('error')),
  warning: heading('warning', () => l10n.t('warning')),
  information: heading('information', () => l10n.t('information')),
  hint: heading('hint', () => l10n.t('hint')),
  from: heading('from', () => l10n.t('from')),
  to: heading('to', () => l10n.t('to')),
  used: heading('numbers used', () => l10n.t('numbers used')),
  missing: heading('missing', () => l10n.t('missing')),
  group: heading('group', () => l10n.t('group')),
  number: heading('number', () => l10n.t('number')),
  date: heading('date', () => l10n.t('date')),
  title: heading('title', () => l10n.t('title')),
  file: heading('file', () => l10n.t('file')),
  similarity: heading('similarity in %', () => l10n.t('similarity in %')),
  firstTitle: heading('first title', () => l10n.t('first title')),
  firstFile: heading('first file', () => l10n.t('first file')),
  secondTitle: heading('second title', () => l10n.t('second title')),
  secondFile: heading('second file', () => l10n.t('second file')),
} as const satisfies Readonly<Record<string, Heading>>;
