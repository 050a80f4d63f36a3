/** Where else in the corpus the number or the text at a place is. */
import type { Location } from 'vscode-languageserver';
import { holds } from '../../core/features/atOffset';
import type { ArticleRecord } from '../../corpus/articles/record';
import type { CorpusIndex, IndexedFile } from '../../corpus/index/corpusIndex';

/** What two articles may have in common. */
export type Shared = 'number' | 'text';

/**
 * The articles with the same number, or exactly the same text, as the one at an offset of a file: first those of the file itself.
 * `file` is as it is in the editor. With `own`, the one at the offset is among them. A text is located by its START.
 */
export function duplicates(
  file: IndexedFile,
  index: CorpusIndex,
  offset: number,
  shared: Shared,
  own: boolean,
): Location[] {
  const record = file.records.find(({ span }) => holds(span, offset));
  const span = record && placeOf(record, shared);
  if (!record || !span) return [];
  const others = shared === 'number' ? index.withNumber(record.number) : index.withText(record);
  const uris = [...others].map(({ uri }) => uri).filter((uri) => uri !== file.uri);
  const files = [file, ...uris.sort().flatMap((uri) => index.get(uri) ?? [])];
  return files.flatMap(({ records, shown, rangeOf }) =>
    records.flatMap((other) => {
      const place = isSame(record, other, shared) && (own || other !== record) && placeOf(other, shared);
      return place ? [{ uri: shown, range: rangeOf(place) }] : [];
    }),
  );
}

function placeOf({ numberSpan, textMarker }: ArticleRecord, shared: Shared) {
  return shared === 'number' ? numberSpan : textMarker;
}

function isSame(a: ArticleRecord, b: ArticleRecord, shared: Shared): boolean {
  return shared === 'number' ? a.number === b.number : a.digest === b.digest;
}
