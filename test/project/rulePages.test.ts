/** What the generated pages of the rules must hold; that they are fresh, tidy.test.ts says. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { root } from '../../scripts/generate/index';
import { rulePages } from '../../scripts/generate/rulePages';

describe('rule pages', () => {
  const pages = Object.entries(rulePages).filter(([file]) => !file.endsWith('/README.md'));

  it('are all there is in their folder', () => {
    const files = fs.readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
    assert.sameMembers(files, Object.keys(rulePages));
  });

  for (const [file, content] of pages) {
    it(`${path.basename(file)} shows the rule's own verdict on its example`, () => {
      assert.match(content(), /^What you see.*: .+[.?]$/m);
    });
  }

  it('lead only to pages that there are', () => {
    for (const [file, content] of Object.entries(rulePages)) {
      for (const [, link] of content().matchAll(/\]\(([^)]+)\)/g)) {
        assert.property(rulePages, path.posix.join(path.posix.dirname(file), link as string), file);
      }
    }
  });
});
