/** The sections of a report on the command line: those of the overview, but for the lists of articles. */
import type { Section } from '../charts/sections';
import { byWeekday, byWords, figures } from '../charts/sections';
import { type PlainFigures, UNDATED } from '../statistics/articleFigures';
import type { ProblemCounts } from '../statistics/problemCounts';
import { numbersOf } from '../statistics/spread';
import type { Stats } from '../statistics/statistics';
import { byRule } from './byRule';
import { byTime } from './byTime';
import { type NamedFile, notArticlesSection } from './notArticles';
import { byNumbers } from './numbers';

export interface Reported {
  readonly figures: PlainFigures;
  readonly stats: Stats;
  readonly problems: ProblemCounts;
  readonly notArticles: readonly NamedFile[];
}

/** The sections of a report, in their order. */
export function reportSections({ figures: counted, stats, problems, notArticles }: Reported): readonly Section[] {
  const days = new Map(counted.words);
  days.delete(UNDATED);
  return [
    figures(stats),
    byTime({ stats, days }, undefined),
    byWeekday(stats),
    byWords(stats),
    byRule({ stats, problems, unlisted: 0 }),
    ...byNumbers({ stats, numbers: numbersOf(counted.numbers) }),
    notArticlesSection(notArticles),
  ];
}
