/** The sections of a report on the command line. They are those of the overview, with one list of all that repeats. */
import type { Section } from '../charts/sections';
import { byWeekday, byWords, figures } from '../charts/sections';
import { type PlainFigures, UNDATED } from '../statistics/articleFigures';
import { numbersOf } from '../statistics/spread';
import type { Stats } from '../statistics/statistics';
import { byRule } from './byRule';
import { byTime } from './byTime';
import { type NamedFile, notArticlesSection } from './notArticles';
import { byNumbers } from './numbers';
import { type Repeats, repeatsSection } from './repeats';

export interface Reported {
  readonly figures: PlainFigures;
  readonly stats: Stats;
  readonly repeats: Pick<Repeats, 'listed' | 'count'>;
  readonly notArticles: readonly NamedFile[];
}

/** The sections of a report, in their order. */
export function reportSections({ figures: counted, stats, repeats, notArticles }: Reported): readonly Section[] {
  const days = new Map(counted.words);
  days.delete(UNDATED);
  return [
    figures(stats),
    byTime({ stats, days }, undefined),
    byWeekday(stats),
    byWords(stats),
    byRule({ stats, problems: counted.problems, unlisted: 0 }),
    ...byNumbers({ stats, numbers: numbersOf(counted.numbers) }),
    repeatsSection(repeats),
    notArticlesSection(notArticles),
  ];
}
