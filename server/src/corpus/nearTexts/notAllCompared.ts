import { plural } from '../../core/language';

/** The sentence that says how many articles were not compared with all that may be like them, because there are too many. */
export function notAllCompared(left: number): string {
  return plural(
    left,
    '{0} article is like too many others, and was not compared with all of them.',
    '{0} articles are like too many others, and were not compared with all of them.',
  );
}
