/**
 * docs/rules: a page for each rule, with its findings in an example, and an index. The extension contains these pages, so
 * they can be read offline.
 */
import { FILE_RULES } from '../../server/src/core/fileFindings';
import { type DescribedRule, RULES } from '../../server/src/core/rules';
import { CORPUS_RULES } from '../../server/src/corpus/rules';
import { accidentsPage } from './accidents';
import { block } from './markdown';
import { corpusExample, example, fileExample } from './ruleExamples';
import { rulesIndex } from './rulesIndex';
import { asSentence } from './settings';

/** The content of each page, by its path from the project's root. */
export const rulePages: Record<string, () => string> = {
  'docs/rules/README.md': rulesIndex,
  'docs/rules/accidents.md': accidentsPage,
  ...Object.fromEntries(RULES.map((rule) => [pageOf(rule), () => page(rule, example(rule))])),
  ...Object.fromEntries(FILE_RULES.map((rule) => [pageOf(rule), () => page(rule, fileExample(rule))])),
  ...Object.fromEntries(
    CORPUS_RULES.map((rule) => [pageOf(rule), () => page(rule, corpusExample(rule), rule.measured)]),
  ),
};

function pageOf({ code }: DescribedRule): string {
  return `docs/rules/${code}.md`;
}

function page(rule: DescribedRule, shown: readonly string[], measured?: string): string {
  const { code, finds, why, severity } = rule;
  return `# ${code}

${asSentence(finds)}

Default severity: **${severity}**

## Why

${why}

## Example

${shown.join('\n\n')}
${measured === undefined ? '' : `\n## Measured\n\n${measured}\n`}
## Another severity

The quick fixes of a problem (Ctrl+.) offer to switch its rule off. In your settings, for all folders or for this one:

${block(JSON.stringify({ 'article.rules': { [code]: otherSeverity(rule) } }, null, 2), 'json')}

In \`.articlerc.json\`, for everybody who works with that folder:

${block(JSON.stringify({ rules: { [code]: otherSeverity(rule) } }, null, 2), 'json')}

[All rules, and what their severities and fixes mean](README.md)
`;
}

function otherSeverity({ severity }: DescribedRule): string {
  return severity === 'off' ? 'warning' : 'off';
}
