/** A rule's example with the findings of the rule, as blocks of Markdown. */
import * as l10n from '@vscode/l10n';
import {
  checkBytes,
  EMPTY_FILE,
  type FileRule,
  NO_ARTICLE,
  noArticle,
  unreadableFile,
} from '../../server/src/core/fileFindings';
import { parse } from '../../server/src/core/parse/parser';
import type { Fix } from '../../server/src/core/repair/edit';
import { applyEdits } from '../../server/src/core/repair/edit';
import { check, type Finding, type Rule } from '../../server/src/core/rules';
import { finished } from '../../server/src/core/steps';
import { candidatesAmong } from '../../server/src/corpus/nearTexts/candidates';
import { NearArticles } from '../../server/src/corpus/nearTexts/nearArticles';
import { Signatures } from '../../server/src/corpus/nearTexts/signatures';
import type { CorpusFile, CorpusRule } from '../../server/src/corpus/rules';
import { checkCorpus, type NearByDigest } from '../../server/src/corpus/verdict/checkCorpus';
import { checking } from '../../server/src/corpus/verdict/checkFile';
import { block, escaped } from './markdown';

/** A fixed day, so that the pages are the same every day. */
const TODAY = '2026-01-01';

/** The rule's example and what the rule finds in it, even if it is off by default. */
export function example(rule: Rule): string[] {
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
    l10n.t('What you see, on {0}: {1}', marked(text.slice(span.start, span.end)), escaped(message)),
    ...(first
      ? [
          `${l10n.t('Fixes:')}\n\n${fixes.map(fixLine).join('\n')}`,
          l10n.t('After *{0}*:', escaped(first.title)),
          block(applyEdits(text, first.edits)),
        ]
      : []),
  ];
}

function fixLine({ title, tier }: Fix): string {
  return `- ${escaped(title)} (${tier === 'safe' ? l10n.t('safe') : l10n.t('suggested')})`;
}

/** The characters that a finding underlines, or what they are if they are invisible. */
function marked(characters: string): string {
  if (characters.trim() === '') return l10n.t('the white space');
  if (/^[\p{C}]+$/u.test(characters)) return l10n.t('the invisible character');
  return `\`${characters}\``;
}

/** Files with faults that only their bytes show; one character for each byte. */
const FILE_EXAMPLES: Readonly<Record<string, string>> = {
  'not-utf-8': 'F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Caf\xe9 talks T-I-T-L-E-E-N-D.\n',
  'byte-order-mark': '\xef\xbb\xbfF-N-S-T-A-R-T. 1986 F-N-E-N-D.\n',
  'mixed-line-endings': 'F-N-S-T-A-R-T. 1986 F-N-E-N-D.\r\nD-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.\n',
};

/** The bytes of an example, those outside ASCII as hexadecimal numbers, and what is found in them. */
export function fileExample({ code }: FileRule): string[] {
  const bytes = FILE_EXAMPLES[code];
  if (code === NO_ARTICLE.code || code === EMPTY_FILE.code) {
    const content = code === NO_ARTICLE.code ? 'Notes on the corpus.' : '';
    return [
      content === '' ? l10n.t('A file of 0 bytes.') : block(content),
      l10n.t('What you see: {0}', escaped(noArticle(Buffer.from(content)).message)),
    ];
  }
  if (bytes === undefined) {
    const { message } = unreadableFile(l10n.t('You have no permission for this.'));
    return [l10n.t('A file without the permission to read it.'), l10n.t('What you see: {0}', escaped(message))];
  }
  const seen = bytes
    .replace(/[^ -~\r\n]/g, (byte) => `<${byte.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace('\r', '<CR>')
    .replaceAll('\n', '<LF>\n')
    .trimEnd();
  return [
    block(seen),
    ...checkBytes(Buffer.from(bytes, 'latin1')).map(({ message, advice }) =>
      l10n.t('What you see: {0}', escaped([message, advice?.editor].filter(Boolean).join(' '))),
    ),
  ];
}

/** The files of an example, and the findings in each. */
export function corpusExample(rule: CorpusRule): string[] {
  const { code, example } = rule;
  const terms = { context: { today: TODAY, additionalFields: [] }, severities: {} };
  const files = Object.entries(example).map(([name, text]) => {
    const { records } = finished(checking(new TextEncoder().encode(text), terms));
    return { uri: name, name, records };
  });
  return [...checkCorpus(files, () => ({ [code]: 'information' }), nearIn(files, example))].flatMap(
    ([file, findings]) => [
      l10n.t('The file {0}:', `\`${file.name}\``),
      block(example[file.name] ?? ''),
      ...findings
        .filter((found) => found.code === code)
        .map(({ span, message }) => {
          const place = marked((example[file.name] ?? '').slice(span.start, span.end));
          return l10n.t('What you see, on {0}: {1}', place, escaped(message));
        }),
    ],
  );
}

/** Which texts of some files are nearly the same. */
function nearIn(files: readonly CorpusFile[], contents: CorpusRule['example']): NearByDigest {
  const articles = files.flatMap((file) =>
    file.records.map((record) => ({
      record,
      text: (contents[file.name] ?? '').slice(record.textMarker?.end, record.span.end),
    })),
  );
  const signatures = new Signatures();
  for (const { text } of articles) signatures.add(text);
  const candidates = finished(candidatesAmong(signatures, Uint32Array.from(articles.keys())));
  const near = new NearArticles(candidates);
  for (const [index, { record, text }] of articles.entries()) if (candidates.has(index)) near.add(index, record, text);
  return near.near().others;
}
