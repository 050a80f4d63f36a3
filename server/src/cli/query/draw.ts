/** Draws a sample that everybody with the same corpus and seed draws again, on every machine. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { grouped } from '../../core/grouping';
import { quotas } from './quotas';

/**
 * Draws `count` of the items whose strata these are, without putting any back. Gives their indexes, the lowest first. `count` is at
 * most the number of items; the generator takes 32 bits of `seed`.
 *
 * One generator (xoroshiro128+) serves all strata, in the order of their names by code units. In each stratum, the items are
 * shuffled by Fisher and Yates as far as needed: the item at each place, from the first on, changes places with one that is drawn
 * from it and all after it.
 */
export function draw(strata: readonly string[], count: number, seed: number): readonly number[] {
  const random = xoroshiro128plus(seed);
  const members = membersOf(strata);
  const numbers = quotas(
    members.map(([, { length }]) => length),
    count,
  );
  const drawn = members.flatMap(([, items], stratum) => {
    const number = numbers[stratum] as number;
    for (let at = 0; at < number; at++) {
      const other = uniformInt(random, at, items.length - 1);
      [items[at], items[other]] = [items[other] as number, items[at] as number];
    }
    return items.slice(0, number);
  });
  return drawn.sort((a, b) => a - b);
}

/** The strata in the order of their names, each with the indexes of its items. */
function membersOf(strata: readonly string[]): readonly [stratum: string, items: number[]][] {
  const members = grouped(strata.keys(), (index) => strata[index] as string);
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1));
}
