import { assert } from 'chai';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { fixAll, type Wanted } from '../../../../server/src/core/writing/fixAll';
import { article } from '../articles';
import { allFixed, context, findingsIn } from '../findings';

const fixedAs = (text: string, wanted: Wanted) => applyEdits(text, fixAll(parse(text), context, {}, wanted));
const [A, B, C] = [article(7), article(8), article(9)];
const dashes = (text: string) => text.replace('T-I-T-L-E-E-N-D.', '‑T–I–T–L–E–E–N–D.'.slice(1));

describe('all safe fixes', () => {
  it('leave a healthy document alone', () => {
    assert.deepEqual(fixAll(parse(A + B), context, {}), []);
    assert.deepEqual(fixAll(parse(''), context, {}), []);
  });

  it('correct each article, and only what is wrong', () => {
    assert.equal(allFixed(dashes(A) + B + dashes(C)), A + B + C);
    const edits = fixAll(parse(A + dashes(B) + C), context, {});
    for (const { span } of edits) {
      assert.isAtLeast(span.start, (A + B).indexOf('T-I-T-L-E-E-N-D.', A.length));
      assert.isAtMost(span.end, A.length + B.length);
    }
  });

  it('correct several damages of one article', () => {
    const damaged = dashes(A).replace('T-E-X-T-E-N-D.', 'T-E-X-T-E-N-D').replace('F-N-E', 'F-n-E');
    assert.isAbove(findingsIn(damaged).length, 2);
    assert.equal(allFixed(damaged), A);
  });

  it('make no day up, and change no value', () => {
    const wrong = A.replace('2024-04-09', '09/04/2024');
    assert.equal(allFixed(wrong), wrong);
    assert.equal(allFixed(dashes(wrong)), wrong);
  });

  it('leave nothing to do for a second time', () => {
    const damaged =
      dashes(A).replace('D-A-T-E-E-N-D.', 'D-A-T-E-E-N-D') + B.replaceAll('-', '–').replace('2024–04–09', '2024-04-09');
    const once = allFixed(damaged);
    assert.equal(allFixed(once), once);
  });
});

describe('fixes that are chosen', () => {
  it('are those of the findings that are wanted', () => {
    const text = dashes(A) + dashes(B);
    let seen = 0;
    assert.equal(fixedAs(text, { isWanted: () => seen++ === 0 }), A + dashes(B));
    assert.equal(fixedAs(text, { isWanted: () => false }), text);
    assert.equal(fixedAs(text, { isWanted: ({ code }) => code === 'misspelled-marker' }), A + B);
    assert.equal(fixedAs(text, { isWanted: ({ code }) => code === 'invalid-date' }), text);
  });

  it('may be those that a person should decide, too', () => {
    const slashed = A.replace('2024-04-09', '2024/4/9');
    assert.equal(fixedAs(slashed, { tier: 'suggested' }), A);
    assert.equal(fixedAs(dashes(slashed), { tier: 'suggested' }), A);
    assert.equal(fixedAs(slashed, { tier: 'safe' }), slashed);
  });

  it('are none of several days that a date may mean', () => {
    for (const date of ['09/04/2024', '09-04-24']) {
      const open = A.replace('2024-04-09', date);
      assert.equal(fixedAs(open, { tier: 'suggested' }), open);
      assert.equal(fixedAs(dashes(open), { tier: 'suggested' }), open);
    }
  });

  it('are none that are only applied by hand', () => {
    const pasted = A.replace(' T-E-X-T-E-N-D. ', ` ${B.trim()} T-E-X-T-E-N-D. `);
    const byHand = findingsIn(pasted).filter(({ fixes }) => fixes?.[0]?.byHand);
    for (const { code } of byHand)
      assert.equal(fixedAs(pasted, { tier: 'suggested', isWanted: (finding) => finding.code === code }), pasted);
  });
});
