/** Texts that are made to be slow: how long our server takes, and how the time grows. */

import { pick, seeded } from '../../random';
import { type Measurement, timed } from '../measurement';
import { ARTICLE } from '../servers';
import { Session, TimedOut } from '../session';
import type { Extent, Suite } from './suite';

const MARKERS = ['F-N', 'D-A-T-E', 'T-I-T-L-E', 'T-E-X-T'].flatMap((letters) => [
  `${letters}-S-T-A-R-T. `,
  `${letters}-E-N-D. `,
]);

/** Each function makes a text with this many characters. */
const TEXTS: { readonly [name: string]: (length: number) => string } = {
  'nested STARTs': (length) => repeated('T-E-X-T-S-T-A-R-T. ', length),
  'marker soup': (length) => mixed(MARKERS, length),
  'misspelled markers': (length) =>
    mixed(
      MARKERS.map((marker) => marker.replace('.', '').toLowerCase()),
      length,
    ),
  'single letters': (length) => repeated('a b c d e f g h ', length),
  'letters of markers': (length) =>
    mixed(
      [...'ADEFILNRSTX'].map((letter) => `${letter}-`),
      length,
    ),
  hyphens: (length) => repeated('-', length),
  'white space': (length) => ` F-N-S-T-A-R-T. ${' '.repeat(length)}`,
  'invisible characters': (length) => ` T-E-X-T-S-T-A-R-T. ${repeated('\u200b\u200d', length)} T-E-X-T-E-N-D. `,
};

export const attack: Suite = {
  name: 'attack',
  async *run({ hostileSizes, patience }: Extent): AsyncGenerator<Measurement> {
    for (const [subject, text] of Object.entries(TEXTS)) {
      let expected = 0;
      for (const bytes of hostileSizes) {
        const measurement = { what: 'hostile text: open → verdict', subject, bytes, unit: 'ms' as const };
        // With linear growth, ten times the time of the previous size.
        if (expected > patience) break;
        const session = await Session.start(ARTICLE, patience);
        try {
          const time = await timed(() => session.open({ languageId: 'article', text: text(bytes) }));
          yield { ...measurement, samples: [time] };
          expected = time * 10;
        } catch (error) {
          if (!(error instanceof TimedOut)) throw error;
          yield { ...measurement, samples: [], remark: `no answer in ${patience / 1000} s` };
          break;
        } finally {
          await session.stop();
        }
      }
    }
  },
};

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function mixed(parts: readonly string[], length: number): string {
  const random = seeded(length);
  let text = '';
  while (text.length < length) text += pick(random, parts);
  return text;
}
