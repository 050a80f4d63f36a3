/**
 * docs/rules: a page for each rule, with its findings in an example, and an index. The extension contains these pages, so
 * they can be read offline. The pages of the rules and the index are there in each language that `l10n/pages.LANGUAGE.json` has texts
 * in.
 */
import fs from 'node:fs';
import * as l10n from '@vscode/l10n';
import { FILE_RULES } from '../../server/src/core/fileFindings';
import type { Messages } from '../../server/src/core/language';
import { type DescribedRule, RULES } from '../../server/src/core/rules';
import { ALL_RULES, CORPUS_RULES } from '../../server/src/corpus/rules';
import { ACCIDENTS, accidentsPage } from './accidents';
import { keysOf } from './bundles';
import { inLanguage } from './inLanguage';
import { block } from './markdown';
import { corpusExample, example, fileExample } from './ruleExamples';
import { rulesIndex } from './rulesIndex';
import { asSentence } from './settings';

/** The rules with their examples, and with what was measured, which is in English only. */
const PAGES: readonly { rule: DescribedRule; shown: () => readonly string[]; measured?: string | undefined }[] = [
  ...RULES.map((rule) => ({ rule, shown: () => example(rule) })),
  ...FILE_RULES.map((rule) => ({ rule, shown: () => fileExample(rule) })),
  ...CORPUS_RULES.map((rule) => ({ rule, shown: () => corpusExample(rule), measured: rule.measured })),
];

/** The content of each page, by its path from the project's root. */
export const rulePages: Record<string, () => string> = {
  'docs/rules/README.md': () => rulesIndex(),
  'docs/rules/accidents.md': () => accidentsPage(),
  ...Object.fromEntries(
    PAGES.map(({ rule, shown, measured }) => [
      `docs/rules/${rule.code}.md`,
      () => page(rule, rule.why, shown(), 'README.md', measured),
    ]),
  ),
};

/** The content of each page in another language, by its path. */
export function rulePagesIn(language: string): Record<string, () => string> {
  const texts = read(`l10n/pages.${language}.json`);
  const messages = { ...read(`l10n/bundle.l10n.${language}.json`), ...texts };
  const made: Record<string, () => string> = {
    README: () => rulesIndex(language),
    accidents: () => accidentsPage(texts),
    ...Object.fromEntries(
      PAGES.map(({ rule, shown }) => [rule.code, () => page(rule, texts[rule.why] ?? '', shown(), 'README.md')]),
    ),
  };
  return Object.fromEntries(
    Object.entries(made).map(([name, make]) => [
      `docs/rules/${language}/${name}.md`,
      () => inLanguage(language, messages, make),
    ]),
  );
}

/** The content of a file with the texts of the pages in a language, by their English. A text that is still to be written is empty. */
export function pageTexts(file: string): string {
  const written = read(file);
  const sources = ['rulePages', 'ruleExamples', 'rulesIndex', 'accidents'].map(
    (name) => new URL(`./${name}.ts`, import.meta.url),
  );
  const keys = sources.flatMap((source) => keysOf(fs.readFileSync(source, 'utf8'), 'en'));
  const all = [...new Set(keys)]
    .sort()
    .concat(ALL_RULES.map(({ why }) => why))
    .concat(ACCIDENTS);
  return `${JSON.stringify(Object.fromEntries(all.map((key) => [key, written[key] ?? ''])), null, 2)}\n`;
}

function read(file: string): Messages {
  return JSON.parse(fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
}

function page(rule: DescribedRule, why: string, shown: readonly string[], index: string, measured?: string): string {
  const { code, finds, severity } = rule;
  return `# ${code}

${asSentence(finds)}

${l10n.t('Default severity: **{0}**', severity)}

## ${l10n.t('Why')}

${why}

## ${l10n.t('Example')}

${shown.join('\n\n')}
${measured === undefined ? '' : `\n## Measured\n\n${measured}\n`}
## ${l10n.t('Another severity')}

${l10n.t('The quick fixes of a problem (Ctrl+.) offer to switch its rule off. In your settings, for all folders or for this one:')}

${block(JSON.stringify({ 'article.rules': { [code]: otherSeverity(rule) } }, null, 2), 'json')}

${l10n.t('In `.articlerc.json`, for everybody who works with that folder:')}

${block(JSON.stringify({ rules: { [code]: otherSeverity(rule) } }, null, 2), 'json')}

[${l10n.t('All rules, and what their severities and fixes mean')}](${index})
`;
}

function otherSeverity({ severity }: DescribedRule): string {
  return severity === 'off' ? 'warning' : 'off';
}
