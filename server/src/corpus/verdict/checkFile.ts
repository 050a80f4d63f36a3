/** The verdict on a single file, from its bytes: the same function for the editor, the command line and the tests. */

import { HEAD_LENGTH, looksLikeArticle } from '../../core/detection';
import {
  checkingBytes,
  EMPTY_FILE,
  FILE_RULES,
  type FileFinding,
  NO_ARTICLE,
  noArticle,
  unreadableFile,
} from '../../core/fileFindings';
import type { Article } from '../../core/parse/article';
import { type ParsedDocument, parsing } from '../../core/parse/parser';
import { lastBorder, UTF_16 } from '../../core/parse/proof';
import { type Context, check, type Finding, type Severities, type Severity } from '../../core/rules';
import type { Steps } from '../../core/steps';
import { secondHalves } from '../../core/text/secondHalves';
import { type ArticleRecord, KeptRecord, recordOf } from '../articles/record';
import { utf16Mark } from '../text/foreignBytes';
import { GrowingLines, type LineStarts, lineStarts } from '../text/lines';
import { isOfBytes, undecoded } from '../text/undecoded';

/** Everything that a verdict depends on besides the bytes. */
export interface Terms {
  readonly context: Context;
  readonly severities: Severities;
}

/** A finding in an article, and where the article begins. The spans of the finding are relative to `base`. */
export interface ArticleFinding {
  readonly finding: Finding;
  readonly article: Article;
  /** In UTF-16 units of `CheckedFile.text`. */
  readonly base: number;
}

/** A fault of a file's bytes, and the severity that is in force. */
export interface RatedFileFinding extends FileFinding {
  readonly severity: Severity;
}

/** The verdict on a file. */
export interface CheckedContent {
  readonly lines: LineStarts;
  /** Those of the text; see `secondHalves`. */
  readonly halves: readonly number[];
  /** Faults of the bytes, which the text does not show. */
  readonly fileFindings: readonly RatedFileFinding[];
  /** All of them, in the order of their offsets. */
  readonly findings: readonly ArticleFinding[];
  readonly records: readonly ArticleRecord[];
}

/**
 * The verdict on a file without regard to others, in steps, most of which take as long as an article. Never fails for any bytes. A large
 * file is decoded and read part by part, each of about so many bytes.
 */
export function* checking(bytes: Uint8Array, terms: Terms, step = STEP): Steps<CheckedContent> {
  const fileFindings = withSeverities(yield* checkingBytes(bytes), terms.severities);
  const from = undecoded(fileFindings)?.offset;
  const lines = new GrowingLines();
  const halves: number[] = [];
  const findings: ArticleFinding[] = [];
  const records: ArticleRecord[] = [];
  for (const part of textParts(bytes, step)) {
    yield;
    if (!part) continue;
    const { text, first, final } = part;
    const start = lines.length;
    lines.add(text);
    for (const half of secondHalves(text)) halves.push(start + half);
    const parsed = yield* parsing(text, first, final);
    for (const [index, article] of parsed.articles.entries()) {
      const base = start + (parsed.starts[index] as number);
      for (const finding of findingsIn(article, base, terms, from)) findings.push(finding);
      if (article.markers.length > 0) records.push(new KeptRecord(recordOf(article), base));
      yield;
    }
  }
  // A copy of the list has no unused capacity. There may be 100,000 such lists.
  return { lines: lines.starts, halves, fileFindings, findings, records: [...records] };
}

/** So many bytes are decoded in a step: for a millisecond or two. */
const STEP = 1024 * 1024;

/** A part of a text that is cut where an article certainly begins. */
interface TextPart {
  readonly text: string;
  /** Whether it begins and ends the whole text. */
  readonly first: boolean;
  readonly final: boolean;
}

/** The text of bytes, as `decode` gives it, in parts of about so many bytes; undefined where nothing could be cut yet. */
function* textParts(bytes: Uint8Array, step: number): Generator<TextPart | undefined> {
  const decoder = decoderOf(bytes);
  let text = '';
  let first = true;
  let enough = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const final = at + step >= bytes.length;
    text += decoder.decode(bytes.subarray(at, at + step), { stream: !final });
    const end = final ? text.length : text.length < enough ? undefined : lastBorder(text, UTF_16);
    if (end !== undefined) {
      yield { text: text.slice(0, end), first, final };
      text = text.slice(end);
      first = false;
    } else yield undefined;
    enough = text.length * 2; // Otherwise the time would not be linear where there is no border for long.
  }
}

/** The verdict on a file that cannot be read; the reason is a sentence. It may or may not be an article. */
export function unread(reason: string, { severities }: Terms): CheckedContent {
  const fileFindings = withSeverities([unreadableFile(reason)], severities);
  return { lines: lineStarts(''), halves: [], fileFindings, findings: [], records: [] };
}

/**
 * The text as VS Code decodes it: UTF-8, unless a byte order mark means UTF-16; without that mark, and with U+FFFD for bytes
 * that are not characters. (VS Code also makes mixed line ends the same, which changes no line or column.)
 */
export function decode(bytes: Uint8Array): string {
  return decoderOf(bytes).decode(bytes);
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  return new TextDecoder(utf16Mark(bytes) ?? 'utf-8');
}

/**
 * The verdict on a file that is left alone, because it does not begin like an article. It has a finding only if `no-article` or
 * `empty-file` is on.
 */
export function leftAlone(bytes: Uint8Array, { severities }: Terms): CheckedContent {
  return {
    lines: lineStarts(''),
    halves: [],
    fileFindings: withSeverities([noArticle(bytes)], severities),
    findings: [],
    records: [],
  };
}

/** Whether a file that is left alone has a finding: the settings say that all files of its folder should be articles. */
export function reportsLeftAlone({ severities }: Terms): boolean {
  return [NO_ARTICLE, EMPTY_FILE].some(({ code }) => (severities[code] ?? 'off') !== 'off');
}

/** Whether a file is an article, by its first bytes; a few thousand are enough. */
export function beginsLikeArticle(bytes: Uint8Array): boolean {
  // Four bytes are the most that a character takes.
  return looksLikeArticle(decode(bytes.subarray(0, HEAD_LENGTH * 4)));
}

/** Findings in a file's bytes with their severities in the settings; those that are off are left out. */
export function withSeverities(findings: readonly FileFinding[], severities: Severities): RatedFileFinding[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.code] ?? FILE_RULES.find(({ code }) => code === finding.code)?.severity;
    return severity && severity !== 'off' ? [{ ...finding, severity }] : [];
  });
}

/**
 * The findings in a document's articles, in the order of their offsets. `from` is the offset of the first byte that is not
 * UTF-8, if there is a finding about it.
 */
export function articleFindings({ articles, starts }: ParsedDocument, terms: Terms, from?: number): ArticleFinding[] {
  return articles.flatMap((article, index) => findingsIn(article, starts[index] as number, terms, from));
}

function findingsIn(article: Article, base: number, { context, severities }: Terms, from?: number): ArticleFinding[] {
  const findings = check(article, context, severities);
  return findings.flatMap((finding) => (isOfBytes(finding, article, base, from) ? [] : [{ finding, article, base }]));
}
