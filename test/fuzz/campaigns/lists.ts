/** A list of files names exactly the paths in it: a damaged list must never reach another file. */
import fc from 'fast-check';
import { pathsIn } from '../../../server/src/cli/input/fileList';
import { WIDE } from '../../server/encodings';
import { campaignOf } from '../campaign';
import { isRefusal } from '../refusal';

const ENCODINGS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'Latin-1': (text: string) => Buffer.from(text, 'latin1'),
  ...WIDE,
} as const;

const name = fc.oneof(
  fc.constantFrom(
    'a.txt',
    'corpus/article_1986.txt',
    'C:\\corpus\\a.txt',
    '/corpus/a b.txt',
    'مقال.txt',
    'أخبار العالم العربي.',
    '新闻',
    '上海.txt',
    '慢慢', // In little-endian UTF-16, these bytes are “baba”.
    'café.txt',
    'a',
    '.',
    '-',
    '*',
  ),
  fc.string({ minLength: 2, maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('新', '闻', '.', '/', 'a', '一', '慢', '\n'), minLength: 1, maxLength: 6 }),
);

/** What an accident does to a byte of a list. */
const accident = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom('drop', 'double', 'flip', 'cut', 'NUL'),
});

const example = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 6 }),
  separator: fc.constantFrom('\n', '\r\n', '\0'),
  hasMark: fc.boolean(),
  encoding: fc.constantFrom(...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])),
  accidents: fc.array(accident, { maxLength: 2 }),
});

type Example = typeof example extends fc.Arbitrary<infer T> ? T : never;

export const lists = campaignOf(
  {
    name: 'lists',
    unit: 'lists',
    holds:
      'A list of files, however it is encoded or damaged, names everything between its separators, and nothing else',
    short: 1_000,
    round: 5_000,
    full: 10_000,
  },
  example,
  attempt,
);

function attempt({ names, separator, hasMark, encoding, accidents }: Example): number {
  const whole = ENCODINGS[encoding]((hasMark ? '\ufeff' : '') + names.join(separator) + separator);
  const bytes = accidents.reduce(damaged, whole);
  const complained: string[] = [];
  let paths: readonly string[];
  try {
    paths = pathsIn(bytes, 'list', (file) => complained.push(file));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return 1;
  }
  const text = new TextDecoder().decode(bytes);
  if (accidents.length === 0 && encoding in WIDE) throw new Error(`${encoding} was accepted as a list.`);
  for (const path of paths) {
    const isThere = text.split(/[\0\n]/).some((part) => part.replace(/\r$/, '') === path.replace(/^\.\/-$/, '-'));
    const isWhole = text.split('\0').includes(path);
    if (!isThere && !isWhole) throw new Error(`${JSON.stringify(path)} is not in the list.`);
    const isNamed = names
      .join(separator)
      .split(/[\0\r\n]/)
      .includes(path);
    if (encoding === 'UTF-8' && accidents.length === 0 && path.length <= 1 && !isNamed) {
      throw new Error('A single character was accepted as a path.');
    }
  }
  const named = [...paths, ...complained].join('\n').replaceAll('./-', '-');
  for (const part of text.split(/[\0\r\n]/)) {
    if (!named.includes(part)) throw new Error(`${JSON.stringify(part)} was left out silently.`);
  }
  return 1;
}

function damaged(bytes: Buffer, { at, how }: { readonly at: number; readonly how: string }): Buffer {
  const place = Math.floor(at * bytes.length);
  const byte = bytes[place] ?? 0;
  const middle = { drop: [], double: [byte, byte], flip: [byte ^ 0x10], cut: [], NUL: [0, byte] }[how] ?? [];
  return Buffer.concat([
    bytes.subarray(0, place),
    Buffer.of(...middle),
    how === 'cut' ? Buffer.of() : bytes.subarray(place + 1),
  ]);
}
