/** An article as read up to some marker, and the costs of the fields that it gets or lacks. */
import { FIELDS, fieldRank } from '../../format';
import { textOf, trimmed } from '../../span';
import { COST } from './costs';
import type { MarkedField } from './reading';

export interface ArticleSoFar {
  /** Its fields: one bit per rank. */
  readonly seen: number;
  /** Highest rank of a field that is in its place, or -1. */
  readonly last: number;
  /** Ranks beside a lost marker, one bit each: a field that is missing there was lost with the marker. */
  readonly cut: number;
  readonly number: string | undefined;
}

/** An article without any field. */
export const EMPTY: ArticleSoFar = { seen: 0, last: -1, cut: 0, number: undefined };

/** One way to count a field into an article, and the article with it. */
export interface Placing {
  readonly field: MarkedField;
  readonly cost: number;
  readonly misplaced: boolean;
  readonly duplicate: boolean;
  readonly article: ArticleSoFar;
}

/** Rank of the field with which an article begins. */
export const FIRST_RANK = 0;

const REQUIRED = FIELDS.reduce((mask, row, rank) => (row.required ? mask | (1 << rank) : mask), 0);

/** Whether an article has the last field of the format. */
export function hasLast({ seen }: ArticleSoFar): boolean {
  return (seen & (1 << (FIELDS.length - 1))) !== 0;
}

/** Longer than any number; a longer value is compared as it is. */
const LONGEST_NUMBER = 1000;

/** The ways to count a field into an article: in its place, in the wrong place, or repeated. */
export function placings(article: ArticleSoFar, field: MarkedField, text: string): readonly Placing[] {
  const rank = fieldRank(field.letters);
  if (rank === -1) return [{ field, cost: COST.unknown, misplaced: false, duplicate: false, article }];
  const number = rank === FIRST_RANK ? numberIn(text, field) : article.number;
  if (article.seen & (1 << rank)) {
    const cost = number === article.number ? COST.duplicate : COST.otherNumber;
    return [{ field, cost, misplaced: false, duplicate: true, article }];
  }
  const bit = 1 << rank;
  const seen = article.seen | bit;
  const cut = article.cut | (field.end ? 0 : bit << 1) | (field.start ? 0 : bit >> 1);
  const outOfPlace: Placing = {
    field,
    cost: COST.misplaced,
    misplaced: true,
    duplicate: false,
    article: { seen, last: article.last, cut, number },
  };
  if (rank < article.last) return [outOfPlace];
  return [
    { field, cost: 0, misplaced: false, duplicate: false, article: { seen, last: rank, cut, number } },
    outOfPlace,
  ];
}

function numberIn(text: string, { inside }: MarkedField): string {
  return textOf(text, inside.end - inside.start > LONGEST_NUMBER ? inside : trimmed(text, inside));
}

/** The cost of the fields that an article lacks. */
export function missingCost({ seen, cut }: ArticleSoFar): number {
  let cost = 0;
  let gap = 0;
  for (let bit = 1; bit <= REQUIRED << 1; bit <<= 1) {
    if (REQUIRED & ~seen & bit) {
      gap |= bit;
      cost += COST.furtherMissing;
    } else if (gap !== 0) {
      if ((gap & cut) === 0) cost += COST.missing - COST.furtherMissing;
      gap = 0;
    }
  }
  return cost;
}
