import { assert } from 'chai';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits, type Fix } from '../../../../server/src/core/repair/edit';
import { isFaithful, keepsValues } from '../../../../server/src/core/repair/faithful';
import { article, articleText } from '../articles';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks go on.']);

/** Whether a fix that turns a part of the text into another one is faithful. */
function faithful(text: string, from: string, to: string, fix: Partial<Fix> = {}): boolean {
  const start = text.indexOf(from);
  assert.notEqual(start, -1, `${from} is not in the text`);
  const edits = [{ span: { start, end: start + from.length }, text: to }];
  return isFaithful(parse(text).articles[0] as Article, { title: '', tier: 'safe', edits, ...fix });
}

const suggested = { tier: 'suggested' } as const;

describe('a fix keeps its promise', () => {
  it('if no value changes', () => {
    const damaged = HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
    assert.isTrue(faithful(damaged, 'T-I-T-L-E-E-N-D', 'T-I-T-L-E-E-N-D.'));
    assert.isTrue(faithful(HEALTHY, 'F-N-E-N-D.  D', 'F-N-E-N-D.\n\nD'));
  });

  it('not if a letter or a space of a value changes', () => {
    for (const tier of ['safe', 'suggested'] as const) {
      assert.isFalse(faithful(HEALTHY, 'Truce', 'truce', { tier }));
      assert.isFalse(faithful(HEALTHY, 'Truce', 'Truce ', { tier }));
      assert.isFalse(faithful(HEALTHY, 'Talks go', 'Talks  go', { tier }));
    }
  });

  it('if only the value changes that it names', () => {
    const changes = ['D-A-T-E'];
    assert.isTrue(faithful(HEALTHY, '2024-04-09', '2024-04-10', { changes }));
    assert.isFalse(faithful(HEALTHY, '2024-04-09', '2024-04-10', { changes: ['T-I-T-L-E'] }));
    assert.isFalse(faithful(HEALTHY, 'Truce', 'Peace', { changes }));
  });

  it('safely only if it makes up and removes no field', () => {
    const missing = HEALTHY.replace(/D-A-T-E-S.*A-T-E-E-N-D\. {2}/, '');
    const date = 'D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  ';
    assert.isFalse(faithful(missing, 'T-I-T-L-E-S', `${date}T-I-T-L-E-S`));
    assert.isTrue(faithful(missing, 'T-I-T-L-E-S', `${date}T-I-T-L-E-S`, suggested));
    assert.isFalse(faithful(HEALTHY, date, '', { changes: ['D-A-T-E'] }));
    assert.isTrue(faithful(HEALTHY, date, '', { changes: ['D-A-T-E'], ...suggested }));
    assert.isFalse(faithful(HEALTHY, date, '', suggested));
  });

  it('if it changes white space at the end of a value whose marker is lost, and nothing else of it', () => {
    const lost = HEALTHY.replace(' T-E-X-T-E-N-D. ', '   ');
    assert.isTrue(faithful(lost, 'go on.   ', 'go on. T-E-X-T-E-N-D. '));
    assert.isFalse(faithful(lost, 'go on.   ', 'goes on. T-E-X-T-E-N-D. '));
    assert.isFalse(faithful(lost, 'go on.   ', 'go T-E-X-T-E-N-D. on.'));
  });

  it('not if a value that was there twice is there once', () => {
    const twice = HEALTHY + 'B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D. '.repeat(2);
    assert.isFalse(faithful(twice, 'B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D. ', '', suggested));
    assert.isTrue(faithful(twice, 'B-Y-L-I-N-E-S-T-A-R-T. Ruiz', 'B-Y-L-I-N-E-S-T-A-R-T.\nRuiz', suggested));
  });

  it('not if the value becomes that of another field', () => {
    const swapped = HEALTHY.replace(
      'T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.',
      'S-U-B-S-T-A-R-T. Truce S-U-B-E-N-D.',
    );
    const start = HEALTHY.indexOf('T-I-T-L-E-S');
    const end = HEALTHY.indexOf('T-I-T-L-E-E-N-D.') + 'T-I-T-L-E-E-N-D.'.length;
    assert.isFalse(
      faithful(
        HEALTHY,
        HEALTHY.slice(start, end),
        swapped.slice(start, start + 'S-U-B-S-T-A-R-T. Truce S-U-B-E-N-D.'.length),
      ),
    );
  });

  it('only in its own article', () => {
    const target = parse(HEALTHY).articles[0] as Article;
    const at = (start: number, end: number) =>
      isFaithful(target, { title: '', tier: 'safe', edits: [{ span: { start, end }, text: '' }] });
    assert.isTrue(at(0, 0));
    assert.isTrue(at(HEALTHY.length, HEALTHY.length));
    assert.isFalse(at(-1, 0));
    assert.isFalse(at(HEALTHY.length, HEALTHY.length + 1));
    assert.isFalse(at(1, 0));
  });
});

describe('a document keeps the values of another one', () => {
  const keeps = (before: string, after: string) => keepsValues(parse(before).articles, parse(after).articles);
  const both = article(7) + article(8);

  it('with other white space between the fields, and other borders', () => {
    assert.isTrue(keeps(both, both.replaceAll('  ', '\n\n')));
    assert.isTrue(keeps(both, article(8) + article(7)));
  });

  it('not with a field more or less, or another value', () => {
    assert.isFalse(keeps(both, both + article(9)));
    assert.isFalse(keeps(both, article(7)));
    assert.isFalse(keeps(both, both.replace('Truce 8', 'Truce 9')));
  });

  it('with both markers, where one was lost, and not with another word', () => {
    const lost = article(7).replace(' T-E-X-T-E-N-D. ', '');
    assert.isTrue(keeps(lost, article(7)));
    assert.isFalse(keeps(lost, article(7).replace('Talks', 'Peace talks')));
  });
});

describe('edits', () => {
  it('are made in the order of their offsets, in whatever order they are given', () => {
    const edits = [
      { span: { start: 9, end: 11 }, text: 'fail' },
      { span: { start: 0, end: 5 }, text: 'They' },
      { span: { start: 6, end: 6 }, text: 'did ' },
    ];
    assert.equal(applyEdits('Talks go on.', edits), 'They did go fail.');
    assert.equal(applyEdits('Talks go on.', []), 'Talks go on.');
    assert.equal(edits[0]?.text, 'fail', 'the list is left as it was');
  });
});
