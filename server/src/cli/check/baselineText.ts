/** The text of a baseline: JSON with one line for each kind of finding, sorted, so that it can be kept in git. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { NOT_UTF_8 } from '../../core/fileFindings';
import { unreadableArticle } from '../../core/rules/unreadable-article';
import { STDIN } from '../input/inputFile';
import type { ReportedFinding } from './report';

/** Findings that are alike. Nothing in it depends on where in its file a finding is. */
export interface Accepted {
  /** The path from the folder of the baseline, with `/`; `-` for standard input. */
  readonly file: string;
  readonly rule: string;
  /** The number of the article; null if there is none. */
  readonly article: string | null;
  /** What is marked; its digest if it is long. */
  readonly marked: string;
  readonly count: number;
}

/** What could not be read is always reported: nobody knows what is in it. */
const NEVER: ReadonlySet<string> = new Set([NOT_UTF_8.code, unreadableArticle.code]);

const LONGEST_MARKED = 80;
const VERSION = 1;

/** The text is not that of a baseline. The message is a sentence. */
export class NotABaselineError extends Error {}

/** A finding as a baseline in `folder` has it; undefined if it is never accepted. */
export function acceptedOf(finding: ReportedFinding, folder: string): Accepted | undefined {
  const { file, code, article, marked } = finding;
  if (NEVER.has(code)) return undefined;
  return {
    file: file === STDIN ? STDIN : path.relative(folder, path.resolve(file)).split(path.sep).join('/'),
    rule: code,
    article: article?.number ?? null,
    marked: marked.length > LONGEST_MARKED ? `sha256:${createHash('sha256').update(marked).digest('hex')}` : marked,
    count: 1,
  };
}

/** Which findings are alike. */
export function keyOf({ file, rule, article, marked }: Omit<Accepted, 'count'>): string {
  return JSON.stringify([file, rule, article, marked]);
}

/** The same findings always give the same text, whatever their order. */
export function baselineText(entries: Iterable<Accepted>): string {
  const counts = new Map<string, Accepted>();
  for (const entry of entries) {
    const key = keyOf(entry);
    counts.set(key, { ...entry, count: (counts.get(key)?.count ?? 0) + entry.count });
  }
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => `    ${JSON.stringify(entry)}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "articleFormatBaseline": ${VERSION},\n  "accepted": ${list}\n}\n`;
}

/** Throws a NotABaselineError. */
export function acceptedIn(text: string): readonly Accepted[] {
  const { articleFormatBaseline: version, accepted } = objectIn(text);
  if (typeof version !== 'number') throw new NotABaselineError('It has no number in articleFormatBaseline.');
  if (version !== VERSION) throw new NotABaselineError(`It has version ${version}, and this program knows ${VERSION}.`);
  if (!Array.isArray(accepted)) throw new NotABaselineError('It has no list in accepted.');
  const wrong = accepted.findIndex((entry) => !isAccepted(entry));
  if (wrong !== -1)
    throw new NotABaselineError(
      `Entry ${wrong + 1} in accepted has other values than file, rule, article, marked and count.`,
    );
  if (new Set(accepted.map(keyOf)).size < accepted.length) throw new NotABaselineError('It has an entry twice.');
  return accepted;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    throw new NotABaselineError('It is not JSON.');
  }
  throw new NotABaselineError('It is not a JSON object.');
}

function isAccepted(value: unknown): value is Accepted {
  if (typeof value !== 'object' || value === null) return false;
  const { file, rule, article, marked, count } = value as Record<string, unknown>;
  const areTexts = [file, rule, marked].every((each) => typeof each === 'string');
  return (
    areTexts && (article === null || typeof article === 'string') && Number.isSafeInteger(count) && Number(count) > 0
  );
}
