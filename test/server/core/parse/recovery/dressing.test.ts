import { assert } from 'chai';
import { scanMarkers } from '../../../../../server/src/core/markers/scanner';
import { dressed, type Neighbours } from '../../../../../server/src/core/parse/recovery/dressing';

/** The first marker of a text with what is stuck to it; `isOutside` says whether it is outside any field. */
function read(text: string, around: Partial<Neighbours> = {}): string {
  const [marker] = scanMarkers(text);
  if (!marker) assert.fail('There is no marker.');
  const found = dressed(text, marker, { before: 0, after: text.length, isOutside: true, ...around });
  assert.equal(found === marker, found.misspelled !== true || found.end - found.start === marker.end - marker.start);
  return text.slice(found.start, found.end);
}

const START = 'T-E-X-T-S-T-A-R-T.';
const END = 'T-E-X-T-E-N-D.';

describe('a marker alone', () => {
  it('is itself, whatever is beside it after white space', () => {
    assert.equal(read(START), START);
    assert.equal(read(`** ${START} **. Talks`), START);
    assert.equal(read(`Talks go on. ${END} * Truce`), END);
    assert.equal(read(`Talks – ${END} | Truce`), END);
    assert.equal(read(`🕊️ ${START} 🕊️ Talks`), START);
  });
});

describe('what is stuck to a marker on both sides', () => {
  it('is part of it, if it is marks, a tag or a comment', () => {
    for (const [left, right] of [
      ['**', '**'],
      ['“', '”'],
      ['&lt;', '&gt;'],
      ['<b>', '</b>'],
      ['<strong>', '</strong>'],
      ['<blockquote>', '</blockquote>'],
      ['<!-- ', ' -->'],
      ['<!--', '-->'],
      ['<p class="a b">', '</p>'],
      ['&nbsp;', '&nbsp;'],
      ['** ', ' **'],
      ['| ', ' |'],
      ['\u200b', '\u200b'],
      ['<![CDATA[', ']]>'],
      ['\\n', '\\n'],
      ['\\r\\n', '\\r\\n'],
      ['%0A', '%0A'],
      ['&#13;&#10;', '&#13;&#10;'],
      ['_x000D_', '_x000D_'],
      ['\\t', '\\t'],
    ] as const) {
      assert.equal(read(`Talks go on ${left}${END}${right} Truce`), left + END + right, left);
      assert.equal(read(`Talks ${left}${START}${right} go on`), left + START + right, left);
    }
  });

  it('is part of a value, if it is words or too much', () => {
    assert.equal(read(`Talks${START}go`), START);
    assert.equal(read(`Talks ****${START}**** go`), START);
    assert.equal(read(`Talks <b>${START}<b> go`), START);
    assert.equal(read(`Talks </b>${START}</b> go`), START);
    assert.equal(read(`Talks \\n${START}\\t go`), START);
  });
});

describe('what is stuck to a START', () => {
  it('on the left is part of it: marks anywhere, a letter outside of fields only', () => {
    assert.equal(read(`Reuters #${START} Talks`), `#${START}`);
    assert.equal(read(`Reuters Q${START} Talks`), `Q${START}`);
    assert.equal(read(`Truce Q${START} Talks`, { isOutside: false }), START);
    assert.equal(read(`Truce 7${START} Talks`), START);
  });

  it('on the right is part of the value, but for a full stop or two, and the end of the marker', () => {
    assert.equal(read(`${START}. Talks`), `${START}.`);
    assert.equal(read(`${START}.. Talks`), `${START}..`);
    assert.equal(read(`${START}\0 Talks`), `${START}\0`);
    assert.equal(read(`${START}... Talks`), START);
    assert.equal(read(`${START}R-T. Talks`), `${START}R-T.`);
    for (const value of ['“Talks', 'A', '"', '7']) assert.equal(read(`${START}${value} go on`), START, value);
  });
});

describe('what is stuck to an END', () => {
  it('on the right is part of it, if nothing follows before the next marker', () => {
    assert.equal(read(`Talks ${END}. `), `${END}.`);
    assert.equal(read(`Talks ${END}” `), `${END}”`);
    assert.equal(read(`Talks ${END}s `), `${END}s`);
    assert.equal(read(`Talks ${END}” More`), END, 'a START may be lost');
    assert.equal(read(`Talks ${END}s More`), END);
    assert.equal(read(`Talks ${END}” More`, { after: `Talks ${END}” `.length }), `${END}”`);
    assert.equal(read(`Talks ${END}ss `), END);
  });

  it('on the left is part of it, if no value ends so, and a value is left', () => {
    assert.equal(read(`Talks go on. *${END} `), `*${END}`);
    assert.equal(read(`Talks go on. <${END} `), `<${END}`);
    assert.equal(read(`Talks go on. Q${END} `), `Q${END}`);
    for (const mark of ['.', '”', '!', ')', '?'])
      assert.equal(read(`Talks go on ${mark}${END} `), END, `${mark} is of the value`);
    assert.equal(read(` *${END} `), END, 'it may be the value');
    assert.equal(read(`Talks *${END} `, { before: 6 }), END, 'the word is of another field');
  });
});
