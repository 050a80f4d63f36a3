import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { FIELDS, markerText } from '../format';
import { rename } from '../repair/markerEdits';
import type { Rule } from './rule';

/** A well-formed field that the format does not have: a user-defined one, or a mistake. */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'warning',
  silentIn: 'whole',
  get finds() {
    return l10n.t('a well-formed field that the format does not have');
  },
  why: 'Programs that know only the fields of the format skip it, or read it as text. To use a field of your own, add it to the setting `article.additionalFields`.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    for (const { field, missing } of ofKind(damages, 'renamed')) {
      if (field.format) continue;
      const { letters, start } = field;
      yield {
        span: start ?? field.span,
        message: l10n.t(
          '{0} belongs to no field of the format, and {1} is missing here. Did you mean {2}?',
          markerText(letters, 'start'),
          missing.name,
          markerText(missing.marker, 'start'),
        ),
        fixes: [rename(article, field, missing)],
      };
    }
    for (const { field } of ofKind(damages, 'unknown')) {
      const { letters, start, end } = field;
      const marker = start ?? end;
      if (!marker) continue;
      yield {
        span: marker,
        message: l10n.t(
          '{0} belongs to no field of the format, which has {1}. Correct it, or add {2} to the additional fields in the settings.',
          markerText(letters, marker.side),
          FIELDS.map((row) => row.name).join(', '),
          letters,
        ),
      };
    }
  },
};
