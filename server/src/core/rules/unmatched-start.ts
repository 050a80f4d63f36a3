import { loneMarkers } from '../damage/ownFields';
import { unmatchedMarkers } from '../damage/unmatched';
import { fieldName, markerText } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, type Field, fieldAround } from '../parse/article';
import type { Edit, Fix } from '../repair/edit';
import { insertEnd, insertStart, remove, writeMarker } from '../repair/markerEdits';
import { completeRest, mayHoldMarker } from '../repair/remains';
import { type Spacing, spacing } from '../repair/spacing';
import { skipWhiteSpace } from '../span';
import { endsSentence } from '../text/sentences';
import type { Rule, RuleFinding } from './rule';

/** A START without its END: the value runs into whatever follows, and CoreNLP reads the marker as text. */
export const unmatchedStart: Rule = {
  code: 'unmatched-start',
  severity: 'error',
  silentIn: 'whole',
  finds: 'a START without its END',
  why: 'It is not clear where the value ends. Programs that search for the END read everything up to the next END, often that of another article, as one value.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }) {
    const unmatched = unmatchedMarkers(article, 'unmatched-start');
    const lone = loneMarkers(article, additionalFields).filter(({ marker }) => marker.side === 'start');
    if (unmatched.length + lone.length === 0) return;
    const space = spacing(article);
    for (const { marker, partner, field, cut, home, torn } of unmatched) {
      if (home) {
        yield moved(article, marker, partner, home, insertStart(article, home, space));
        continue;
      }
      const end = markerText(marker.letters, 'end');
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is opened here but not closed. ${field ? `Add ${end} after its value` : 'Remove this marker'}, or ${field ? 'remove this marker' : `add ${end}`}.${lost(article, field, cut)}`,
        ...(partner && { related: [{ span: partner, message: related(field, partner) }] }),
        fixes: field
          ? [
              completeRest(article, field, 'end') ?? [],
              withTorn(article, close(article, field, space, cut), torn, space),
            ].flat()
          : [removeMarker(article, marker, partner)],
      };
    }
    for (const { marker, field } of lone) {
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is opened here but not closed. Add ${markerText(marker.letters, 'end')}, or remove this marker.`,
        fixes: [
          field
            ? { ...close(article, field, space), tier: 'suggested' }
            : removeMarker(article, marker, fieldAround(article, marker)?.start),
        ],
      };
    }
  },
};

function related(field: Field | undefined, partner: Marker): string {
  const name = fieldName(partner.letters);
  return field ? `${name} begins here, before the END.` : `${name} is opened here.`;
}

/** What to do if more than the END is lost. */
function lost(article: Article, field: Field | undefined, cut: string | undefined): string {
  if (cut) return ` Also missing: ${cut}. Restore what is missing from the source.`;
  if (!field || !breaksOff(article, field) || mayHoldMarker(article, field, 'end')) return '';
  return ' Its text may be cut off: if it is, restore the rest from the source.';
}

/** Whether a TEXT ends within a sentence, and the white space on both sides of its END is lost too. */
function breaksOff({ text }: Article, { format, value }: Field): boolean {
  if (format?.kind !== 'text' || value.start === value.end || endsSentence(text, value)) return false;
  return skipWhiteSpace(text, value.end, text.length) - value.end < 2;
}

/** `cut` names the fields that were cut off after it. */
function close(article: Article, field: Field, space: Spacing, cut?: string): Fix {
  const tier = cut || breaksOff(article, field) || mayHoldMarker(article, field, 'end') ? 'suggested' : 'safe';
  return { title: `Insert ${markerText(field.letters, 'end')}`, edits: [insertEnd(article, field, space)], tier };
}

/** The fix, which also corrects the torn marker beside it. */
export function withTorn(article: Article, fix: Fix, torn: Marker | undefined, space: Spacing): Fix {
  if (!torn) return fix;
  const edits = [...fix.edits, writeMarker(article, torn, torn.letters, torn.side, space)];
  return { ...fix, edits, tier: 'suggested' };
}

/** The finding on a marker that was moved away from its field. */
export function moved(
  article: Article,
  marker: Marker,
  partner: Marker | undefined,
  home: Field,
  insert: Edit,
): RuleFinding {
  const [own, name] = [markerText(marker.letters, marker.side), fieldName(marker.letters)];
  const place = marker.side === 'start' ? 'before' : 'after';
  return {
    span: marker,
    message: `${own} does not belong here: it is missing from the ${name} field. Move it ${place} the value of ${name}.`,
    related: [
      { span: home.start ?? home.end ?? home.span, message: `The other marker of this ${name} field is missing.` },
    ],
    fixes: [
      {
        title: `Move ${own} ${place} its value`,
        edits: [remove(article, marker), insert],
        tier: 'suggested',
        changes: [marker.letters, ...(partner ? [partner.letters] : [])],
      },
    ],
  };
}

/** The fix that removes a marker from the value of another field. */
export function removeMarker(article: Article, marker: Marker, partner: Marker | undefined): Fix {
  return {
    title: `Remove ${markerText(marker.letters, marker.side)}`,
    edits: [remove(article, marker)],
    tier: 'suggested',
    changes: [marker.letters, ...(partner ? [partner.letters] : [])],
  };
}
