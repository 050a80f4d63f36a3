import * as l10n from '@vscode/l10n';
import type { Role } from '../damage/crossedMarkers';
import { ofKind } from '../damage/damages';
import { fieldName, markerText } from '../format';
import { allOf } from '../language';
import type { Marker } from '../markers/scanner';
import { writeMarker } from '../repair/markerEdits';
import { spacing } from '../repair/spacing';
import type { Related, Rule } from './rule';

/** The START of one field is followed by the END of another, or START and END are exchanged. */
export const crossedFields: Rule = {
  code: 'crossed-fields',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('a field whose two markers do not belong together');
  },
  why: 'Programs cannot tell which field the value belongs to. Those that search for its END read on into the next article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    const crossed = ofKind(damages, 'crossed');
    if (crossed.length === 0) return;
    const space = spacing(article);
    for (const { marker, partner, wrong } of crossed) {
      const role = wrong.find((each) => each.marker === marker) ?? wrong[0];
      if (!role) continue;
      const edits = wrong.map((each) => writeMarker(article, each.marker, each.letters, each.side, space));
      yield {
        span: marker,
        message: messageOn(role, marker),
        related: related(partner),
        fixes: [{ title: l10n.t('Write {0}', allOf(edits.map(({ text }) => text))), edits, tier: 'safe' }],
      };
    }
  },
};

function related(partner: Marker | undefined): Related[] {
  if (!partner) return []; // It is in the article before.
  const name = fieldName(partner.letters);
  const message = partner.side === 'start' ? l10n.t('{0} is opened here.', name) : l10n.t('{0} is closed here.', name);
  return [{ span: partner, message }];
}

function messageOn({ marker, letters, side }: Role, shown: Marker): string {
  const written = markerText(shown.letters, shown.side);
  const right = markerText(letters, side);
  if (marker === shown) return l10n.t('{0} does not fit here. Write {1} instead.', written, right);
  const name = fieldName(marker.letters);
  return l10n.t('{0} does not fit here. Write {1} where {2} is opened.', written, right, name);
}
