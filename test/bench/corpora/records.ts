/** Invented news, from which every corpus is written in its language. The same in every run. */
import { pick, seeded } from '../../random';

export interface Record {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** Words without characters that any of the languages must escape. */
const WORDS =
  'a truce was never going to be easy weeks of talks have failed the envoy said on Tuesday that both sides had agreed in principle but no date is set while aid waits at the border and prices rise again hospitals report shortages ministers met late into night Gaza Cairo Doha Brussels officials people 1,200 F-16 U.S. e-mail government parliament election river harvest market school'.split(
    ' ',
  );

/** Characters outside ASCII, such as two of five real articles have. */
const BEYOND_ASCII = ['“never”', 'café', '–', 'it’s', '…', 'São'];

/** Half of the real articles have fewer than 1,200 characters; one in 150 has over 10,000, and the longest 25,000. */
const MEDIAN_WORDS = 165;
const SPREAD = 0.95;
const MOST_WORDS = 4000;

/** What some real articles have, as a share of all: counted in a corpus of 3,982 articles. */
export const SHARES = {
  /** The text of an earlier article: 10 pairs. */
  repeatedText: 10 / 3982,
  /** The text of an earlier article with another sentence at its end: 12 pairs are alike, but not identical. */
  similarText: 12 / 3982,
  emptyTitle: 7 / 3982,
  /** A zero-width space in the text. */
  invisibleCharacter: 5 / 3982,
};

/** A text is repeated soon, as in a real corpus, in which neighbours are of the same days. */
const REMEMBERED = 200;

const INVISIBLE = '\u200b';

/** An endless sequence of records like the real ones. */
export function* records(seed: number): Generator<Record> {
  const random = seeded(seed + 1); // Other numbers than those of the records, which so stay the same.
  const texts: string[] = [];
  for (const record of healthyRecords(seed)) {
    const { text } = record;
    const earlier = texts.length > 0 ? pick(random, texts) : text;
    const kind = random();
    yield { ...record, ...changeOf(kind, text, earlier) };
    texts.push(text);
    if (texts.length > REMEMBERED) texts.shift();
  }
}

/** The values of a record that differ from those of a healthy one; `kind` is from 0 to 1. */
function changeOf(kind: number, text: string, earlier: string): Partial<Record> {
  const { repeatedText, similarText, emptyTitle, invisibleCharacter } = SHARES;
  let most = repeatedText;
  if (kind < most) return { text: earlier };
  most += similarText;
  if (kind < most) return { text: `${earlier} Talks go on.` };
  most += emptyTitle;
  if (kind < most) return { title: '' };
  most += invisibleCharacter;
  if (kind < most) return { text: text.replace(' ', ` ${INVISIBLE}`) };
  return {};
}

/** An endless sequence of records without faults, each with a text of its own. */
export function* healthyRecords(seed: number): Generator<Record> {
  const random = seeded(seed);
  for (let number = 1; ; number++) {
    const words = random() < 0.4 ? [...WORDS, ...BEYOND_ASCII] : WORDS;
    yield {
      number: String(number),
      date: `20${10 + Math.floor(random() * 14)}-${twoDigits(random, 12)}-${twoDigits(random, 28)}`,
      title: sentence(random, words, 5 + Math.floor(random() * 8)),
      text: prose(random, words),
    };
  }
}

function prose(random: () => number, words: readonly string[]): string {
  const length = Math.min(MOST_WORDS, Math.round(MEDIAN_WORDS * Math.exp(SPREAD * normal(random))));
  const sentences: string[] = [];
  for (let count = 0; count <= length; count += 14) sentences.push(sentence(random, words, 14));
  return sentences.join(' ');
}

function sentence(random: () => number, words: readonly string[], length: number): string {
  const text = Array.from({ length }, () => pick(random, words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function twoDigits(random: () => number, most: number): string {
  return String(1 + Math.floor(random() * most)).padStart(2, '0');
}

/** Normally distributed (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
