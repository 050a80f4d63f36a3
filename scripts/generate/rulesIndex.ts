/** docs/rules/README.md: the list of rules, and what applies to all of them. In another language, it is beside the pages in it. */
import * as l10n from '@vscode/l10n';
import { FILE_RULES } from '../../server/src/core/fileFindings';
import type { DescribedRule } from '../../server/src/core/rules';
import { ALL_RULES, CORPUS_RULES } from '../../server/src/corpus/rules';
import { block } from './markdown';

/** The page in the language that is spoken. */
export function rulesIndex(language = 'en'): string {
  const list = (rules: readonly DescribedRule[]) =>
    new Intl.ListFormat(language).format(rules.map(({ code }) => `\`${code}\``));
  const rows = ALL_RULES.map(({ code, severity, finds }) => `| [${code}](${code}.md) | ${severity} | ${finds} |`);
  return `# ${l10n.t('Rules')}

${l10n.t('Each problem in an article has the code of the rule that found it. In the Problems panel and in the hover, the code opens the page of the rule; the command *Article: Show Rule* opens the page of any rule.')}

| ${l10n.t('code')} | ${l10n.t('default severity')} | ${l10n.t('finds')} |
| --- | --- | --- |
${rows.join('\n')}

${l10n.t('{0} are about the file’s bytes, before VS Code decodes them. VS Code does not show these faults, and saving writes the text as VS Code has it. The problem of an unreadable file goes away when *Article: Check Corpus* can read it.', list(FILE_RULES))}

${l10n.t('{0} compare the articles of all files with each other.', list(CORPUS_RULES))}

## ${l10n.t('Severities')}

${l10n.t('A rule that is `off` finds nothing. The setting `article.rules` gives rules another severity: `error`, `warning`, `information`, `hint` or `off`.')}

${block(JSON.stringify({ 'article.rules': { 'field-order': 'off', 'glued-sentences': 'warning' } }, null, 2), 'json')}

${l10n.t('A file `.articlerc.json` sets the same for a folder and all folders below it, for everybody who works with them. It may have comments.')}

${block(JSON.stringify({ rules: { 'field-order': 'off' }, additionalFields: ['B-Y-L-I-N-E'] }, null, 2), 'json')}

${l10n.t('For each rule the nearest `.articlerc.json` decides. The search goes upward from the file to the root of its git repository, or to the open folder, whichever is higher. If that file does not name the rule, the setting decides; otherwise the default applies. An `.articlerc.json` with an error is ignored; the error is shown in it.')}

## ${l10n.t('User-defined fields')}

${l10n.t('`article.additionalFields`, and `additionalFields` in `.articlerc.json`, name fields that the format does not have, by the letters that their markers begin with: `B-Y-L-I-N-E`. {0} then does not report them; all other rules apply to them as well.', '[unknown-field](unknown-field.md)')}

## ${l10n.t('Fixes')}

- ${l10n.t('A **safe** fix changes no value, and neither invents nor removes a field. It restores or moves markers where one accident explains what is there, and no other one does ([the accidents](accidents.md)); or it writes the white space between fields. *Article: Fix All Safe Problems in File* and fixing on save apply only these.')}
- ${l10n.t('A **suggested** fix is everything else: a date that is written in another way, a field that is removed or that you must fill in, one of several readings. You apply each one yourself.')}

${l10n.t('No fix changes a value that it does not name.')}

## ${l10n.t('When a safe fix restores the original bytes')}

- ${l10n.t('**A misspelled marker**, if nothing of the value is stuck to it. The fix replaces the misspelling by the marker, and changes nothing else.')}
- ${l10n.t('**A lost marker**, if the white space that is left is what the article uses elsewhere, or one character less. The fix learns the usual white space from the article’s other fields, and completes it. One character less remains when a marker was deleted together with a space beside it.')}
- ${l10n.t('**A lost marker, not always:** if the value itself began or ended with additional white space and one character of white space was deleted with the marker, or if the value was empty and one space was deleted. Then nobody can know how much of the white space belonged to the value. The fix assumes the article’s usual white space; the words of the value stay the same.')}
`;
}
