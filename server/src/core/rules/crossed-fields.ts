import { fieldName, markerText, type Side } from '../format';
import type { Marker } from '../markers/scanner';
import type { Article, SyntaxFault } from '../parse/article';
import type { Edit, Fix } from '../repair/edit';
import { writeMarker } from '../repair/markerEdits';
import { spacing } from '../repair/spacing';
import type { Related, Rule } from './rule';

/** The START of one field is followed by the END of another, or START and END are exchanged. */
export const crossedFields: Rule = {
  code: 'crossed-fields',
  severity: 'error',
  silentIn: 'whole',
  finds: 'a field whose two markers do not belong together',
  why: 'Programs cannot tell which field the value belongs to. Those that search for its END read on into the next article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article) {
    const faults = article.faults.filter(({ code }) => code === this.code);
    if (faults.length === 0) return;
    const roles = rolesOf(article);
    const present = new Set(article.fields.map(({ letters }) => letters));
    const space = spacing(article);
    const wrongIn = ({ marker, partner }: SyntaxFault) =>
      inOrder([marker, partner].flatMap((each) => roles.get(each) ?? [])).filter(isWrong);
    const wrongByKey = new Map(faults.flatMap(wrongIn).map((role) => [keyOf(role), role]));
    const reported = new Set<Marker>();
    for (const fault of faults) {
      const { marker, partner } = fault;
      const own = wrongIn(fault);
      if (own.some((each) => reported.has(each.marker))) continue;
      const [other] = own.flatMap((each) => wrongByKey.get(exchangeOf(each)) ?? []);
      const wrong = other && !own.some((each) => each.marker === other.marker) ? inOrder([...own, other]) : own;
      for (const each of wrong) reported.add(each.marker);
      const role = wrong.find((each) => each.marker === marker) ?? wrong[0];
      if (!role) continue;
      const edits = wrong.map((each) => writeMarker(article, each.marker, each.letters, each.side, space));
      yield {
        span: marker,
        message: `${markerText(marker.letters, marker.side)} does not fit here. ${advice(role, marker)}`,
        related: related(partner),
        fixes: [uncross(fault, edits, present)],
      };
    }
  },
};

function related(partner: Marker | undefined): Related[] {
  if (!partner) return []; // It is in the article before.
  const does = partner.side === 'start' ? 'opened' : 'closed';
  return [{ span: partner, message: `${fieldName(partner.letters)} is ${does} here.` }];
}

/** What a marker should be. */
interface Role {
  readonly marker: Marker;
  readonly side: Side;
  readonly letters: string;
}

function advice({ marker, letters, side }: Role, shown: Marker): string {
  const place = marker === shown ? 'instead' : `where ${fieldName(marker.letters)} is opened`;
  return `Write ${markerText(letters, side)} ${place}.`;
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

/** Safe when the other field is there as well: were it missing, the value could be the one's or the other's. */
function uncross({ marker, partner }: SyntaxFault, edits: readonly Edit[], present: ReadonlySet<string>): Fix {
  const certain = present.has(marker.letters) && (!partner || present.has(partner.letters));
  return {
    title: `Write ${edits.map(({ text }) => text).join(' and ')}`,
    edits,
    tier: certain ? 'safe' : 'suggested',
  };
}
