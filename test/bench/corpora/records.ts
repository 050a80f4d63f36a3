/** Invented news, from which every corpus is written in its language. The same in every run. */
import { pick, seeded } from '../random';

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

/** Real articles have 2,000 characters on average, and half of them have fewer than 1,200. */
const MEDIAN_WORDS = 190;
const SPREAD = 1.05;
const MOST_WORDS = 4000;

/** An endless sequence of records. */
export function* records(seed: number): Generator<Record> {
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
