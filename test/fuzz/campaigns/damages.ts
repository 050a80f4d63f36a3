/** After all safe fixes, no value is wrong in a text in which nothing is found any more. */
import fc from 'fast-check';
import { parse } from '../../../server/src/core/parse/parser';
import { textOf } from '../../../server/src/core/span';
import { allFixed, findingsIn } from '../../server/core/findings';
import { type Campaign, campaignOf } from '../campaign';
import { documentOf, LAYOUTS, type Layout, MARKERS, type Values, values } from '../rawDamage/articles';
import { edited } from '../rawDamage/edits';
import { KINDS, type Kind, type Place } from '../rawDamage/kinds';
import { Shares } from '../rawDamage/shares';
import type { Choice } from '../rawDamage/spellings';
import { cutsWhole, endsWithSentence, gluesToWord, joinsValues, writesAgain } from '../rawDamage/unknowable';

/** One damage of an article. */
interface Damage {
  readonly kind: string;
  /** The index of the article, and of its marker. */
  readonly article: number;
  readonly marker: number;
  readonly choices: readonly [Choice, Choice];
}

interface DamageCase {
  readonly articles: readonly Values[];
  readonly layout: Layout;
  readonly damages: readonly Damage[];
}

const BY_NAME = new Map(KINDS.map((kind) => [kind.name, kind]));

const choice: fc.Arbitrary<Choice> = fc.record({ at: fc.nat(9999), how: fc.nat(9999) });

const damageOf = (article: fc.Arbitrary<number>, kinds: readonly Kind[]): fc.Arbitrary<Damage> =>
  fc.record({
    kind: fc.constantFrom(...kinds.map(({ name }) => name)),
    article,
    marker: fc.nat(MARKERS.length - 1),
    choices: fc.tuple(choice, choice),
  });

/** Moved markers are not tried together with other damages: rarely, a rest of the other marker becomes part of a value. */
const PAIRED = KINDS.filter(({ isMoved }) => !isMoved);

/** Damages of one article, alone or the third of five; or two damages, of the same article or of two. */
function casesOf(count: number, isPair: boolean): fc.Arbitrary<DamageCase> {
  const third = damageOf(fc.constant(Math.floor(count / 2)), isPair ? PAIRED : KINDS);
  return fc.record({
    articles: fc.array(values, { minLength: count, maxLength: count }),
    layout: fc.constantFrom(...LAYOUTS),
    damages: isPair ? fc.tuple(third, damageOf(fc.nat(count - 1), PAIRED)) : fc.tuple(third),
  });
}

export const cases = fc.oneof(
  ...[1, 5].flatMap((count) => [
    { weight: 3, arbitrary: casesOf(count, false) },
    { weight: 2, arbitrary: casesOf(count, true) },
  ]),
);

const shares = new Shares();

/** Tries one case. Returns 0 if its choices make no damage. */
export function attempt({ articles, layout, damages }: DamageCase): number {
  const { text: healthy, places } = documentOf(articles, layout);
  const edits = damages.map(({ kind, article, marker, choices }) => {
    const place = { ...places[article], document: healthy, index: marker } as Place;
    return (BY_NAME.get(kind) as Kind).damage(place, choices);
  });
  const all = edits.flatMap((each) => each ?? []);
  const isUnknowable = joinsValues(places, all) || gluesToWord(all) || writesAgain(all) || cutsWhole(places, all);
  if (edits.includes(undefined) || isUnknowable) return 0;
  const damaged = edited(healthy, all);
  // An empty file is what the rule empty-file is for.
  if (damaged === undefined || damaged === healthy || damaged.trim() === '') return 0;
  const fixed = allFixed(damaged);
  const isSilent = findingsIn(fixed).length === 0;
  if (isSilent && valuesIn(fixed) !== valuesIn(healthy))
    fail('A value is wrong, and nothing is found', damaged, healthy);
  const outcome = fixed === healthy ? 'restored' : isSilent ? 'same values' : 'suggested';
  const [{ kind, article, marker }, other] = damages as [Damage, Damage?];
  if (other) {
    shares.count(`two of these, in ${other.article === article ? 'one article' : 'two'}`, 'other', outcome, true);
    return 1;
  }
  const { group } = BY_NAME.get(kind) as Kind;
  const isOne = group === 'lost' || group === 'respelled';
  if (isOne && findingsIn(damaged).length !== 1)
    fail('One damage has more than one finding, or none', damaged, healthy);
  shares.count(kind, group, outcome, group !== 'lost' || isKnowable(damaged, articles[article] as Values, marker));
  return 1;
}

/** Marks at the edges of a text that nothing closes or opens, which may have been typed for white space. */
const UNCLOSED = /^[“‘(][^“‘(”’)]*(?:[“‘(]|$)/;
const UNOPENED = /(?:^|[”)])[^“(”)]*[”)][.!?…]?$/;

/**
 * Whether the place of a lost marker shows that nothing else is lost: no text breaks off, no file begins in a number, and the full
 * stop after a headline's initials is not that of the END.
 */
function isKnowable(damaged: string, [, , title, text]: Values, marker: number): boolean {
  if (marker === 7) return endsWithSentence(text) && !UNOPENED.test(text);
  if (marker === 6) return !UNCLOSED.test(text);
  if (marker === 5) return !/\p{Lu}\.$/u.test(title);
  return marker !== 0 || damaged.startsWith(MARKERS[0]) || /^\s/.test(damaged);
}

/** The letters and values of all fields of each article. */
function valuesIn(text: string): string {
  const { articles } = parse(text);
  const fields = articles.map((each) => each.fields.map(({ letters, value }) => [letters, textOf(each.text, value)]));
  return JSON.stringify(fields);
}

function fail(what: string, damaged: string, healthy: string): never {
  throw new Error(
    `${what}:\n  const healthy = ${JSON.stringify(healthy)};\n  const damaged = ${JSON.stringify(damaged)};\n`,
  );
}

const campaign = campaignOf(
  {
    name: 'damages',
    unit: 'damages',
    holds:
      'After all safe fixes of an article or two that hands and tools have damaged, every value is the original one, or something is still found; one lost or misspelled marker has one finding',
    short: 5_000,
    round: 20_000,
    full: 1_000_000,
  },
  cases,
  attempt,
);

export const damages: Campaign = {
  ...campaign,
  run: async (seed, count) => {
    const tried = await campaign.run(seed, count);
    if (count >= campaign.round) shares.check();
    return tried;
  },
  report: () => shares.toString(),
};
