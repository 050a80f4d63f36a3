/** Properties of the generated pages of the rules; tidy.test.ts checks that they are up to date. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { generatedFiles, root } from '../../scripts/generate/index';
import { rulePages } from '../../scripts/generate/rulePages';

/** In all languages. */
const allPages = Object.fromEntries(Object.entries(generatedFiles).filter(([file]) => file.startsWith('docs/rules/')));

describe('rule pages', () => {
  const pages = Object.entries(rulePages).filter(([file]) => !/\/(?:README|accidents)\.md$/.test(file));

  it('are the only files in their folder', () => {
    const files = fs.readdirSync(path.join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' });
    assert.sameMembers(
      files.filter((name) => name.endsWith('.md')).map((name) => `docs/rules/${name.replaceAll('\\', '/')}`),
      Object.keys(allPages),
    );
  });

  for (const [file, content] of pages) {
    it(`${path.basename(file)} shows the findings of the rule in its example`, () => {
      assert.match(content(), /^What you see.*: .+[.?]$/m);
    });
  }

  it('link only to existing pages', () => {
    for (const [file, content] of Object.entries(allPages)) {
      for (const [, link] of content().matchAll(/\]\(([^)]+)\)/g)) {
        assert.property(allPages, path.posix.join(path.posix.dirname(file), link as string), file);
      }
    }
  });
});
