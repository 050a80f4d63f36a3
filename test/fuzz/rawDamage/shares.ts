/** How often safe fixes restore every byte, by kind of damage. */
import type { Group } from './kinds';

/** What has become of a damaged text after all safe fixes. */
export type Outcome = 'restored' | 'same values' | 'suggested';

/** Shares that must be reached, with a margin for chance. */
const LEAST: Partial<Record<Group, number>> = { lost: 0.995, respelled: 0.85, 'respelled twice': 0.68 };

/** Fewer damages of a group show no share. */
const FEWEST = 5_000;

const NONE: Readonly<Record<Outcome, number>> = { restored: 0, 'same values': 0, suggested: 0 };

export class Shares {
  private readonly kinds = new Map<string, Record<Outcome, number>>();
  private readonly groups = new Map<Group, Record<Outcome, number>>();

  /** Counts one damage; in its group only if its bytes can be known. */
  count(kind: string, group: Group, outcome: Outcome, isKnowable: boolean): void {
    add(this.kinds, kind, outcome);
    if (isKnowable) add(this.groups, group, outcome);
  }

  /** Throws if a group has too small a share. */
  check(): void {
    for (const [group, least] of Object.entries(LEAST)) {
      const counts = this.groups.get(group as Group) ?? NONE;
      if (total(counts) < FEWEST || share(counts) >= least) continue;
      throw new Error(`Only ${percent(counts)} of the markers that were ${group} are restored.`);
    }
  }

  /** Both as Markdown tables. */
  toString(): string {
    const groups = [...this.groups].filter(([group]) => LEAST[group]);
    return [
      '| markers that were | tried | every byte restored |',
      '| --- | --- | --- |',
      ...groups.map(([group, counts]) => `| ${group} | ${total(counts).toLocaleString('en')} | ${percent(counts)} |`),
      '',
      '| what happened to a marker | tried | restored | values the same, other white space | reported |',
      '| --- | --- | --- | --- | --- |',
      ...[...this.kinds].sort().map(([kind, counts]) => {
        const cells = [total(counts), counts.restored, counts['same values'], counts.suggested];
        return `| ${kind} | ${cells.map((cell) => cell.toLocaleString('en')).join(' | ')} |`;
      }),
      '',
    ].join('\n');
  }
}

function add<K>(counts: Map<K, Record<Outcome, number>>, key: K, outcome: Outcome): void {
  const found = counts.get(key) ?? { ...NONE };
  found[outcome]++;
  counts.set(key, found);
}

function total(counts: Record<Outcome, number>): number {
  return counts.restored + counts['same values'] + counts.suggested;
}

function share(counts: Record<Outcome, number>): number {
  return counts.restored / total(counts);
}

function percent(counts: Record<Outcome, number>): string {
  return `${(share(counts) * 100).toFixed(2)} %`;
}
