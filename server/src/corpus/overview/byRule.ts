/** Problems by rule, stacked by severity. */
import { SEVERITIES } from '../../core/rules';
import type { Bar } from '../charts/chart';
import type { Section } from '../charts/sections';
import { plural } from '../counted';
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
    title: 'Problems by rule',
    sentence:
      sum === 0
        ? 'There are no problems.'
        : `There ${sum === 1 ? 'is' : 'are'} ${plural(sum, 'problem')}.${more(unlisted)}`,
    chart: sum === 0 ? undefined : { form: 'rows', title: 'Problems by rule', noun: 'problem', bars },
    table: {
      head: ['rule', 'problems', ...SEVERITIES],
      rows: bars.map(({ label, value, parts = [], where = '' }) => [
        { text: label, where },
        value,
        ...parts.map((part) => part.value),
      ]),
    },
  };
}

function more(unlisted: number): string {
  return unlisted === 0
    ? ''
    : ` ${plural(unlisted, 'further problem')} of files that have very many ${unlisted === 1 ? 'is' : 'are'} not counted.`;
}
