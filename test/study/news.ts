/** Three hundred articles as news has them, always the same. Each text has the words *last Tuesday* once. */
import { pick, seeded } from '../random';
import { article } from '../server/cli/commandLine';

export interface NewsArticle {
  readonly number: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** The articles of each file, by the names of the files. */
export type News = Readonly<Record<string, readonly NewsArticle[]>>;

/**
 * The articles of a corpus: 180 in files of their own, in two folders that use the same names; 120 in files of four. `count` takes
 * fewer of them.
 */
export function news(count = 300): News {
  const random = seeded(7);
  const files: Record<string, NewsArticle[]> = {};
  for (let number = 1; number <= count; number++) {
    const year = number <= 90 ? 2023 : 2024;
    const file =
      number <= 180 ? `${year}/article_${((number - 1) % 90) + 1}.txt` : `2024/articles_${Math.ceil(number / 4)}.txt`;
    files[file] = [...(files[file] ?? []), newsArticle(random, number, year)];
  }
  return files;
}

/** The files' contents, in the line layout. */
export function contents(files: News): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, all]) => [file, all.map(textOf).join('')]));
}

export function textOf({ number, ...values }: NewsArticle): string {
  return article(number, values);
}

type Random = () => number;

function newsArticle(random: Random, number: number, year: number): NewsArticle {
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`;
  const title = number % 60 === 0 ? '' : filled(random, pick(random, TITLES));
  const sentences = Array.from({ length: 5 + Math.floor(random() * 8) }, () => filled(random, pick(random, SENTENCES)));
  sentences.splice(1 + Math.floor(random() * 3), 0, filled(random, pick(random, LAST_TUESDAY)));
  const between = pick(random, [' ', ' ', ' ', ' ', ' ', '\n\n', '\r\n\r\n', '  ']);
  const end = number % 10 === 0 ? ' Read more' : '';
  return { number: String(number), date, title, text: sentences.join(between) + end };
}

function filled(random: Random, template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, kind: keyof typeof WORDS) => pick(random, WORDS[kind]));
}

const WORDS = {
  place: [
    'Khartoum',
    'Gaza',
    'Aleppo',
    'Kyiv',
    'Nairobi',
    'Port-au-Prince',
    'Sanaa',
    'São Paulo',
    'Bogotá',
    'N’Djamena',
  ],
  person: [
    'Amara Diallo',
    'Gershon Baskin',
    'Mr. Okello',
    'Dr. Jane Smith',
    'Lt. Col. Reyes',
    'Ana Garci\u0301a',
    'U. Thant Jr.',
  ],
  group: ['rebels', 'ministers', 'aid workers', 'striking teachers', 'the U.N. envoy’s team', 'opposition leaders'],
  body: [
    'the United Nations',
    'AT&T',
    'the U.S. State Department',
    'the Red Cross',
    'Marks & Spencer',
    'the African Union',
  ],
  number: ['3', '17', '1,200', '45,000', 'some 60'],
};

const TITLES = [
  'Rebels agree to a truce in {place}',
  'Fire kills {number}. Police blame a gas leak',
  'Can {body} deliver a truce in {place}?',
  'Will they come? Nobody in {place} knows',
  '‘We won’t leave’: voices from {place}',
  'U.S. to send {number} troops to {place}',
  'R&D spending falls < 2% at {body}, report says',
  '{person}, vaccine pioneer, dies at 91',
  'Yes! {place} wins its first match',
  '"Enough is enough." {place} marches for peace',
  'Live: {group} meet in {place}',
  'What we know about the {place} attack...',
];

const LAST_TUESDAY = [
  'The {group} had agreed to meet in {place} last Tuesday.',
  'At least {number} people were killed last Tuesday when shells hit a market in {place}.',
  '“It was last Tuesday that we heard of it,” {person} said.',
  'A spokesman for {body} resigned last Tuesday, and no successor has been named.',
];

const SENTENCES = [
  'Weeks of talks in {place} have failed to produce agreement.',
  'International pressure is growing, {person} told reporters.',
  '“There’s a lot more pressure now,” said {person}, who helped to negotiate an earlier deal. “That’s obvious.”',
  'About {number} families have left their homes since the fighting began.',
  'Officials from {body} declined to comment.',
  'The price of bread has doubled, and {group} say that they cannot pay for fuel.',
  'Is a deal at hand? {person} does not think so.',
  'The U.S. and the E.U. called for restraint.',
  'He paid $3.5 million for the site, i.e. twice its value.',
  'In {place}, {number} schools stayed closed.',
  'Cafe\u0301s near the port opened again 🕊️ after the ceasefire.',
  'The report (see <b>page 4</b>) names {body} &amp; others.',
  'Turnout was < 40% in {place}, according to {body}.',
  'The {group} left.Their leader stayed in {place}.',
  'Aid agencies have warned of famine; {body} speaks of {number} deaths a day.',
];
