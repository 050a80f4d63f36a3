import { assert } from 'chai';
import { markedRun, type Run, runs } from '../../../../server/src/core/parse/runs';
import { article, articleText } from '../articles';

/** The runs of a text: what each begins with, whether it is healthy, and whether the text ends with it. */
function cut(text: string): string[] {
  const all: Run[] = [...runs(text)];
  assert.equal(all.map(({ start, end }) => text.slice(start, end)).join(''), text);
  assert.deepEqual(
    all.map(({ final }) => final),
    all.map((_, index) => index === all.length - 1),
  );
  return all.map(
    (run) => `${'healthy' in run ? 'healthy' : 'marked'} ${text.slice(run.start, run.end).match(/\d+/)?.[0]}`,
  );
}

/** Where the article with number 8 begins, if a text of two articles is cut there; otherwise undefined. */
function second(text: string): string | undefined {
  const { end, final } = markedRun(text);
  return final
    ? undefined
    : text
        .slice(end, end + 20)
        .trim()
        .slice(0, 14);
}

const [A, B] = [article(7), article(8)];

describe('a text is cut', () => {
  it('where an article certainly begins', () => {
    assert.deepEqual(cut(A + B), ['healthy 7', 'healthy 8']);
    assert.deepEqual(cut(A), ['healthy 7']);
    assert.deepEqual(cut(''), []);
  });

  it('after a damaged article, and before one', () => {
    const damaged = A.replace('T-I-T-L-E-E-N-D.', '');
    assert.deepEqual(cut(damaged + B), ['marked 7', 'healthy 8']);
    assert.deepEqual(cut(B + damaged), ['healthy 8', 'marked 7']);
    assert.deepEqual(cut(damaged + damaged), ['marked 7', 'marked 7']);
  });

  it('at the beginning of the article, with the white space before it on the other side', () => {
    assert.equal(second(A + B), 'F-N-S-T-A-R-T.');
    assert.equal(second(`${A.trimEnd()}\n\n\n${B.trimStart()}`), 'F-N-S-T-A-R-T.');
    assert.equal(second(A.trimEnd() + B.trimStart()), 'F-N-S-T-A-R-T.');
  });

  it('before text that may be the number of an empty field', () => {
    const empty = B.replace(' 8 F', '  F').trimStart();
    assert.match(second(`${A}8 ${empty}`) ?? '', /^8 F-N-S/);
    assert.match(second(`${A}8 ${B.trimStart()}`) ?? '', /^F-N-S/);
  });
});

describe('a text is not cut', () => {
  it('where the number is not a whole field', () => {
    for (const lost of ['F-N-S-T-A-R-T.', 'F-N-E-N-D.']) assert.isUndefined(second(A + B.replace(lost, '')), lost);
    assert.isUndefined(second(A + B.replace('F-N-E-N-D.', 'F-N-S-T-A-R-T.')));
    assert.isUndefined(second(A + B.replace('F-N-S-T-A-R-T.', 'F-N-E-N-D.')));
  });

  it('where no other field begins after the number', () => {
    assert.isUndefined(second(A + B.replace(/ D-A-T-E-S.*/, '')));
    assert.isUndefined(second(A + B.replace('D-A-T-E-S-T-A-R-T.', '').replace(/ T-I-T-L-E-S.*/, '')));
    assert.isUndefined(second(A + B.replace('D-A-T-E-S-T-A-R-T. 2024-04-09', 'F-N-S-T-A-R-T. 9')));
  });

  it('within an article: after a field that is not the last one', () => {
    assert.isUndefined(second(A.replace(/ T-E-X-T-S.*/, B)));
    assert.isUndefined(second(A.replace(' T-E-X-T-E-N-D.', '') + B));
  });

  it('where something is stuck to the number, or a comment of HTML is around it', () => {
    assert.isUndefined(second(`${A}x${B.trimStart()}`));
    assert.isUndefined(second(`${A}<!-- ${B.trimStart().replace('T-A-R-T. ', 'T-A-R-T. --> ')}`));
  });

  it('before the number is sure to be of another article than the TEXT before it', () => {
    const text = 'T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ';
    assert.isUndefined(second(text + B.replace(/ T-E-X-T-S.*/, ' ')), 'nothing is before the TEXT');
    assert.isUndefined(second(A + text + B), 'only another article is before it');
    assert.equal(second(`T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D. ${text}${B}`), 'F-N-S-T-A-R-T.');
  });

  it('in a merge conflict', () => {
    const conflict = `<<<<<<< HEAD\n${A}\n=======\n${A}${B}\n>>>>>>> branch\n`;
    assert.isUndefined(second(conflict));
    assert.equal(second(`${conflict}${A}${B}`.replace(/(>>>>>>> branch\n)/, `$1${A}`)), 'F-N-S-T-A-R-T.');
  });
});

describe('a text is cut after a user-defined field', () => {
  it('as after a TEXT', () => {
    const byline = 'B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D. ';
    assert.equal(second(A + byline + B), 'F-N-S-T-A-R-T.');
    assert.isUndefined(second(`${A}B-Y-L-I-N-E-S-T-A-R-T. Ruiz ${B}`));
  });
});

describe('the beginning that proves an article', () => {
  it('ends with the START of its second field', () => {
    const text = A + B.replace('T-I-T-L-E-E-N-D.', '');
    const heads = [...runs(text)].map(({ start, head }) => head && text.slice(start, start + head).trim());
    assert.isUndefined(heads[0], 'nothing is known of what is before the text');
    assert.equal(heads[1], 'F-N-S-T-A-R-T. 8 F-N-E-N-D.  D-A-T-E-S-T-A-R-T.');
    assert.equal([...runs(text, 40)][0]?.head, 40);
  });

  it('is the same in a healthy article', () => {
    const last = [...runs(A + articleText(['8', '2024-04-10', 'More', 'They talk.']))].at(-1);
    assert.isDefined(last?.head);
    assert.equal(
      (A + B)
        .slice(last?.start, (last?.start ?? 0) + (last?.head ?? 0))
        .trim()
        .slice(-18),
      'D-A-T-E-S-T-A-R-T.',
    );
  });
});
