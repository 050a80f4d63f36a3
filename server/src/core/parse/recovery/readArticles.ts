/**
 * Reads a run of markers as articles, in the way that needs the fewest faults to explain it.
 *
 * Healthy text has one obvious reading, which `inOrder` finds; so has text in which markers are only misspelled. Where they are
 * missing, stray or crossed, there are many readings, and search.ts finds the best one: so one damage gives one fault, and a
 * damaged article does not affect its neighbours.
 */
import { FIELDS, fieldRank, mayLack } from '../../format';
import type { Marker } from '../../markers/scanner';
import { isBlank, type Span, textOf } from '../../span';
import { FIRST_RANK } from './articleSoFar';
import { CandidateList } from './candidateList';
import { type Candidate, candidates, dressedAmong } from './candidates';
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
  const run = { start, end };
  const healthy = inOrder(text, markers, run);
  if (healthy?.length === 1 && isUndressed(text, markers, run)) return healthy;
  const all = candidates(text, markers, start, end);
  return misspelledInOrder(text, all, run) ?? articlesOn(cheapestWay(new CandidateList(text, all, run)), start);
}

/** Whether nothing is stuck to the markers that may be a part of them. */
function isUndressed(text: string, markers: readonly Marker[], { start, end }: Span): boolean {
  return markers.every((_, at) => !dressedAmong(text, markers, at, markers[at - 1]?.end ?? start, end).misspelled);
}

/**
 * The reading in which each candidate is the marker that it is most like, if that gives complete articles. To read one as
 * text costs less, but then a marker has no partner, or a field is missing.
 */
function misspelledInOrder(text: string, all: readonly Candidate[], run: Span): readonly ArticleReading[] | undefined {
  const markers: Marker[] = [];
  for (const { readings } of all) {
    const [best, other] = readings;
    if (!best || other?.cost === best.cost) return undefined;
    markers.push(best.marker);
  }
  return inOrder(text, markers, run)?.map((article) => ({ ...article, isWhole: false }));
}

/** Single capitals with hyphens: in a number, what is left of a marker. */
const SPELLED = /-[A-Z]-[A-Z]-/;

/** The reading as articles with all their fields in place; undefined when anything is unusual. */
function inOrder(text: string, markers: readonly Marker[], run: Span): readonly ArticleReading[] | undefined {
  const articles: ArticleReading[] = [];
  let first = 0;
  let fields: FieldReading[] = [];
  let rank = 0;
  let from = run.start;
  let isWhole = true;
  const finish = (next: number) => {
    if (rank === 0 || !mayLack(rank, FIELDS.length)) return false;
    const start = articles.length === 0 ? run.start : (markers[first] as Marker).start;
    articles.push({ start, markers: markers.slice(first, next), fields, faults: [], isWhole });
    [first, fields, rank, isWhole] = [next, [], 0, true];
    return true;
  };
  for (let i = 0; i < markers.length; i += 2) {
    const open = markers[i] as Marker;
    const close = markers[i + 1];
    const { letters } = open;
    if (open.side !== 'start' || close?.side !== 'end' || letters !== close.letters) return undefined;
    if (!isBlank(text, from, open.start)) return undefined;
    const inside = { start: open.end, end: close.start };
    const own = fieldRank(letters);
    if (own === FIRST_RANK) {
      if (SPELLED.test(textOf(text, inside)) || (rank > 0 && !finish(i))) return undefined;
    }
    if (own === -1) isWhole = false;
    else if (own < rank || !mayLack(rank, own)) return undefined;
    else rank = own + 1;
    // Properties are listed one by one: a spread can make a hidden class for every object, and most articles come through here.
    fields.push({ letters, start: open, end: close, inside, misplaced: false, duplicate: false });
    from = close.end;
  }
  return finish(markers.length) && isBlank(text, from, run.end) ? articles : undefined;
}
