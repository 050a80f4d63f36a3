import { assert } from 'chai';
import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import fc from 'fast-check';
import { difference, type PartTexts } from '../../../../server/src/cli/writing/difference';

async function patchOf(parts: readonly PartTexts[]): Promise<string> {
  let patch = '';
  for await (const text of difference('a.txt', parts)) patch += text;
  return patch;
}

function joined(parts: readonly PartTexts[], side: keyof PartTexts): string {
  return parts.map((part) => part[side]).join('');
}

/** Each line is another one, so that there is one way to compare the texts. */
const numbered = (parts: readonly PartTexts[]): readonly PartTexts[] => {
  let number = 0;
  return parts.map(({ before, after }) => {
    const name = () => `${++number}`;
    return before === after
      ? ((text) => ({ before: text, after: text }))(before.replaceAll('#', name))
      : { before: before.replaceAll('#', name), after: after.replaceAll('#', name) };
  });
};

const text = fc.string({ unit: fc.constantFrom('#', '#', '\n', '\n', '\r\n', ' '), maxLength: 12 });
const same = text.map((before) => ({ before, after: before }));
const parts = fc
  .array(fc.oneof({ weight: 3, arbitrary: same }, fc.record({ before: text, after: text })), { maxLength: 12 })
  .map(numbered)
  .filter((all) => joined(all, 'before') !== joined(all, 'after'));

describe('a diff of parts', () => {
  it('leads from the one text to the other', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (parts) => {
        const patch = await patchOf(parts);
        assert.equal(
          applyPatch(joined(parts, 'before'), patch, { autoConvertLineEndings: false }),
          joined(parts, 'after'),
        );
      }),
    );
  });

  it('is that of the whole, if there is one way to compare them', async () => {
    const lines = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `line ${from + index}\n`).join('');
    const same = (text: string) => ({ before: text, after: text });
    for (const gap of [1, 2, 3, 4, 5, 9]) {
      const all = [
        same(lines(0, 7)),
        { before: 'old ', after: 'new and\nmore ' },
        same(`rest\n${lines(10, 10 + gap)}begin `),
        { before: 'old 2', after: 'new 2' },
        same(`\n${lines(30, 37)}end`),
        { before: ' old', after: '' },
      ];
      const [before, after] = [joined(all, 'before'), joined(all, 'after')];
      const options = { context: 1, headerOptions: FILE_HEADERS_ONLY };
      const expected = createTwoFilesPatch('a/a.txt', 'b/a.txt', before, after, undefined, undefined, options);
      assert.equal(await patchOf(all), expected, `${gap} lines`);
    }
  });

  it('is refused if too much would have to be compared at once', async () => {
    const text = 'no line end '.repeat(1024 * 1024);
    const all = Array.from({ length: 20 }, () => ({ before: text, after: `${text}.` }));
    const error: unknown = await patchOf(all).catch((thrown: unknown) => thrown);
    assert.match(String(error), /^Error: There are too few line endings for a diff/);
  });
});
