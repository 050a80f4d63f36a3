/** The guard of all fixes: no fix changes a value that it does not name. */
import { type Article, type Field, ownMarkers } from '../parse/article';
import { parse } from '../parse/parser';
import { textOf } from '../span';
import { applyEdits, type Fix } from './edit';

/**
 * Whether a fix keeps its promise: every value that it does not name stays the same, byte for byte. Where a marker was lost,
 * the white space at the ends of the value may differ, because its extent is unknown. A safe fix also invents and removes no
 * field.
 */
export function isFaithful(article: Article, fix: Fix): boolean {
  const { length } = article.text;
  if (fix.edits.some(({ span: { start, end } }) => start < 0 || end < start || end > length)) return false;
  const before = article.fields.filter(({ letters }) => !fix.changes?.includes(letters));
  const after = valuesIn(parse(applyEdits(article.text, fix.edits)).articles);
  if (fix.tier === 'safe' && after.length !== article.fields.length) return false;
  return keeps(
    before.map((field) => readValue(article, field)),
    after,
  );
}

/** Whether one document has exactly the fields of another, and their values as a faithful fix must keep them. */
export function keepsValues(before: readonly Article[], after: readonly Article[]): boolean {
  const [values, kept] = [valuesIn(before), valuesIn(after)];
  return values.length === kept.length && keeps(values, kept);
}

/** A field's value, and whether both its markers are there, so that its ends are certain. */
interface Value {
  readonly letters: string;
  readonly text: string;
  readonly isCertain: boolean;
}

function readValue(article: Article, field: Field): Value {
  return { letters: field.letters, text: textOf(article.text, field.value), isCertain: ownMarkers(field) };
}

function valuesIn(articles: readonly Article[]): Value[] {
  return articles.flatMap((article) => article.fields.map((field) => readValue(article, field)));
}

/** Whether each value is among the others: verbatim where it is certain, otherwise without the white space at its ends. */
function keeps(before: readonly Value[], after: readonly Value[]): boolean {
  const verbatim = counted(after.map(({ letters, text }) => `${letters} ${text}`));
  for (const { letters, text, isCertain } of before) {
    if (isCertain && !take(verbatim, `${letters} ${text}`)) return false;
  }
  if (before.every(({ isCertain }) => isCertain)) return true;
  const rest = new Map<string, number>();
  for (const [key, count] of verbatim) rest.set(bare(key), (rest.get(bare(key)) ?? 0) + count);
  return before.every(({ letters, text, isCertain }) => isCertain || take(rest, bare(`${letters} ${text}`)));
}

/** A key without the white space at the ends of its value. */
function bare(key: string): string {
  const end = key.indexOf(' ');
  return `${key.slice(0, end)} ${key.slice(end).trim()}`;
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  counts.set(key, count - 1);
  return count > 0;
}
