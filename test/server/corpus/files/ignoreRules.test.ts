import { assert } from 'chai';
import { ignoreRules, ignoresCase } from '../../../../server/src/corpus/files/ignoreRules';

describe('rules of what is ignored', () => {
  it('compare names with regard to case, unless the repository does not', () => {
    assert.isFalse(ignoreRules('News.txt', false).ignores('news.txt'));
    assert.isTrue(ignoreRules('News.txt', false).ignores('News.txt'));
    assert.isTrue(ignoreRules('News.txt', true).ignores('news.txt'));
    assert.isFalse(ignoreRules('Old/', false).ignores('old/a.txt'));
  });

  it('may begin with a byte order mark', () => {
    assert.isTrue(ignoreRules('\ufeffold.txt\r\n', false).ignores('old.txt'));
  });
});

describe('a repository’s config', () => {
  for (const [config, expected] of [
    ['', false],
    ['[core]\n\tbare = false\n\tignorecase = true\n', true],
    ['[core]\r\n\tignorecase = true\r\n', true],
    ['[core]\n\tignorecase = false\n', false],
    ['[core]\n\tignorecase\n', true],
    ['[core]\n\tignorecase =\n', false],
    ['[Core]\nIgnoreCase=YES ; as on this disk', true],
    ['[core] ignorecase = "on"', true],
    ['[core]\nignorecase = 1 # yes', true],
    ['[core]\nignorecase = 0', false],
    ['[core]\n# ignorecase = true', false],
    ['[core]\nignorecase = true\n[core]\nignorecase = false', false],
    ['[core "x"]\nignorecase = true', false],
    ['[remote "origin"]\nurl = x\nignorecase = true', false],
    ['[core]\nfilemode = true\n[branch "[core]"]\nignorecase = true', false],
    ['[core\nignorecase = true', false],
  ] as const) {
    it(`${expected ? 'makes' : 'does not make'} all cases alike: ${JSON.stringify(config)}`, () => {
      assert.equal(ignoresCase(config), expected);
    });
  }
});
