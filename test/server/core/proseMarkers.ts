/** The markers that the parser reads in an article of some prose, in each of several states of repair. */
import { markerText } from '../../../server/src/core/format';
import { parse } from '../../../server/src/core/parse/parser';
import { articleText, MARKERS } from './articles';

const without = (gone: string) => MARKERS.filter((marker) => marker !== gone);

/** What is to be read in each state, as there are no markers in the prose. */
export const READ = [MARKERS, without('F-N-S-T-A-R-T.'), without('T-E-X-T-E-N-D.'), without('T-I-T-L-E-E-N-D.')];

/** The markers read in a healthy article, and in one that has lost its first, its last or the END of its title. */
export function markersWith(title: string, text: string): string[][] {
  const healthy = articleText(['1986', '2024-04-09', title, text]);
  const first = healthy.replace(' F-N-S-T-A-R-T.', '');
  const last = healthy.replace(/ T-E-X-T-E-N-D\. $/, ' ');
  const middle = healthy.replace('T-I-T-L-E-E-N-D.', '');
  return [healthy, first, last, middle].map((each) =>
    parse(each).articles.flatMap(({ markers }) => markers.map(({ letters, side }) => markerText(letters, side))),
  );
}
