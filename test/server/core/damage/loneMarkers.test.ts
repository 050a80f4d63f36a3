/** A user-defined field that the settings make known is treated like the format's own ones. */
import { assert } from 'chai';
import { articleSymbol } from '../../../../server/src/core/features/documentSymbols';
import { articleFolds } from '../../../../server/src/core/features/foldingRanges';
import { hover } from '../../../../server/src/core/features/hover';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { isFaithful } from '../../../../server/src/core/repair/faithful';
import { check } from '../../../../server/src/core/rules';
import { textOf } from '../../../../server/src/core/span';
import { articleText } from '../articles';

const START = 'B-Y-L-I-N-E-S-T-A-R-T.';
const END = 'B-Y-L-I-N-E-E-N-D.';
const FIELD = `${START} Ann Lee ${END}`;
const context = { today: '2026-11-22', additionalFields: ['B-Y-L-I-N-E'] };

/** An article in which something is between TITLE and TEXT. */
function articleWith(between: string) {
  const text = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']).replace(
    '  T-E-X-T-S',
    `  ${between}  T-E-X-T-S`,
  );
  const [article, ...others] = parse(text).articles;
  assert.isEmpty(others);
  return article ?? assert.fail();
}

function findings(article: ReturnType<typeof articleWith>): string[] {
  return check(article, context).map(({ code, span }) => `${code} ${textOf(article.text, span)}`);
}

/** The text after the first fix of the first finding. */
function fixed(article: ReturnType<typeof articleWith>): string {
  const fix = check(article, context)[0]?.fixes?.[0] ?? assert.fail();
  assert.isTrue(isFaithful(article, fix));
  return applyEdits(article.text, fix.edits);
}

describe('a known user-defined field', () => {
  const healthy = articleWith(FIELD);

  it('is no fault', () => assert.deepEqual(findings(healthy), []));

  it('that has lost its END is one fault, and can be fixed', () => {
    const article = articleWith(`${START} Ann Lee`);
    assert.deepEqual(findings(article), [`unmatched-start ${START}`]);
    assert.equal(fixed(article), healthy.text);
  });

  it('that has lost its START is one fault, and can be fixed', () => {
    const article = articleWith(`Ann Lee ${END}`);
    assert.deepEqual(findings(article), [`unmatched-end ${END}`]);
    assert.equal(fixed(article), healthy.text);
  });

  it('that has left a marker in the value of another field is one fault', () => {
    const { text } = healthy;
    const [article] = parse(text.replace(FIELD, '').replace('Talks', `Talks ${START}`)).articles;
    assert.deepEqual(findings(article ?? assert.fail()), [`unmatched-start ${START}`]);
    assert.notInclude(fixed(article ?? assert.fail()), START);
  });

  it('is once in an article', () => {
    assert.deepEqual(findings(articleWith(`${FIELD}  ${FIELD}`)), [`duplicate-field ${START}`]);
    assert.equal(fixed(articleWith(`${FIELD}  ${FIELD}`)), healthy.text);
  });

  it('is not empty, has no invisible characters, and is in no other field', () => {
    assert.deepEqual(findings(articleWith(`${START}  ${END}`)), ['empty-field   ']);
    assert.deepEqual(findings(articleWith(FIELD.replace('Ann', 'A\u200bnn'))), ['invisible-character \u200b']);
    const nested = parse(healthy.text.replace(FIELD, '').replace('Talks', `Talks ${FIELD}`)).articles[0];
    assert.deepEqual(findings(nested ?? assert.fail()), [`nested-field ${START}`]);
  });

  it('that is crossed with another one is one fault', () => {
    const crossed = parse(healthy.text.replace(`  ${FIELD}`, '').replace('T-I-T-L-E-E-N-D.', END)).articles[0];
    assert.lengthOf(findings(crossed ?? assert.fail()), 1);
  });

  it('is outlined, folded and explained', () => {
    assert.deepEqual(
      articleSymbol(healthy)?.children.map(({ name, detail }) => `${name}: ${detail}`)[3],
      'BYLINE: Ann Lee',
    );
    assert.include(
      articleFolds(healthy).map(({ span }) => textOf(healthy.text, span)),
      FIELD,
    );
    assert.equal(
      hover(healthy, healthy.text.indexOf(START), context.today)?.markdown,
      '**START of BYLINE**\n\n7 characters',
    );
  });

  it('is a word to those who have not made it known', () => {
    const article = articleWith(`${START} Ann Lee`);
    const codes = check(article, { ...context, additionalFields: [] }).map(({ code }) => code);
    assert.deepEqual(codes, ['stray-text']);
  });
});
