/**
 * docs/rules: a page for each rule, with the rule's own verdict on its example, and the index of them. The extension
 * carries them, so they can be read offline.
 */
import { checkBytes, FILE_RULES, type FileRule } from '../../server/src/core/fileFindings';
import { parse } from '../../server/src/core/parser';
import { applyEdits } from '../../server/src/core/repair';
import { check, type Finding, type Fix, RULES, type Rule } from '../../server/src/core/rules';
import { checkCorpus } from '../../server/src/corpus/checkCorpus';
import { checkFile } from '../../server/src/corpus/checkFile';
import { CORPUS_RULES, type CorpusRule } from '../../server/src/corpus/rules';
import { asSentence } from './settings';

/** A day for the examples, so that the pages are the same every day. */
const TODAY = '2026-01-01';

/** Path from the project's root → content. */
export const rulePages: Record<string, () => string> = {
  'docs/rules/README.md': index,
  ...Object.fromEntries(RULES.map((rule) => [pageOf(rule), () => page(rule, example(rule))])),
  ...Object.fromEntries(FILE_RULES.map((rule) => [pageOf(rule), () => page(rule, fileExample(rule))])),
  ...Object.fromEntries(CORPUS_RULES.map((rule) => [pageOf(rule), () => page(rule, corpusExample(rule))])),
};

function pageOf({ code }: Rule | FileRule | CorpusRule): string {
  return `docs/rules/${code}.md`;
}

function page(rule: Rule | FileRule | CorpusRule, shown: readonly string[]): string {
  const { code, finds, why, severity } = rule;
  return `# ${code}

${asSentence(finds)}

Default severity: **${severity}**

## Why

${why}

## Example

${shown.join('\n\n')}

## Another severity

The quick fixes of a problem (Ctrl+.) offer to switch its rule off. In your settings, for all folders or for this one:

${block(JSON.stringify({ 'article.rules': { [code]: otherSeverity(rule) } }, null, 2), 'json')}

In \`.articlerc.json\`, for everybody who works with that folder:

${block(JSON.stringify({ rules: { [code]: otherSeverity(rule) } }, null, 2), 'json')}

[All rules, and what their severities and fixes mean](README.md)
`;
}

function otherSeverity({ severity }: Rule | FileRule | CorpusRule): string {
  return severity === 'off' ? 'warning' : 'off';
}

/** The rule's example and what it finds there, whether or not it is on by default. */
function example(rule: Rule): string[] {
  const severities = { [rule.code]: rule.severity === 'off' ? 'warning' : rule.severity } as const;
  const context = { today: TODAY, additionalFields: [] };
  const verdicts = parse(rule.example).articles.flatMap((article) =>
    check(article, context, severities)
      .filter(({ code }) => code === rule.code)
      .flatMap((finding) => verdict(article.text, finding)),
  );
  return [block(rule.example), ...verdicts];
}

function verdict(text: string, { span, message, fixes = [] }: Finding): string[] {
  const [first] = fixes;
  return [
    `What you see, on ${marked(text.slice(span.start, span.end))}: ${escaped(message)}`,
    ...(first
      ? [
          `Fixes:\n\n${fixes.map(fixLine).join('\n')}`,
          `After *${escaped(first.title)}*:`,
          block(applyEdits(text, first.edits)),
        ]
      : []),
  ];
}

function fixLine({ title, tier }: Fix): string {
  return `- ${escaped(title)} (${tier})`;
}

/** The characters that a finding underlines, as far as they can be seen. */
function marked(characters: string): string {
  if (characters.trim() === '') return 'the white space';
  if (/^[\p{C}]+$/u.test(characters)) return 'the invisible character';
  return `\`${characters}\``;
}

/** Files with the faults that only bytes show, one character for each byte. */
const FILE_EXAMPLES: Readonly<Record<string, string>> = {
  'not-utf-8': 'F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Caf\xe9 talks T-I-T-L-E-E-N-D.\n',
  'byte-order-mark': '\xef\xbb\xbfF-N-S-T-A-R-T. 1986 F-N-E-N-D.\n',
  'mixed-line-endings': 'F-N-S-T-A-R-T. 1986 F-N-E-N-D.\r\nD-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.\n',
};

/** The bytes of an example, with those that are no ASCII by their hexadecimal numbers, and what is found in them. */
function fileExample({ code }: FileRule): string[] {
  const bytes = FILE_EXAMPLES[code] ?? '';
  const seen = bytes
    .replace(/[^ -~\r\n]/g, (byte) => `<${byte.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace('\r', '<CR>')
    .replaceAll('\n', '<LF>\n')
    .trimEnd();
  return [
    block(seen),
    ...checkBytes(Buffer.from(bytes, 'latin1')).map(({ message }) => `What you see: ${escaped(message)}`),
  ];
}

/** The files of an example, and what is found in each. */
function corpusExample({ code, example }: CorpusRule): string[] {
  const terms = { context: { today: TODAY, additionalFields: [] }, severities: {} };
  const files = Object.entries(example).map(([name, text]) => {
    const { records } = checkFile(new TextEncoder().encode(text), terms);
    return { uri: name, name, records };
  });
  return [...checkCorpus(files, () => ({}))].flatMap(([{ name }, findings]) => [
    `The file \`${name}\`:`,
    block(example[name] ?? ''),
    ...findings
      .filter((finding) => finding.code === code)
      .map(({ span, message }) => {
        const place = marked((example[name] ?? '').slice(span.start, span.end));
        return `What you see, on ${place}: ${escaped(message)}`;
      }),
  ]);
}

function block(content: string, language = 'text'): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

/** Plain text, with what Markdown would read as its own set apart. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, '\\$&');
}

function list(rules: readonly { readonly code: string }[]): string {
  return new Intl.ListFormat('en').format(rules.map(({ code }) => `\`${code}\``));
}

function index(): string {
  return `# Rules

Each problem in an article carries the code of the rule that found it. In the Problems panel and in the hover the code
leads to the page of the rule; the command *Article: Show Rule* opens any of them.

| code | default severity | finds |
| --- | --- | --- |
${[...RULES, ...FILE_RULES, ...CORPUS_RULES].map(({ code, severity, finds }) => `| [${code}](${code}.md) | ${severity} | ${finds} |`).join('\n')}

${list(FILE_RULES)} are about the file's bytes, before VS Code makes text of them. It hides what they find, and saving
writes the text as VS Code has it.

${list(CORPUS_RULES)} compare the articles of all files with each other.

## Severities

A rule that is \`off\` looks for nothing. The setting \`article.rules\` gives rules another severity: \`error\`, \`warning\`,
\`information\`, \`hint\` or \`off\`.

${block(JSON.stringify({ 'article.rules': { 'field-order': 'off', 'glued-sentences': 'warning' } }, null, 2), 'json')}

A file \`.articlerc.json\` says the same for a folder and all folders below it, for everybody who works with them. It may
have comments.

${block(JSON.stringify({ rules: { 'field-order': 'off' }, additionalFields: ['B-Y-L-I-N-E'] }, null, 2), 'json')}

For each rule the nearest \`.articlerc.json\` decides, looking upward from the file to the folder that is open; where that
names nothing, the setting; where that names nothing, the default.

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
