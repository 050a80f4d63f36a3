/** What may happen to an exported table in other programs and by hand. */
import fc from 'fast-check';

/** A change to one row. */
export interface RowMutation {
  /** The index of the row, modulo the number of rows. */
  readonly row: number;
  readonly how: 'drop' | 'rename' | 'set' | 'twice' | 'name';
  readonly column: string;
  /** The new name of the column, or its value as JSON; for `name`, the name of a file. */
  readonly to: string;
}

const column = fc.constantFrom(
  ...[
    'number',
    'date',
    'title',
    'text',
    'file',
    'words',
    'sha256',
    'order',
    'doc_id',
    'day',
    'index',
    'byline',
    'field_words',
    's',
  ],
);

const newName = fc.oneof(
  column,
  fc.constantFrom('body', 'Text', 'NUMBER', 'field_text', '__proto__', 'constructor', ''),
);

const value = fc.oneof(
  fc.constantFrom(
    ...[
      'null',
      'true',
      '0',
      '-1',
      '1986',
      '1986.0',
      '1.5',
      '1e400',
      '12345678901234567890',
      'NaN',
      '[]',
      '{}',
      '["a"]',
    ],
    ...[
      '""',
      '"x"',
      '"\\ud800"',
      '"a\\udc00b"',
      '"\\ud83d\\ude00"',
      '"\\u2028\\u0085"',
      '"\\u0000"',
      '"\\r\\n"',
      '{"text":1,"text":2}',
    ],
    ...[
      '"T-E-X-T-E-N-D."',
      '" F-N-S-T-A-R-T. 2 F-N-E-N-D. "',
      '"B-Y-L-I-N-E-S-T-A-R-T."',
      '"T-E-X-T-S-T-A-R-T. x T-E-X-T-E-N-D."',
    ],
    ...[
      '"number date title text"',
      '"text title date number"',
      '"number text"',
      '"number date title byline text"',
      '"s text"',
    ],
  ),
  fc.json({ maxDepth: 2 }),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
);

/** FOLDER represents a folder into which nothing may be written, except into one folder in it. */
const fileName = fc.oneof(
  fc.constantFrom(
    ...[
      '../x.txt',
      'FOLDER/x.txt',
      'up/x.txt',
      'up/out/x.txt',
      'link.txt',
      'folder',
      'folder/x.txt',
      'folder/../../x.txt',
      'a/b/c.txt',
    ],
    ...[
      './x.txt',
      '0.TXT',
      '0.txt',
      '1.txt',
      '0.txt/x',
      'C:\\x.txt',
      'C:x.txt',
      '..\\x.txt',
      'a\\..\\..\\x.txt',
      '\\\\host\\x',
      '//x',
      'a//b',
      'a/',
      '/',
    ],
    ...[
      '.',
      '..',
      '-',
      '',
      ' ',
      'a\0b',
      '\n.txt',
      '\u202etxt.a',
      'é.txt',
      'e\u0301.txt',
      'x'.repeat(300),
      'CON',
      'a:b',
      '~/x.txt',
      '%2e%2e/x.txt',
    ],
  ),
  fc
    .array(fc.constantFrom('..', '.', 'up', 'a', '', '0.txt'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/')),
);

export const rowMutation: fc.Arbitrary<RowMutation> = fc.oneof(
  fc.record({ row: fc.nat(), how: fc.constantFrom('drop'), column, to: fc.constant('') }),
  fc.record({ row: fc.nat(), how: fc.constantFrom('rename'), column, to: newName }),
  fc.record({ row: fc.nat(), how: fc.constantFrom('set', 'twice'), column: newName, to: value }),
  fc.record({ row: fc.nat(), how: fc.constantFrom('name'), column: fc.constant('file'), to: fileName }),
);

/** A row as JSON, or damaged JSON; `folder` replaces FOLDER in the name of a file. */
export function mutatedRow(line: string, { how, column, to }: RowMutation, folder: string): string {
  if (how === 'twice') return line.replace('{', () => `{${JSON.stringify(column)}:${to},`);
  const members = line.match(MEMBER) ?? [];
  const key = `${JSON.stringify(column)}:`;
  const changed = members.flatMap((member) => {
    if (!member.startsWith(key)) return [member];
    if (how === 'drop') return [];
    if (how === 'rename') return [`${JSON.stringify(to)}:${member.slice(key.length)}`];
    return [`${key}${how === 'name' ? JSON.stringify(to.replace('FOLDER', folder)) : to}`];
  });
  const added = how === 'set' && !members.some((member) => member.startsWith(key)) ? [`${key}${to}`] : [];
  return `{${[...changed, ...added].join(',')}}`;
}

/** A column of an exported row, with its value. */
const MEMBER = /"[^"]*":(?:"(?:[^"\\]|\\.)*"|[^,}]*)/g;

/** A change to the bytes of a table. */
export interface ByteMutation {
  readonly how: 'set' | 'cut' | 'insert' | 'end' | 'CRLF' | 'CR' | 'mark' | 'UTF-16' | 'array';
  /** The place, as a share of the length. */
  readonly at: number;
  readonly bytes: readonly number[];
}

export const byteMutation: fc.Arbitrary<ByteMutation> = fc.record({
  how: fc.constantFrom('set', 'set', 'cut', 'insert', 'insert', 'end', 'CRLF', 'CR', 'mark', 'UTF-16', 'array'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.array(
    fc.oneof(fc.constantFrom(0, 0x0a, 0x0d, 0x22, 0x5c, 0x7b, 0x7d, 0x2c, 0xc2, 0x85, 0xed, 0xff), fc.nat(255)),
    { minLength: 1, maxLength: 4 },
  ),
});

export function mutatedBytes(table: Buffer, mutations: readonly ByteMutation[]): Buffer {
  return mutations.reduce(mutated, table);
}

function mutated(table: Buffer, { how, at, bytes }: ByteMutation): Buffer {
  const from = Math.floor(at * table.length);
  const spliced = (removed: number, added: readonly number[]) =>
    Buffer.concat([table.subarray(0, from), Buffer.from(added), table.subarray(from + removed)]);
  const text = () => table.toString();
  if (how === 'set') return spliced(bytes.length, bytes);
  if (how === 'cut') return spliced(bytes[0] ?? 1, []);
  if (how === 'insert') return spliced(0, bytes);
  if (how === 'end') return table.subarray(0, from);
  if (how === 'CRLF') return Buffer.from(text().replaceAll('\n', '\r\n'));
  if (how === 'CR') return Buffer.from(text().replaceAll('\n', '\r'));
  if (how === 'mark') return Buffer.from(`\ufeff${text()}`);
  if (how === 'UTF-16') return Buffer.from(text(), 'utf16le');
  return Buffer.from(`[${text().trim().replaceAll('\n', ',\n')}]`);
}
