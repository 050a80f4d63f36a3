import type { Article, SyntaxFault } from '../article';
import { fieldName, markerText, type Side } from '../format';
import { writeMarker } from '../repair';
import type { Marker } from '../scanner';
import type { Edit, Fix, Related, Rule } from './rule';

/** One field is opened and another one closed, or START and END stand in each other's place. */
export const crossedFields: Rule = {
  code: 'crossed-fields',
  severity: 'error',
  finds: 'a field that is opened as one and closed as another',
  why: 'The value belongs to neither field. Programs that look for its END run on into the next article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article) {
    for (const fault of article.faults) {
      if (fault.code !== this.code) continue;
      const roles = rolesOf(article, fault);
      const wrong = roles.filter(({ marker, side, letters }) => marker.side !== side || marker.letters !== letters);
      const role = wrong.find(({ marker }) => marker === fault.marker) ?? wrong[0];
      if (!role) continue;
      yield {
        span: fault.marker,
        message: `${markerText(fault.marker.letters, fault.marker.side)} does not fit here. ${advice(role, fault.marker)}`,
        related: related(fault.partner),
        fixes: [
          uncross(
            article,
            fault,
            wrong.map(({ marker, letters, side }) => writeMarker(article, marker, letters, side)),
          ),
        ],
      };
    }
  },
};

function related(partner: Marker | undefined): Related[] {
  if (!partner) return []; // It stands in the article before.
  const does = partner.side === 'start' ? 'opened' : 'closed';
  return [{ span: partner, message: `${fieldName(partner.letters)} is ${does} here.` }];
}

interface Role {
  readonly marker: Marker;
  readonly side: Side;
  readonly letters: string;
}

function advice({ marker, letters, side }: Role, shown: Marker): string {
  const place = marker === shown ? 'instead' : `where ${fieldName(marker.letters)} is opened`;
  return `Write ${markerText(letters, side)} ${place}.`;
}

/** What the two markers of a fault stand for. */
function rolesOf(article: Article, { marker, partner }: SyntaxFault): Role[] {
  return article.fields.flatMap(({ letters, start, end }) => [
    ...(start && (start === marker || start === partner) ? [{ marker: start, side: 'start' as const, letters }] : []),
    ...(end && (end === marker || end === partner) ? [{ marker: end, side: 'end' as const, letters }] : []),
  ]);
}

/** Safe when the other field is there as well: were it missing, the value could be the one's or the other's. */
function uncross(article: Article, { marker, partner }: SyntaxFault, edits: readonly Edit[]): Fix {
  const present = (letters: string) => article.fields.some((field) => field.letters === letters);
  const certain = present(marker.letters) && (!partner || present(partner.letters));
  return {
    title: `Write ${edits.map(({ text }) => text).join(' and ')}`,
    edits,
    tier: certain ? 'safe' : 'suggested',
  };
}
