/** What a misspelled name is meant as. */
import * as l10n from '@vscode/l10n';
import { editDistance } from './editDistance';

/** Shorter beginnings are those of too many names. */
const SHORTEST_BEGINNING = 3;

/**
 * The known name that is closest to a misspelled one, or that it is the beginning of; undefined if none is close. In two
 * letters one edit is allowed, so that nobody who writes `on` is asked whether that means `off`.
 */
export function closest(name: string, known: readonly string[]): string | undefined {
  const written = name.toLowerCase();
  let best: string | undefined;
  let least = name.length > 2 ? 3 : 2;
  for (const each of known) {
    const distance = editDistance(written, each.toLowerCase(), least - 1);
    if (distance >= least) continue;
    least = distance;
    best = each;
  }
  return best ?? (written.length < SHORTEST_BEGINNING ? undefined : known.find((each) => each.startsWith(written)));
}

/** The question after a message about a misspelled name, with a space before it; empty if no known name is close. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = closest(name, known);
  return meant === undefined ? '' : ` ${l10n.t('Did you mean “{0}”?', meant)}`;
}
