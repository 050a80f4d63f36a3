/** docs/rules/README.md: the list of rules, and what holds for all of them. */
import { FILE_RULES } from '../../server/src/core/fileFindings';
import type { DescribedRule } from '../../server/src/core/rules';
import { ALL_RULES, CORPUS_RULES } from '../../server/src/corpus/rules';
import { block } from './markdown';

export function rulesIndex(): string {
  return `# Rules

Each problem in an article carries the code of the rule that found it. In the Problems panel and in the hover the code
leads to the page of the rule; the command *Article: Show Rule* opens any of them.

| code | default severity | finds |
| --- | --- | --- |
${ALL_RULES.map(({ code, severity, finds }) => `| [${code}](${code}.md) | ${severity} | ${finds} |`).join('\n')}

${list(FILE_RULES)} are about the file's bytes, before VS Code makes text of them. It hides what they find, and saving
writes the text as VS Code has it. A file that cannot be read has no bytes: the problem goes when it can be, which *Article:
Check Corpus* finds out.

${list(CORPUS_RULES)} compare the articles of all files with each other.

## Severities

A rule that is \`off\` looks for nothing. The setting \`article.rules\` gives rules another severity: \`error\`, \`warning\`,
\`information\`, \`hint\` or \`off\`.

${block(JSON.stringify({ 'article.rules': { 'field-order': 'off', 'glued-sentences': 'warning' } }, null, 2), 'json')}

A file \`.articlerc.json\` says the same for a folder and all folders below it, for everybody who works with them. It may
have comments.

${block(JSON.stringify({ rules: { 'field-order': 'off' }, additionalFields: ['B-Y-L-I-N-E'] }, null, 2), 'json')}

For each rule the nearest \`.articlerc.json\` decides, looking upward from the file to the root of its git repository, or to
the folder that is open, whichever is higher; where that names nothing, the setting; where that names nothing, the default.
One that has a fault counts for nothing; the fault is shown in it.

## Fields of your own

\`article.additionalFields\`, and \`additionalFields\` in \`.articlerc.json\`, name fields that the format does not have, by the
letters that their markers begin with: \`B-Y-L-I-N-E\`. [unknown-field](unknown-field.md) is then silent about them; all other
rules hold for them as well.

## Fixes

- A **safe** fix changes no value, and makes up or removes no field. It restores or moves markers where just one reading
  of the article is possible, or writes the white space between fields. *Article: Fix All Safe Problems in File* and fixing on
  save apply only these.
- A **suggested** fix is everything else: a date that is written in another way, a field that is removed or still to be
  filled in, one of several readings. Each is applied by you, one at a time.

No fix changes a value that it does not name; one that would is not offered.

## Where a safe fix gives back the original bytes, and where not

- **A misspelled marker: always.** The characters of the misspelling are replaced by those of the marker, and nothing else.
- **A lost marker: when the white space that is left is what the article uses elsewhere, or one character less.** The fix
  reads from the article's other fields how it sets its markers apart, and completes what is there to that. One character
  less is what remains when a marker was deleted together with a space beside it.
- **A lost marker, not:** when the value itself began or ended with further white space and one character of white space was
  deleted with the marker, nor for an empty value with one space deleted. Nobody can tell then how much of the white space
  was the value's. The fix takes it for the article's usual white space; the words of the value are the same in any case.
`;
}

function list(rules: readonly DescribedRule[]): string {
  return new Intl.ListFormat('en').format(rules.map(({ code }) => `\`${code}\``));
}
