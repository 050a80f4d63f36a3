/** The overview of a corpus: its sections, in their order. */
import * as l10n from '@vscode/l10n';
import type { Steps } from '../../core/steps';
import { byWeekday, byWords, figures, type Section } from '../charts/sections';
import { byRule } from './byRule';
import { byTime, type TimeSection } from './byTime';
import type { Collected } from './collected';
import { groupsSection } from './groups';
import { notArticlesSection } from './notArticles';
import { byNumbers } from './numbers';
import type { TimeUnit } from './units';

/** The sections of an overview; that of the articles by time in a unit, if one is wanted. One step for each. */
export function* overviewSections(
  collected: Collected,
  unit: TimeUnit | undefined,
): Steps<readonly (Section | TimeSection)[]> {
  const { stats, sameNumber, sameText, notArticles } = collected;
  const sections: (Section | TimeSection)[] = [figures(stats)];
  for (const make of [
    () => [byTime(collected, unit)],
    () => [byWeekday(stats), byWords(stats), byRule(collected)],
    () => byNumbers(collected),
    () => [groupsSection({ id: 'same-number', title: l10n.t('Repeated numbers'), shared: 'number' }, sameNumber)],
    () => [groupsSection({ id: 'same-text', title: l10n.t('Repeated texts'), shared: 'text' }, sameText)],
    () => [notArticlesSection(notArticles)],
  ]) {
    yield;
    sections.push(...make());
  }
  return sections;
}
