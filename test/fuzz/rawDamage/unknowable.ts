/**
 * Cuts after which nothing shows that a value has lost something: docs/rules/accidents.md names them, and no damage of these
 * kinds is tried. Each condition is about what a cut leaves, as raw text.
 */
import { type ArticlePlace, MARKERS } from './articles';
import type { RawEdit } from './edits';

/** The letters with which a word goes on after a T. */
const AFTER_T = /^[aehiorsuwy]/;

/** Whether a text ends with a sentence; quotation marks, a bracket, and who wrote it may follow, as in `well. (AFP)` */
export function endsWithSentence(text: string): boolean {
  return /[.!?…。]["'”’)]*(?: \([^()]{1,37}\))?$/.test(text.trim());
}

/** What a cut leaves of a value and of the marker beside it. */
export interface Left {
  /** Which of the eight markers it is. */
  readonly index: number;
  readonly value: string;
  readonly marker: string;
}

/**
 * Whether one of two edits takes the END of a field and the other one takes all of the next article up to the value of the same
 * field. Then both values are one, in an article that has all its markers. In a text, a rest of the START may be left.
 */
export function joinsValues(places: readonly ArticlePlace[], edits: readonly RawEdit[]): boolean {
  return places.some(({ starts }, i) => {
    const next = places[i + 1];
    if (!next) return false;
    const before = edits.filter(({ start }) => start < next.from);
    const after = edits.filter(({ start }) => start >= next.from);
    return [0, 2, 4, 6].some((field) => {
      const [from, to] = [starts[field] as number, starts[field + 2] ?? 0];
      const isWithin = ({ start }: RawEdit) => field === 6 || (start > from && start < to);
      const isEndLost = before.some((edit) => isWithin(edit) && edit.end >= (starts[7] as number));
      return isEndLost && after.some(({ end }) => end > (next.starts[field] as number));
    });
  });
}

/**
 * Whether a word is in place of a marker, and the white space beside it is gone, or a mark with which headlines end is in place of
 * white space, and the marker beside it is gone: then they are a part of the word there.
 */
export function gluesToWord(edits: readonly RawEdit[]): boolean {
  const glued = edits.filter(({ text }) => /^(?:\p{L}+|[!…'])$/u.test(text));
  return glued.some((each) =>
    edits.some(({ start, end, text }) => text === '' && (end === each.start || start === each.end)),
  );
}

/** Whether what one edit deletes is written again beside it, so that the marker may be whole, and only a part of the value is lost. */
export function writesAgain(edits: readonly RawEdit[]): boolean {
  const writings = edits.filter(({ start, end }) => start === end);
  return writings.some(({ start: at }) =>
    edits.some(({ start, end, text }) => text === '' && (start === at || end === at)),
  );
}

/**
 * Whether two deletions take a marker as a whole, with a part of the value, or leave one letter of it, which is now that of a
 * word, or the full stop after a text, which is now that of a sentence.
 */
export function cutsWhole(places: readonly ArticlePlace[], edits: readonly RawEdit[]): boolean {
  const cuts = edits.filter(({ text }) => text === '');
  return cuts.some((one) =>
    cuts.some(
      (other) =>
        [0, 1].includes(other.start - one.end) &&
        places.some(({ starts }) =>
          starts.some(
            (start, i) => one.start <= start && other.end >= start + (MARKERS[i] as string).length - (i === 7 ? 1 : 0),
          ),
        ),
    ),
  );
}

/** Whether nothing shows that the value was longer. */
export function isUnknowable({ index, value, marker }: Left): boolean {
  const kind = ['number', 'date', 'title', 'text'][index >> 1];
  if (value.trim() === '' || kind === 'date') return false;
  const written = MARKERS[index] as string;
  if (index % 2 === 1) {
    // A word was cut after its first letter, which is now that of the END, perhaps with its hyphen, as in `T-bill`.
    if (marker !== '' && new RegExp(`(?:^|\\s)${written[0]}-?$`).test(value)) return true;
    // Whole sentences of a text were deleted, and a capital of them is in place of the first letter of the END.
    if (kind === 'text' && marker === written.slice(1) && /\s\p{Lu}$/u.test(value)) return true;
    const isSentence = endsWithSentence(value + (marker === '.' ? marker : ''));
    if (kind === 'text' && !isSentence) return false;
    // Whole sentences of a text were deleted, and any part of the END with them.
    if (/\s$/.test(value) && kind === 'text') return true;
    // The end of the value was deleted with its whole END; of a text, or up to the full stop, which is now that of a sentence.
    return marker === '' || (kind === 'text' && marker === '.');
  }
  // The first words were deleted with the full stop of the START, or with all of it, up to a word with a capital or a figure.
  const isWhole = /^\s*[\p{Lu}\p{N}\p{Sc}“‘]|^[.,:;!?…]/u.test(value);
  if (marker === '' || written === `${marker}.`) return isWhole;
  // The same from the second letter of the START on, which is now the first one of a word.
  return marker === 'T' && AFTER_T.test(value);
}
