/** Damages of whole corpora: what a tool, a transfer or a scan does to every article. */
import { pick, seeded } from '../../random';
import { SEED } from './corpus';

const MARKER = /(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-(?:S-T-A-R-T|E-N-D)\./g;
const ARTICLE = /(?<=T-E-X-T-E-N-D\.\s*)(?=\s{0,2}F-N-S-T-A-R-T\.)/;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const COLUMNS = 72;

/** Ways to damage a text of healthy articles, by what was done. */
export const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  'one marker lost in each article': (text) => {
    const random = seeded(SEED);
    return text
      .split(ARTICLE)
      .map((article) => {
        const marker = pick(random, [...article.matchAll(MARKER)]);
        return marker ? article.slice(0, marker.index) + article.slice(marker.index + marker[0].length) : article;
      })
      .join('');
  },
  'en dashes for all hyphens': (text) => text.replace(MARKER, (marker) => marker.replaceAll('-', '–')),
  'wrapped at 72 columns': (text) => {
    let column = 0;
    return text.replace(/[^ -]*[ -]/g, (word) => {
      const isOver = column + word.length > COLUMNS;
      column = isOver ? word.length : column + word.length;
      return isOver ? `\n${word}` : word;
    });
  },
  'misread characters, 2 %': (text) => {
    const random = seeded(SEED);
    return text.replace(/./gsu, (character) =>
      random() < 0.02 ? pick(random, [...LETTERS, '', '.', '-']) : character,
    );
  },
  'a wrong letter in every second marker': (text) => {
    const random = seeded(SEED);
    return text.replace(MARKER, (marker) => {
      if (random() < 0.5) return marker;
      const at = 2 * Math.floor((random() * marker.length) / 2);
      return marker.slice(0, at) + pick(random, LETTERS) + marker.slice(at + 1);
    });
  },
  'its markers only, in random order': (text) => {
    const random = seeded(SEED);
    const markers = (text.match(MARKER) ?? []).map((marker) => ({ marker, place: random() }));
    return markers
      .sort((a, b) => a.place - b.place)
      .map(({ marker }) => `${marker} `)
      .join('');
  },
  'an array of JSON strings': (text) => JSON.stringify(text.split(ARTICLE)),
};
