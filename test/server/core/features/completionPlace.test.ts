import { assert } from 'chai';
import { isSpelledOut, placeAt, typedAt } from '../../../../server/src/core/features/completionPlace';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

const OWN = ['B-Y-L-I-N-E'];

/** What place the cursor `$0` is at, in a few words. */
function place(textWithCursor: string, own = OWN): string {
  const parsed = parse(textWithCursor.replace('$0', ''));
  const found = placeAt(parsed, textWithCursor.indexOf('$0'), own);
  if (!found) return 'none';
  const { kind, isFirst, isLast, textFollows, isProse } = found;
  const what =
    found.kind === 'gap'
      ? [found.missing.map(({ name }) => name).join('+'), found.articleFits && 'article']
      : [found.letters];
  const flags = Object.entries({ isFirst, isLast, textFollows, isProse }).filter(([, is]) => is);
  return [kind, ...what, ...flags.map(([name]) => name)].filter(Boolean).join(' ');
}

/** What was typed before the cursor. */
function typed(textWithCursor: string): string | undefined {
  return typedAt(parse(textWithCursor.replace('$0', '')), textWithCursor.indexOf('$0'))?.text;
}

const HEALTHY = article(7);
const without = (name: string) => HEALTHY.replace(new RegExp(`${name}-S-T-A.*?${name}-E-N-D\\. {2}`), '$0');

describe('what was typed', () => {
  it('is a misspelled marker up to the cursor, unless the marker is torn over two lines', () => {
    const spelled = HEALTHY.replace('T-I-T-L-E-S-T', 'T-I-T-L-E-$0S–T');
    assert.equal(typed(spelled), 'T-I-T-L-E-');
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      assert.isUndefined(typed(HEALTHY.replace('T-I-T-L-E-S-T', `T-I-T-L-E-$0${lineEnd}S-T`)), JSON.stringify(lineEnd));
    }
  });
});

describe('the place of the cursor', () => {
  it('is none in a marker, and none in the value of a closed field', () => {
    assert.equal(place(HEALTHY.replace('T-I-T-L-E-S', 'T-I-T$0-L-E-S')), 'none');
    assert.equal(place(HEALTHY.replace('Truce', 'Tr$0uce')), 'none');
    assert.equal(place(HEALTHY.replace('T-L-E-S-T-A-R-T.', '$&$0')), 'none');
    assert.equal(place(HEALTHY.replace('T-I-T-L-E-E-N-D.', '$0$&')), 'none');
  });

  it('is in an open field, with prose or not', () => {
    assert.equal(place(' T-I-T-L-E-S-T-A-R-T. Truce$0'), 'open T-I-T-L-E isLast isProse');
    assert.equal(place(' D-A-T-E-S-T-A-R-T. $0'), 'open D-A-T-E isLast');
    assert.equal(place(' F-N-S-T-A-R-T. $0 7'), 'open F-N isLast textFollows'.replace('isLast ', ''));
    assert.equal(place(HEALTHY.replace('T-I-T-L-E-E-N-D. ', '$0')), 'open T-I-T-L-E isProse');
  });

  it('is in an open field that is user-defined, if the settings name it', () => {
    const open = HEALTHY.replace('  T-E-X-T-S', '  B-Y-L-I-N-E-S-T-A-R-T. Ruiz$0  T-E-X-T-S');
    assert.equal(place(open), 'open B-Y-L-I-N-E isProse');
    assert.notMatch(place(open, []), /^open/);
    assert.notMatch(place(open, ['S-O-U-R-C-E']), /^open/);
    assert.notMatch(place(open.replace('$0', ' B-Y-L-I-N-E-E-N-D.$0')), /^open/);
    assert.equal(place(HEALTHY.replace('Talks', 'The B-Y-L-I-N-E-S-T-A-R-T.$0')), 'none', 'within a value');
  });

  it('is before the END of a field that is not opened', () => {
    assert.equal(place(' $0Truce T-I-T-L-E-E-N-D. '), 'unopened T-I-T-L-E isFirst textFollows isProse');
    assert.equal(place(' $0 2024-04-09 D-A-T-E-E-N-D. '), 'unopened D-A-T-E isFirst textFollows');
  });

  it('is between fields, where some are missing or none', () => {
    assert.equal(place(without('D-A-T-E')), 'gap DATE');
    assert.equal(place(without('T-I-T-L-E')), 'gap TITLE');
    assert.equal(place(without('F-N')), 'gap F-N isFirst');
    assert.equal(place(HEALTHY.replace('F-N-E-N-D. ', '$&$0')), 'gap');
  });

  it('is in the order of the format: only what belongs there is missing', () => {
    const both = HEALTHY.replace(/D-A-T-E-S.*L-E-E-N-D\. {2}/, '$0');
    assert.equal(place(both), 'gap DATE+TITLE');
    assert.equal(place(both.replace('$0', '').replace(/ $/, ' $0')), 'gap article isLast');
    assert.equal(place(both.replace('$0', '').replace(/^ /, '$0 ')), 'gap isFirst');
  });

  it('is after an article, or in an empty file', () => {
    assert.equal(place(`${HEALTHY}$0`), 'gap article isLast');
    assert.equal(place(HEALTHY.replace(/ T-E-X-T-S.*/, '$0')), 'gap TEXT isLast');
    assert.equal(place('$0'), 'gap F-N+DATE+TITLE+TEXT article isFirst isLast');
    assert.equal(place(`${HEALTHY}$0${article(8)}`), 'gap article isLast', 'at the border, of the first');
  });

  it('is before text that is in no field', () => {
    assert.equal(place('F-N-S-T-A-R-T. 7 F-N-E-N-D. $0 2024-04-09'), 'gap DATE+TITLE+TEXT textFollows');
  });
});

describe('what was typed', () => {
  it('is the word before the cursor, in any script', () => {
    assert.equal(typed('Talks go$0 on'), 'go');
    assert.equal(typed('Talks e-mai$0l'), 'e-mai');
    assert.equal(typed('Talks isn’t$0'), 'isn’t');
    assert.equal(typed('Café$0'), 'Café');
    assert.equal(typed('محادثات$0'), 'محادثات');
    assert.equal(typed('Talks $0'), '');
    assert.equal(typed('Talks.$0'), '');
  });

  it('is no number: digits belong to a value', () => {
    assert.equal(typed('2024-04$0'), '');
    assert.equal(typed('F-16$0'), 'F-16');
  });

  it('is the beginning of a misspelled marker, and nothing inside a complete one', () => {
    assert.equal(typed(HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T–I–T$0–L–E–E–N–D.')), 'T–I–T');
    assert.isUndefined(typed(HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T-I-T$0-L-E-E-N-D.')));
    assert.equal(typed(HEALTHY.replace('T-I-T-L-E-E-N-D.', '$&$0')), '');
  });

  it('looks like a marker if it is letters joined by hyphens', () => {
    for (const text of ['T-', 'T-I', 't-i-', 'Т-E-X']) assert.isTrue(isSpelledOut(text), text);
    for (const text of ['T', 'TI-', 'T-shirt', 'F-1', 'e-mail', '-', '']) assert.isFalse(isSpelledOut(text), text);
  });
});
