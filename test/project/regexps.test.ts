import { assert } from 'chai';
import { CONSTRUCTED, regExps } from './regexps/regexps';
import { literal, readVerdicts } from './regexps/verdicts';

/** Regular expressions without a proof, and why they are fast enough here. */
const BOUNDED: Readonly<Record<string, string>> = {
  'server/src/core/language.ts': 'A number has few digits.',
  'server/src/cli/output/renderedPage.ts': 'It reads only the pages of the package itself.',
  'server/src/cli/shells/describedCommands.ts': 'It reads only the names of the program’s own options.',
  'server/src/core/text/date.ts': 'A value of more than 60 characters is not read as a date.',
  'server/src/core/features/completionPlace.ts': 'It looks at no more than the longest marker before the cursor.',
  [CONSTRUCTED]:
    'Each one starts only where no letter comes before, repeats a few times, or reads each value once in each direction; the attacks of the checker took linear time.',
  'syntaxes/article.tmLanguage.json': 'It looks no more than 16 letters ahead from each character.',
};

describe('regular expressions', () => {
  const verdicts = readVerdicts();
  const found = regExps();

  it('are all listed; if not, run `npm run regexps`', () => {
    assert.isAbove(found.length, 80);
    assert.deepEqual(
      found.filter((each) => !(literal(each) in verdicts)).map((each) => `${each.file}: ${literal(each)}`),
      [],
    );
  });

  it('take linear time', () => {
    const slow = found.filter((each) => verdicts[literal(each)] === 'not proven linear');
    assert.deepEqual(
      slow.filter(({ file }) => !(file in BOUNDED)).map((each) => `${each.file}: ${literal(each)}`),
      [],
    );
    assert.sameMembers([...new Set(slow.map(({ file }) => file))], Object.keys(BOUNDED), 'no exception without need');
  });
});
