import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { galleryPage } from '../../scripts/galleryPage';
import { root } from '../../scripts/generate/index';

describe('the page for galleries', () => {
  const page = fs.readFileSync(path.join(root, 'MARKETPLACE.md'), 'utf8');

  it('needs no checkout, and shows pictures that exist', () => {
    assert.notMatch(page, /npm (start|ci|run)/);
    const pictures = [...page.matchAll(/^!\[[^\]]+\]\(([^)]+)\)$/gm)].map(([, file]) => file as string);
    assert.isAtLeast(pictures.length, 5);
    for (const file of pictures) assert.isTrue(fs.existsSync(path.join(root, file)), file);
  });

  it('has pictures and relative links only if the project has an address that they can have', () => {
    const text =
      'See [the guide](docs/guide.md) and [RFC 4180](https://example.org/).\n\n![A picture](a.png)\n\nEnd.\n';
    assert.equal(galleryPage(text, true), text);
    assert.equal(galleryPage(text, false), 'See the guide and [RFC 4180](https://example.org/).\n\nEnd.\n');
  });
});

describe('the animated picture of the README', () => {
  it('is there, and loads quickly', () => {
    assert.include(fs.readFileSync(path.join(root, 'README.md'), 'utf8'), '(docs/images/tour.gif)');
    assert.isBelow(fs.statSync(path.join(root, 'docs/images/tour.gif')).size, 2_000_000);
  });
});
