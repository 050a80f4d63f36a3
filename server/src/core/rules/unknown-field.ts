import { standIns } from '../damage/standIns';
import { FIELDS, markerText } from '../format';
import { rename } from '../repair/markerEdits';
import type { Rule } from './rule';

/** A well-formed field that the format does not have: a user-defined one, or a mistake. */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'warning',
  silentIn: 'whole',
  finds: 'a well-formed field that the format does not have',
  why: 'Programs that know only the fields of the format skip it, or read it as text. To use a field of your own, add it to the setting `article.additionalFields`.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }) {
    const unknown = article.fields.filter(({ format, letters }) => !format && !additionalFields.includes(letters));
    if (unknown.length === 0) return;
    const present = standIns(article, additionalFields);
    for (const field of unknown) {
      const { start, end, letters } = field;
      const marker = start ?? end;
      if (!marker) continue;
      const missing = present.find((standIn) => standIn.field === field)?.format;
      if (missing) {
        yield {
          span: marker,
          message: `${markerText(letters, marker.side)} belongs to no field of the format, and ${missing.name} is missing here. Did you mean ${markerText(missing.marker, marker.side)}?`,
          fixes: [rename(article, field, missing)],
        };
        continue;
      }
      yield {
        span: marker,
        message: `${markerText(letters, marker.side)} belongs to no field of the format, which has ${FIELDS.map((row) => row.name).join(', ')}. Correct it, or add ${letters} to the additional fields in the settings.`,
      };
    }
  },
};
