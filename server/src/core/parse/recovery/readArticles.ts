/**
 * Reads a run of markers as articles, in the way that needs the fewest faults to explain it.
 *
 * Healthy text has one obvious reading, which `readHealthy` finds. Where markers are missing, stray, crossed or misspelled,
 * there are many readings, and search.ts finds the best one: so one damage gives one fault, and a damaged article does
 * not affect its neighbours.
 */
import { FIELDS, fieldRank, mayLack } from '../../format';
import type { Marker } from '../../markers/scanner';
import { isBlank } from '../../span';
import { CandidateList } from './candidateList';
import { candidates, dressedAmong } from './candidates';
import type { ArticleReading, FieldReading } from './reading';
import { cheapestWay } from './search';
import { articlesOn } from './way';

/** Reads the markers of `text` from `start` to `end`, which may hold several articles. Offsets are those of `text`. */
export function readArticles(
  text: string,
  markers: readonly Marker[],
  start: number,
  end: number,
): readonly ArticleReading[] {
  const healthy = readHealthy(text, markers, start, end);
  if (healthy) return healthy;
  return articlesOn(cheapestWay(new CandidateList(text, candidates(text, markers, start, end), { start, end })), start);
}

/** The reading of one article with all its fields in place; undefined when anything is unusual. */
function readHealthy(
  text: string,
  markers: readonly Marker[],
  start: number,
  end: number,
): readonly ArticleReading[] | undefined {
  const fields: FieldReading[] = [];
  let rank = 0;
  let from = start;
  let isWhole = true;
  for (let i = 0; i < markers.length; i += 2) {
    const open = markers[i] as Marker;
    const close = markers[i + 1];
    const { letters } = open;
    if (open.side !== 'start' || close?.side !== 'end' || letters !== close.letters) return undefined;
    if (!isBlank(text, from, open.start)) return undefined;
    if ([i, i + 1].some((at) => dressedAmong(text, markers, at, from, end).misspelled)) return undefined;
    const own = fieldRank(letters);
    if (own === -1) isWhole = false;
    else if (own < rank || !mayLack(rank, own)) return undefined;
    else rank = own + 1;
    // Properties are listed one by one: a spread can make a hidden class for every object, and most articles come through here.
    const inside = { start: open.end, end: close.start };
    fields.push({ letters, start: open, end: close, inside, misplaced: false, duplicate: false });
    from = close.end;
  }
  if (rank === 0 || !mayLack(rank, FIELDS.length) || !isBlank(text, from, end)) return undefined;
  return [{ start, markers, fields, faults: [], isWhole }];
}
