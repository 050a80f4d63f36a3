/** Articles for the examples of the rules across files. */
import { FIELDS, markerText } from '../../core/format';

/** An article as the producers write it. */
export function exampleArticle(number: string, title: string, text: string): string {
  const values: Record<string, string> = { number, date: '2024-04-09', title, text };
  const fields = FIELDS.map(
    ({ kind, marker }) => `${markerText(marker, 'start')} ${values[kind]} ${markerText(marker, 'end')}`,
  );
  return ` ${fields.join('  ')} `;
}
