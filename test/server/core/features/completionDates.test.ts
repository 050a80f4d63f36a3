import { assert } from 'chai';
import { dateCompletions } from '../../../../server/src/core/features/completionDates';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { plainText, type Setting } from '../../../../server/src/core/writing/template';
import { article } from '../articles';

const SETTING: Setting = {
  today: '2026-11-22',
  additionalFields: [],
  layout: 'keep',
  lineEnd: '\n',
  isTaken: () => false,
};

function offered(textWithCursor: string) {
  const text = textWithCursor.replace('$0', '');
  const all = dateCompletions(parse(text), textWithCursor.indexOf('$0'), SETTING);
  return all.map(({ label, detail, span, template }) => ({
    label,
    detail,
    text: applyEdits(text, [{ span, text: plainText(template) }]),
  }));
}

const labels = (textWithCursor: string) => offered(textWithCursor).map(({ label }) => label);

const OPEN = ' D-A-T-E-S-T-A-R-T. $0 D-A-T-E-E-N-D. ';

describe('the dates that are offered', () => {
  it('are today, and those of the articles before and after', () => {
    const [before, after] = [article(6, '2024-04-08'), article(8, '2024-04-10')];
    const here = article(7).replace('2024-04-09', '$0');
    assert.deepEqual(
      offered(before + here + after).map(({ label, detail }) => `${label} ${detail}`),
      [
        '2026-11-22 22 November 2026, today',
        '2024-04-08 8 April 2024, as in a neighbouring article',
        '2024-04-10 10 April 2024, as in a neighbouring article',
      ],
    );
    assert.deepEqual(labels(here), ['2026-11-22']);
  });

  it('are each there once, and only real days', () => {
    const here = article(7).replace('2024-04-09', '$0');
    assert.deepEqual(labels(article(6) + here + article(8)), ['2026-11-22', '2024-04-09']);
    assert.deepEqual(labels(article(6, '2024-02-30') + here + article(8, '2026-11-22')), ['2026-11-22']);
  });

  it('begin with what is typed, up to the cursor', () => {
    assert.deepEqual(labels(article(6) + article(7, '2024$0')), ['2024-04-09']);
    assert.deepEqual(labels(article(6) + article(7, '20$024')), ['2026-11-22', '2024-04-09']);
    assert.deepEqual(labels(article(6) + article(7, '1$0')), []);
  });

  it('do not have the one that is there', () => {
    assert.deepEqual(labels(article(6) + article(7, '$02024-04-09')), ['2026-11-22']);
  });

  it('replace digits and hyphens, and leave any other value alone', () => {
    const after = article(7, '2026-11-22');
    assert.equal(offered(article(7, '20$024-4-9'))[0]?.text, after);
    assert.equal(offered(article(7, '$020240409'))[0]?.text, after);
    for (const value of ['$0April 9', '2024-04-09T12:00$0', '$09/4/2024'])
      assert.deepEqual(labels(article(7, value)), []);
  });

  it('are offered beside the value, and not away from it', () => {
    assert.equal(offered(article(7, '  $02024'))[0]?.text, article(7, '  2026-11-22'));
    assert.deepEqual(labels(article(7, ' $0 2024')), []);
    assert.deepEqual(labels(article(7, '2024 $0 ')), []);
  });
});

describe('a date that is chosen', () => {
  const FILLED = OPEN.replace('$0', '2026-11-22');

  it('gets the white space that is missing beside the markers', () => {
    assert.equal(offered(OPEN)[0]?.text, FILLED);
    assert.equal(offered(OPEN.replace(' $0 ', '$0'))[0]?.text, FILLED);
    assert.equal(offered(OPEN.replace(' $0 ', ' $0'))[0]?.text, FILLED);
    assert.equal(offered(OPEN.replace(' $0 ', '$0 '))[0]?.text, FILLED);
  });

  it('gets none after it where the field is not closed yet', () => {
    assert.equal(offered(' D-A-T-E-S-T-A-R-T.$0')[0]?.text, ' D-A-T-E-S-T-A-R-T. 2026-11-22');
    assert.equal(offered(' D-A-T-E-S-T-A-R-T. 2026$0')[0]?.text, ' D-A-T-E-S-T-A-R-T. 2026-11-22');
  });
});

describe('no date is offered', () => {
  it('in a marker, in another field or outside of any', () => {
    for (const text of [
      OPEN.replace('$0 ', '').replace('S-T', 'S-$0T'),
      OPEN.replace('$0 ', '').replace('E-N-D', 'E-$0N-D'),
      OPEN.replace('$0 ', '').replace(/ $/, ' $0'),
      OPEN.replaceAll('D-A-T-E', 'T-I-T-L-E'),
      '$0',
      'Talks $0',
    ])
      assert.deepEqual(labels(text), [], text);
  });

  it('where the START is lost, as nobody knows where the date begins', () => {
    assert.deepEqual(labels(' 2024-04$0 D-A-T-E-E-N-D. '), []);
  });

  it('beside text that is in an open field', () => {
    assert.deepEqual(labels(' D-A-T-E-S-T-A-R-T. $0 Talks go on.'), []);
  });
});
