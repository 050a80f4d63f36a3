import { assert } from 'chai';
import { isColored, paint } from '../../../../server/src/cli/output/color';
import { renderedPage } from '../../../../server/src/cli/output/renderedPage';

describe('colour', () => {
  const on = (isTerminal: boolean, env: NodeJS.ProcessEnv, choice?: 'auto' | 'always' | 'never') =>
    isColored(choice, { isTerminal, env });

  it('is on a terminal, unless the environment says otherwise', () => {
    assert.isTrue(on(true, {}));
    assert.isTrue(on(true, { NO_COLOR: '' }));
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }]) assert.isFalse(on(true, env));
  });

  it('is elsewhere only if FORCE_COLOR says so, and NO_COLOR does not', () => {
    assert.isFalse(on(false, {}));
    assert.isTrue(on(false, { FORCE_COLOR: '1' }));
    assert.isFalse(on(false, { FORCE_COLOR: '1', NO_COLOR: '1' }));
  });

  it('is as --color says, whatever the environment says', () => {
    assert.isTrue(on(false, { NO_COLOR: '1' }, 'always'));
    assert.isFalse(on(true, { FORCE_COLOR: '1' }, 'never'));
  });
});

describe('the page of a rule in a terminal', () => {
  const page =
    '# a-rule\n\nSee *this* **off** `*code*` and \\*.\n\n```json\n{ "a": `*b*` }\n```\n\n[All rules](README.md)\n';

  it('has no marks of Markdown outside code', () => {
    assert.equal(renderedPage(page, paint(false)), 'a-rule\n\nSee this off *code* and *.\n\n    { "a": `*b*` }\n');
  });

  it('is painted if it is to be', () => {
    assert.include(renderedPage(page, paint(true)), '\u001b[1ma-rule\u001b[22m');
  });
});
