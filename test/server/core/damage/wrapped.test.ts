import { assert } from 'chai';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

const ARTICLE = article(7).trim();

/** What is around the only article of a text; undefined if the text is read otherwise. */
function around(text: string): string | undefined {
  const all = parse(text).articles.flatMap((each) =>
    damagesOf(each, []).flatMap((damage) =>
      damage.kind === 'wrapped'
        ? [
            `${each.text.slice(damage.before.start, damage.before.end)} … ${each.text.slice(damage.after.start, damage.after.end)}`,
          ]
        : [],
    ),
  );
  assert.isAtMost(all.length, 1);
  return all[0];
}

describe('what is around an article', () => {
  it('is marks on both sides, with or without white space', () => {
    assert.equal(around(`"${ARTICLE}"`), '" … "');
    assert.equal(around(`" ${ARTICLE} "`), '" … "');
    assert.equal(around(`\`\`\`\n${ARTICLE}\n\`\`\`\n`), '``` … ```');
    assert.equal(around(`[{ ${ARTICLE} }]`), '[{ … }]');
  });

  it('is text that ends with an opening mark, and text that begins with a closing one', () => {
    assert.equal(around(`{"text": "${ARTICLE}"}`), '{"text": " … "}');
    assert.equal(around(`<p> ${ARTICLE} </p>`), '<p> … </p>');
    assert.equal(around(`1986,“ ${ARTICLE} ”,2024`), '1986,“ … ”,2024');
  });

  it('is one damage, which explains all of it', () => {
    const [only] = parse(`{"text": " ${ARTICLE} "}`).articles;
    assert.deepEqual(only && damagesOf(only, []).map(({ kind }) => kind), ['wrapped']);
  });
});

describe('nothing is around an article', () => {
  it('that has something on one side only, or words', () => {
    for (const text of [ARTICLE, `" ${ARTICLE}`, `${ARTICLE} "`, `By Ruiz ${ARTICLE} Reuters`, `" ${ARTICLE} Reuters`])
      assert.isUndefined(around(text), text);
  });

  it('that is one of several', () => {
    assert.isUndefined(around(`" ${ARTICLE}  ${article(8).trim()} "`));
  });

  it('of which the first or the last marker is lost', () => {
    assert.isUndefined(around(`" ${ARTICLE.replace('F-N-S-T-A-R-T.', '')} "`));
    assert.isUndefined(around(`" ${ARTICLE.replace('T-E-X-T-E-N-D.', '')} "`));
  });

  it('if it is longer than such things are', () => {
    const key = (length: number) => `${'x'.repeat(length)}"`;
    assert.isDefined(around(`${key(198)} ${ARTICLE} "`));
    assert.isUndefined(around(`${key(199)} ${ARTICLE} "`));
  });

  it('in a text without markers', () => assert.isUndefined(around('" Talks go on. "')));
});
