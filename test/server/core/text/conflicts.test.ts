import { assert } from 'chai';
import {
  conflictsIn,
  hasConflictLine,
  isOpenAfter,
  leftoverLines,
  mayHaveConflict,
  withoutOthers,
} from '../../../../server/src/core/text/conflicts';

const whole = (text: string) => ({ start: 0, end: text.length });

const CONFLICT = `<<<<<<< HEAD
Talks go on.
=======
Talks failed.
>>>>>>> branch
`;

/** Each conflict of a text: from its first line to its last one, and the version that is not read. */
function conflicts(text: string): [string, string][] {
  return conflictsIn(text, whole(text)).map((each) => [
    text.slice(each.start, each.end),
    text.slice(each.other.start, each.other.end),
  ]);
}

describe('a merge conflict', () => {
  it('is from its first line to its last one; the other version begins at the line between them', () => {
    assert.deepEqual(conflicts(`Truce\n${CONFLICT}now.`), [
      [CONFLICT.trimEnd(), '=======\nTalks failed.\n>>>>>>> branch'],
    ]);
  });

  it('in the style of diff3 has its base in the version that is not read', () => {
    const text = CONFLICT.replace('=======', '||||||| base\nTalks.\n=======');
    assert.deepEqual(conflicts(text), [
      [text.trimEnd(), '||||||| base\nTalks.\n=======\nTalks failed.\n>>>>>>> branch'],
    ]);
  });

  it('is one of several', () => {
    assert.deepEqual(
      conflicts(`${CONFLICT}And\n${CONFLICT}`).map(([, other]) => other),
      Array(2).fill('=======\nTalks failed.\n>>>>>>> branch'),
    );
  });

  it('that begins twice is one, from its first line on', () => {
    const text = `<<<<<<< HEAD\nTalks.\n=======\n${CONFLICT}`;
    assert.deepEqual(conflicts(text), [[text.trimEnd(), '=======\nTalks failed.\n>>>>>>> branch']]);
  });

  it('needs all its lines', () => {
    for (const line of ['<<<<<<< HEAD\n', '=======\n', '>>>>>>> branch\n'])
      assert.deepEqual(conflicts(CONFLICT.replace(line, '')), [], line);
  });

  it('has its lines whole, each at the beginning of a line', () => {
    for (const text of [
      CONFLICT.replace('<<<<<<< ', '<<<<<<<'),
      CONFLICT.replace('<<<<<<< ', ' <<<<<<< '),
      CONFLICT.replace('=======', '========'),
      CONFLICT.replace('=======', '======='.slice(1)),
      CONFLICT.replace('>>>>>>> ', '>>>>>> '),
    ])
      assert.deepEqual(conflicts(text), [], text);
  });

  it('is closed by a line that nothing opened no more than once', () => {
    assert.deepEqual(conflicts(`>>>>>>> old\n${CONFLICT}>>>>>>> again\n`).length, 1);
  });

  it('is looked for in a span only, and its offsets are those of the text', () => {
    const text = `Truce\n${CONFLICT}`;
    const [found] = conflictsIn(text, { start: 6, end: text.length });
    assert.deepEqual(found && text.slice(found.start, found.end), CONFLICT.trimEnd());
    assert.deepEqual(conflictsIn(text, { start: 6, end: text.indexOf('>>>>>>>') }), []);
  });
});

describe('whether a conflict is open', () => {
  const open = (text: string, isOpen = false) => isOpenAfter(text, whole(text), isOpen);

  it('depends on the last of its lines', () => {
    assert.isFalse(open('Talks go on.'));
    assert.isTrue(open('<<<<<<< HEAD\nTalks go on.'));
    assert.isTrue(open('<<<<<<< HEAD\nTalks go on.\n=======\nTalks'));
    assert.isFalse(open(CONFLICT));
    assert.isTrue(open(`${CONFLICT}<<<<<<< HEAD\n`));
  });

  it('is carried on from what is before the span', () => {
    assert.isTrue(open('Talks go on.', true));
    assert.isTrue(open('\n=======\nTalks', true));
    assert.isFalse(open('\n>>>>>>> branch\n', true));
    assert.isFalse(open('\n>>>>>>> branch\n', false));
    assert.isFalse(open('\n=======\n', false));
  });

  it('is seen from a line that begins right after a marker only at the beginning of a line', () => {
    const text = 'T-E-X-T-E-N-D.<<<<<<< HEAD\nTalks';
    assert.isFalse(isOpenAfter(text, { start: 14, end: text.length }, false));
    const broken = 'T-E-X-T-E-N-D.\n<<<<<<< HEAD\nTalks';
    assert.isTrue(isOpenAfter(broken, { start: 14, end: broken.length }, false));
  });
});

describe('the lines that were left of a conflict', () => {
  /** The lines in a text; `outside` are those that are in no value that may be prose. */
  function left(text: string, outside: RegExp = /$^/): string[] {
    const isInText = ({ start, end }: { start: number; end: number }) => !outside.test(text.slice(start, end));
    return leftoverLines(text, conflictsIn(text, whole(text)), isInText).map(({ start, end }) =>
      text.slice(start, end),
    );
  }

  it('are those of no whole conflict', () => {
    assert.deepEqual(left(CONFLICT), []);
    assert.deepEqual(left(`${CONFLICT}Truce\n>>>>>>> other\n`), ['>>>>>>> other']);
    assert.deepEqual(left(`<<<<<<< old\n`), ['<<<<<<< old']);
    assert.deepEqual(left(`>>>>>>> first\n${CONFLICT}`), ['>>>>>>> first']);
    assert.deepEqual(left('Truce\n||||||| base\nTalks'), ['||||||| base']);
  });

  it('may be a line under a heading, if there is no other of them and it is within a field', () => {
    assert.deepEqual(left('Truce\n=======\nTalks go on.'), []);
    assert.deepEqual(left('Truce\n=======\nTalks go on.', /=/), ['=======']);
    assert.deepEqual(left('Truce\n=======\nTalks\n>>>>>>> branch\n'), ['=======', '>>>>>>> branch']);
  });

  it('may be a quotation of quotations in a mail', () => {
    assert.deepEqual(left('> He wrote\n>>>>>>> Talks go on.\n'), []);
    assert.deepEqual(left('>>>>>> He wrote\n>>>>>>> Talks go on.\n'), []);
    assert.deepEqual(left('>>>>>>> Talks go on.\n'), ['>>>>>>> Talks go on.']);
    assert.deepEqual(left('> He wrote\n<<<<<<< HEAD\n'), ['<<<<<<< HEAD']);
  });

  it('are none in prose', () => {
    assert.deepEqual(left('Truce\n= = = = = = =\nTalks << and >> go on.', /./), []);
  });
});

describe('a part of a text', () => {
  it('may have a conflict if it has more than one line, and one of them is of git', () => {
    const may = (text: string) => mayHaveConflict(text, whole(text));
    assert.isTrue(may('Talks\n<<<<<<< HEAD'));
    assert.isTrue(may('Talks\n||||||| base'));
    assert.isTrue(may('>>>>>>> branch\nTalks'));
    assert.isFalse(may('<<<<<<< HEAD'));
    assert.isFalse(may('Talks\ngo on.'));
    assert.isTrue(may('Talks\n======='));
  });

  it('has a line of git at the beginning of a line only', () => {
    assert.isTrue(hasConflictLine('Talks\n======='));
    assert.isTrue(hasConflictLine('>>>>>>> branch'));
    assert.isFalse(hasConflictLine('Talks ======='));
    assert.isFalse(hasConflictLine('Talks go on.'));
  });
});

describe('a text without the other versions', () => {
  it('has the same length, and the version that is read unchanged', () => {
    const text = `Truce\n${CONFLICT}And\n${CONFLICT}now.`;
    const read = withoutOthers(text, conflictsIn(text, whole(text)));
    assert.equal(read.length, text.length);
    assert.equal(
      read.replaceAll(/={8,}/g, '…'),
      'Truce\n<<<<<<< HEAD\nTalks go on.\n…\nAnd\n<<<<<<< HEAD\nTalks go on.\n…\nnow.',
    );
    assert.equal(withoutOthers('Talks go on.', []), 'Talks go on.');
  });
});
