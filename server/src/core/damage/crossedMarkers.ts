/** Fields whose two markers do not belong together, and what these markers should be. */

import type { Side } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, type Gap, isCut, type SyntaxFault } from '../parse/article';
import type { SomeSymptoms, Symptoms } from './symptoms';

/** What a marker should be. */
export interface Role {
  readonly marker: Marker;
  readonly side: Side;
  readonly letters: string;
}

/** The START of one field is followed by the END of another, or markers are exchanged. */
export interface Crossed {
  readonly kind: 'crossed';
  readonly marker: Marker;
  /** The marker that it clashes with; none if that is in the article before. */
  readonly partner: Marker | undefined;
  /** The markers that are wrong, in order. */
  readonly wrong: readonly Role[];
  readonly explains: SomeSymptoms;
}

/** The crossed fields. Two markers that were exchanged are one damage, even where they are far apart. */
export function* crossedMarkers(article: Article, { faults, missing, misspelled }: Symptoms): Generator<Crossed> {
  const crossed = [...faults].filter(({ code }) => code === 'crossed-fields');
  if (crossed.length === 0) return;
  const roles = rolesOf(article);
  const wrongIn = ({ marker, partner }: SyntaxFault) =>
    inOrder([marker, partner].flatMap((each) => roles.get(each) ?? [])).filter(isWrong);
  const byKey = new Map(crossed.flatMap((fault) => wrongIn(fault).map((role) => [keyOf(role), { role, fault }])));
  const explained = new Set<SyntaxFault>();
  for (const fault of crossed) {
    if (explained.has(fault)) continue;
    const own = wrongIn(fault);
    const [other] = own.flatMap((each) => byKey.get(exchangeOf(each)) ?? []);
    const isOther = other !== undefined && other.fault !== fault && !explained.has(other.fault);
    const together = isOther ? [fault, other.fault] : [fault];
    for (const each of together) explained.add(each);
    const wrong = isOther ? inOrder([...own, other.role]) : own;
    const explains = {
      faults: together,
      missing: [...missing].filter((gap) => together.some((each) => took(each, gap))),
      misspelled: wrong.map(({ marker }) => marker).filter((marker) => misspelled.has(marker)),
    };
    yield { kind: 'crossed', marker: fault.marker, partner: fault.partner, wrong, explains };
  }
}

/** Whether a missing field was cut off with the other markers of a crossed field. */
function took({ marker, partner }: SyntaxFault, gap: Gap): boolean {
  const edges = [gap.before?.end, gap.after?.start];
  return isCut(gap) && [marker, partner].some((each) => each && edges.includes(each));
}

function isWrong({ marker, side, letters }: Role): boolean {
  return marker.side !== side || marker.letters !== letters;
}

/** What a marker is, and what it should be. */
function keyOf({ marker, side, letters }: Role): string {
  return `${marker.side} ${marker.letters} ${side} ${letters}`;
}

/** The key of the marker with which it was exchanged. */
function exchangeOf({ marker, side, letters }: Role): string {
  return `${side} ${letters} ${marker.side} ${marker.letters}`;
}

function inOrder(roles: readonly Role[]): readonly Role[] {
  return roles.toSorted((a, b) => a.marker.start - b.marker.start);
}

/** What the markers of an article's fields should be. */
function rolesOf({ fields }: Article): ReadonlyMap<Marker | undefined, Role> {
  const roles = new Map<Marker | undefined, Role>();
  for (const { letters, start, end } of fields) {
    if (start) roles.set(start, { marker: start, side: 'start', letters });
    if (end) roles.set(end, { marker: end, side: 'end', letters });
  }
  return roles;
}
