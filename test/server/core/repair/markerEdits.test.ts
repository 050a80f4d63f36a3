import { assert } from 'chai';
import type { Article, Field } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { insertEnd, insertStart, remove, writeMarker } from '../../../../server/src/core/repair/markerEdits';
import { spacing } from '../../../../server/src/core/repair/spacing';
import { article } from '../articles';

const HEALTHY = article(7);
const LINES = HEALTHY.trim().replaceAll(/ {2}(?=[A-Z]-)|(?<=T-A-R-T\.) | (?=[A-Z-]+-E-N-D\.)/g, '\r\n');

const first = (text: string) => parse(text).articles[0] as Article;
const field = (target: Article, letters: string) =>
  target.fields.find((each) => each.letters === letters) ?? (assert.fail(`There is no ${letters}.`) as Field);

function ended(text: string, letters: string): string {
  const target = first(text);
  return applyEdits(target.text, [insertEnd(target, field(target, letters), spacing(target))]);
}

function started(text: string, letters: string): string {
  const target = first(text);
  return applyEdits(target.text, [insertStart(target, field(target, letters), spacing(target))]);
}

describe('a lost END', () => {
  it('is written into the white space that is there, however much was lost with it', () => {
    for (const space of ['   ', '  ', ' '])
      assert.equal(ended(HEALTHY.replace(' T-I-T-L-E-E-N-D.  ', space), 'T-I-T-L-E'), HEALTHY, JSON.stringify(space));
  });

  it('leaves what is more than enough to the value', () => {
    assert.equal(
      ended(HEALTHY.replace(' T-I-T-L-E-E-N-D.  ', '     '), 'T-I-T-L-E'),
      HEALTHY.replace(' T-I-T-L-E-E-N-D.', '   T-I-T-L-E-E-N-D.'),
    );
  });

  it('is followed by the usual end of a document, or by the border to the next article', () => {
    assert.equal(ended(HEALTHY.replace(' T-E-X-T-E-N-D. ', ''), 'T-E-X-T'), HEALTHY);
    const [target] = parse(HEALTHY.replace(' T-E-X-T-E-N-D. ', ' ') + article(8)).articles as [Article];
    const edit = insertEnd(target, field(target, 'T-E-X-T'), spacing(target));
    assert.match(edit.text, /^ ?T-E-X-T-E-N-D\./);
  });

  it('never parts the two halves of a line end', () => {
    assert.equal(ended(LINES.replace('\r\nT-I-T-L-E-E-N-D.\r\n', '\r\n\r\n'), 'T-I-T-L-E'), LINES);
    assert.equal(ended(LINES.replace('\r\nT-I-T-L-E-E-N-D.\r\n', '\r\n'), 'T-I-T-L-E'), LINES);
    const odd = HEALTHY.replace(' T-I-T-L-E-E-N-D.  ', ' \r\n ');
    assert.notMatch(ended(odd, 'T-I-T-L-E'), /\r(?!\n)/);
  });
});

describe('a lost START', () => {
  it('is written into the white space that is there', () => {
    for (const space of ['   ', '  ', ' '])
      assert.equal(
        started(HEALTHY.replace('  T-I-T-L-E-S-T-A-R-T. ', space), 'T-I-T-L-E'),
        HEALTHY,
        JSON.stringify(space),
      );
  });

  it('leaves what is more than enough to the value', () => {
    assert.equal(
      started(HEALTHY.replace('  T-I-T-L-E-S-T-A-R-T. ', '     '), 'T-I-T-L-E'),
      HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T.   '),
    );
  });

  it('at the beginning of a document gets the white space that is usual there', () => {
    assert.equal(started(HEALTHY.replace(' F-N-S-T-A-R-T. ', ''), 'F-N'), HEALTHY);
    assert.equal(started(LINES.replace('F-N-S-T-A-R-T.\r\n', ''), 'F-N'), LINES);
  });

  it('never parts the two halves of a line end', () => {
    assert.equal(started(LINES.replace('\r\nT-I-T-L-E-S-T-A-R-T.\r\n', '\r\n\r\n'), 'T-I-T-L-E'), LINES);
  });
});

describe('a marker that is written again', () => {
  /** The text with its only misspelled marker corrected. */
  function corrected(text: string): string {
    const target = first(text);
    const [wrong, ...more] = target.markers.filter(({ misspelled }) => misspelled);
    assert.isEmpty(more);
    if (!wrong) assert.fail('No marker is misspelled.');
    return applyEdits(target.text, [writeMarker(target, wrong, wrong.letters, wrong.side, spacing(target))]);
  }

  it('changes nothing around it', () => {
    for (const marker of ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-E-N-D.', 'F-N-S-T-A-R-T.', 'T-E-X-T-E-N-D.'])
      assert.equal(corrected(HEALTHY.replace(marker, marker.replaceAll('-', '–'))), HEALTHY, marker);
  });

  it('is parted from what is stuck to it', () => {
    assert.equal(corrected(HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. ', 'T-I-T-L-E-S-T-A-R-T')), HEALTHY);
    assert.equal(corrected(HEALTHY.replace('  D-A-T-E-S-T-A-R-T.', 'D–A–T–E–S–T–A–R–T.')), HEALTHY);
  });
});

describe('a field or marker that is removed', () => {
  const removed = (text: string, part: string) => {
    const start = text.indexOf(part);
    return applyEdits(text, [remove(first(text), { start, end: start + part.length })]);
  };

  it('goes with the white space before it', () => {
    assert.equal(removed('Truce  T-I-T-L-E-E-N-D. Talks', 'T-I-T-L-E-E-N-D.'), 'Truce Talks');
    assert.equal(removed('Truce\r\nT-I-T-L-E-E-N-D.\r\nTalks', 'T-I-T-L-E-E-N-D.'), 'Truce\r\nTalks');
  });

  it('goes with the white space after it at the beginning', () => {
    assert.equal(removed('T-I-T-L-E-E-N-D.  Talks', 'T-I-T-L-E-E-N-D.'), 'Talks');
    assert.equal(removed(' T-I-T-L-E-E-N-D.  Talks', 'T-I-T-L-E-E-N-D.'), ' Talks');
    assert.equal(removed('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D.'), '');
  });
});
