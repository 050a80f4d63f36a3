/** Proves that an article that was put together says what it was made of. */
import { parse } from '../../core/parse/parser';
import { textOf } from '../../core/span';
import type { LineField } from './lineArticle';

/** Whether a text is read as an article of exactly these fields. */
export function readsAs(article: string, fields: readonly LineField[]): boolean {
  const read = parse(article).articles.flatMap((each) =>
    each.fields.map(({ letters, value }) => ({ letters, value: textOf(each.text, value) })),
  );
  return (
    read.length === fields.length &&
    fields.every(({ letters, value }, index) => value === read[index]?.value && letters === read[index]?.letters)
  );
}
