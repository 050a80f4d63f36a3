/** Problems by rule, stacked by severity. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { SEVERITIES } from '../../core/rules';
import type { Bar } from '../charts/chart';
import { HEADING } from '../charts/headings';
import type { Section } from '../charts/sections';
import type { Collected } from './collected';

export function byRule({ stats, problems, unlisted }: Pick<Collected, 'stats' | 'problems' | 'unlisted'>): Section {
  const all = Object.entries(stats.problems);
  const sum = all.reduce((count, [, one]) => count + one, 0);
  const bars = all.map(([code, value]): Bar => {
    const parts = SEVERITIES.map((name) => ({ name, value: problems.get(code)?.get(name) ?? 0 }));
    return { label: code, value, parts, where: `rule = ${code}` };
  });
  return {
    id: 'problems',
    title: l10n.t('Problems by rule'),
    sentence: [problemsIn(sum), ...(sum > 0 && unlisted > 0 ? [notCounted(unlisted)] : [])].join(' '),
    chart: sum === 0 ? undefined : { form: 'rows', title: l10n.t('Problems by rule'), counts: 'problems', bars },
    table: {
      head: [HEADING.rule, HEADING.problems, ...SEVERITIES.map((severity) => HEADING[severity])],
      rows: bars.map(({ label, value, parts = [], where = '' }) => [
        { text: label, where },
        value,
        ...parts.map((part) => part.value),
      ]),
    },
  };
}

function problemsIn(count: number): string {
  return count === 0
    ? l10n.t('There are no problems.')
    : plural(count, 'There is {0} problem.', 'There are {0} problems.');
}

function notCounted(count: number): string {
  return plural(
    count,
    '{0} further problem of files that have very many is not counted.',
    '{0} further problems of files that have very many are not counted.',
  );
}
