/** An article as both producers write it. */
import { markerText } from '../../core/format';

export interface LineField {
  readonly letters: string;
  readonly value: string;
}

/** An article of these fields in the line layout, without the white space at its ends. */
export function lineArticle(fields: readonly LineField[]): string {
  return fields
    .map(({ letters, value }) => `${markerText(letters, 'start')} ${value} ${markerText(letters, 'end')}`)
    .join('  ');
}
