import { assert } from 'chai';
import fc from 'fast-check';
import { completions } from '../../../../server/src/core/features/completion';
import type { Completion } from '../../../../server/src/core/features/completionChoices';
import { markerText } from '../../../../server/src/core/format';
import { ownMarkers } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { textOf } from '../../../../server/src/core/span';
import type { Setting } from '../../../../server/src/core/writing/template';
import { anyDocument, articleText, fieldsDocument, realisticDocument } from '../articles';

const SETTING: Setting = {
  today: '2026-11-22',
  additionalFields: ['B-Y-L-I-N-E'],
  layout: 'keep',
  lineEnd: '\n',
  isTaken: () => false,
};

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);

/** What is offered to somebody who asks with Ctrl+Space (`asked`), or who types. */
function offered(textWithCursor: string, setting: Partial<Setting> = {}, asked = false): readonly Completion[] {
  const offset = textWithCursor.indexOf('$0');
  assert.notEqual(offset, -1, 'There is no cursor $0 in the text.');
  return completions(parse(textWithCursor.replace('$0', '')), offset, { ...SETTING, ...setting }, asked);
}

function labels(textWithCursor: string, setting: Partial<Setting> = {}): string[] {
  return offered(textWithCursor, setting).map(({ label }) => label);
}

/** The text after a completion, with a `|` at each place to fill in, after which its placeholder is. */
function accepted(textWithCursor: string, label?: string, setting: Partial<Setting> = {}): string {
  const all = offered(textWithCursor, setting, true);
  const choice = label === undefined ? all[0] : all.find((other) => other.label.startsWith(label));
  if (!choice) assert.fail(`${label ?? 'Nothing'} is not offered: ${all.map((other) => other.label)}`);
  const text = choice.template.map((part) => (typeof part === 'string' ? part : `|${part.placeholder}`)).join('');
  return applyEdits(textWithCursor.replace('$0', ''), [{ span: choice.span, text }]);
}

describe('completion closes the open field', () => {
  it('after its value', () => {
    const open = HEALTHY.replace('Truce T-I-T-L-E-E-N-D. ', 'Truce$0');
    assert.equal(accepted(open), HEALTHY);
    assert.equal(accepted(open.replace('Truce$0', 'Truce $0')), HEALTHY);
  });

  it('right after the START that was just typed, with a place for the value', () => {
    const text = HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.', 'T-I-T-L-E-S-T-A-R-T.$0');
    assert.equal(accepted(text), HEALTHY.replace(' Truce', ' |'));
    assert.equal(accepted(text.replace('$0', ' $0')), HEALTHY.replace(' Truce', ' |'));
  });

  it('at the end of a file', () => {
    assert.equal(accepted(' F-N-S-T-A-R-T.$0'), ' F-N-S-T-A-R-T. |1 F-N-E-N-D. ');
    assert.equal(accepted(HEALTHY.replace(' T-E-X-T-E-N-D. ', '$0')), HEALTHY);
    assert.equal(accepted('F-N-S-T-A-R-T.\n7$0'), 'F-N-S-T-A-R-T.\n7\nF-N-E-N-D.\n');
  });

  it('but not a field that is closed', () => {
    assert.deepEqual(labels(HEALTHY.replace('T-I-T-L-E-S-T-A-R-T.', '$&$0')), []);
    assert.deepEqual(labels(HEALTHY.replace(' T-E-X-T-E-N-D.', '$0$&')), []);
  });

  it('and not before the text that it is to close', () => {
    assert.deepEqual(labels('T-I-T-L-E-S-T-A-R-T.$0 Truce in Gaza'), []);
  });

  it('that are user-defined too', () => {
    const text = HEALTHY.replace('  T-E-X-T-S', '  B-Y-L-I-N-E-S-T-A-R-T.$0  T-E-X-T-S');
    assert.equal(accepted(text), text.replace('$0', ' | B-Y-L-I-N-E-E-N-D.'));
    assert.equal(accepted(text.replace('$0', ' Ann $0')), text.replace('$0', ' Ann B-Y-L-I-N-E-E-N-D.'));
    assert.deepEqual(labels(text, { additionalFields: [] }), []);
    const closed = accepted(text).replace('|', 'Ann').replace('B-Y-L-I-N-E-S-T-A-R-T.', '$&$0');
    assert.deepEqual(labels(closed), []);
  });
});

describe('completion of what was typed', () => {
  const typedInGap = (typed: string) => HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.', `${typed}$0`);

  for (const typed of ['T', 'T-', 'T-I-T', 't-i', 'title', 'TITLE', 'Tit', 'T-I-T-L-E-S-T-A-R-T']) {
    it(`finds the marker by ${typed}`, () => {
      const [first] = offered(typedInGap(typed));
      assert.equal(first?.label, 'T-I-T-L-E-S-T-A-R-T. … T-I-T-L-E-E-N-D.');
      assert.isTrue(first?.filter.startsWith(typed), first?.filter);
      assert.equal(accepted(typedInGap(typed)), HEALTHY.replace(' Truce', ' |'));
    });
  }

  it('goes on in the way in which it was typed', () => {
    assert.equal(offered(typedInGap('t-i-'))[0]?.filter, 't-i-T-L-E-S-T-A-R-T.');
    assert.equal(offered(typedInGap('t-i'))[0]?.filter, 't-i-T-L-E-S-T-A-R-T.');
    assert.equal(offered(typedInGap('tit'))[0]?.filter, 'titLESTART');
  });

  it('restores the lost full stop of a START, and nothing else', () => {
    const damaged = HEALTHY.replace('T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E-S-T-A-R-T$0');
    assert.deepEqual(labels(damaged), ['T-I-T-L-E-S-T-A-R-T.']);
    assert.equal(accepted(damaged), HEALTHY);
  });

  it('restores a lost START before its value', () => {
    const damaged = HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. ', '$0');
    assert.equal(accepted(damaged), HEALTHY);
    assert.equal(accepted(damaged.replace('$0', 'T-I-T$0')), HEALTHY);
  });

  it('restores a marker around the cursor', () => {
    const damaged = HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T-I-T$0-LE-E-N-D.');
    assert.equal(accepted(damaged), HEALTHY);
  });

  it('offers nothing inside a complete marker', () => {
    assert.deepEqual(labels(HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T-I-T$0-L-E-E-N-D.')), []);
  });
});

describe('completion in prose', () => {
  it('offers nothing in the value of a closed field', () => {
    for (const typed of ['', 'T-', 'title', 'T-E-X', ' ']) {
      assert.deepEqual(labels(HEALTHY.replace('Talks', `Talks ${typed}$0`)), [], typed);
    }
  });

  it('offers nothing at words of an open one', () => {
    for (const typed of ['t', 'text', 'Tex', 'e-mail', 'X-ray', 'F-1', 'D-D', 'T-shirt', 'Text-', 'isn’t']) {
      assert.deepEqual(labels(`T-E-X-T-S-T-A-R-T. Talks ${typed}$0`), [], typed);
    }
  });

  it('offers something after a word if a person asks', () => {
    assert.deepEqual(
      offered('T-E-X-T-S-T-A-R-T. Talks failed$0', {}, true).map(({ label }) => label),
      ['T-E-X-T-E-N-D.'],
    );
    assert.equal(accepted('T-E-X-T-S-T-A-R-T. Talks failed$0'), 'T-E-X-T-S-T-A-R-T. Talks failed T-E-X-T-E-N-D. ');
  });

  it('offers something while a marker is typed, or if a person asks between words', () => {
    for (const typed of ['T-', 'T-E', 't-e-x', '', 'failed.']) {
      assert.deepEqual(labels(`T-E-X-T-S-T-A-R-T. Talks ${typed}$0`), ['T-E-X-T-E-N-D.'], typed);
    }
  });
});

describe('completion adds', () => {
  it('the missing field that belongs there', () => {
    const text = HEALTHY.replace('D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  ', '$0');
    assert.deepEqual(labels(text), [
      'D-A-T-E-S-T-A-R-T. … D-A-T-E-E-N-D.',
      'B-Y-L-I-N-E-S-T-A-R-T. … B-Y-L-I-N-E-E-N-D.',
    ]);
    assert.equal(accepted(text), HEALTHY.replace('2024-04-09', '|2026-11-22'));
  });

  it('a START alone before text that has none', () => {
    assert.deepEqual(labels('F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-$0 2024-04-09').slice(0, 2), [
      'D-A-T-E-S-T-A-R-T.',
      'D-A-T-E-S-T-A-R-T. … D-A-T-E-E-N-D.',
    ]);
  });

  it('fields one after another, from nothing', () => {
    let text = '$0';
    for (const row of ['F-N', 'D-A-T-E', 'T-I-T-L-E', 'T-E-X-T']) {
      text = `${accepted(text, markerText(row, 'start')).replace('|', '')}$0`;
    }
    assert.equal(text, articleText(['1', '2026-11-22', '', '']).concat('$0'));
  });

  it('an article in an empty file', () => {
    const skeleton = articleText(['|1', '|2026-11-22', '|', '|']);
    assert.equal(accepted('$0'), skeleton);
    assert.equal(accepted('article$0'), skeleton);
    assert.equal(accepted('F-$0'), skeleton);
  });

  it('an article after the last one, with the next free number', () => {
    const skeleton = articleText(['|1988', '|2026-11-22', '|', '|']);
    const text = HEALTHY.replace('1986', '1987') + HEALTHY;
    assert.equal(accepted(`${text}$0`, 'New article'), text + skeleton);
    assert.equal(accepted(`${text.trimEnd()}$0`, 'New article'), text + skeleton);
    const padded = HEALTHY.replace('1986', '0099');
    assert.equal(accepted(`${padded}$0`, 'New'), padded + articleText(['|0100', '|2026-11-22', '|', '|']));
  });

  it('an article between two', () => {
    const text = `${HEALTHY}$0${HEALTHY}`;
    const skeleton = articleText(['|1987', '|2026-11-22', '|', '|']);
    assert.equal(accepted(text, 'New'), HEALTHY + skeleton + HEALTHY);
    assert.equal(accepted(text.replace(' $0 ', '  $0'), 'New'), HEALTHY + skeleton + HEALTHY);
  });

  it('fields and articles in the lines of the fields layout', () => {
    const lines = HEALTHY.trim()
      .replaceAll(/ {2}/g, '\r\n')
      .replaceAll(/(?<=T\.) | (?=\S+-E-N-D)/g, '\r\n')
      .concat('\r\n');
    const crlf = { lineEnd: '\r\n' } as const;
    const skeleton = lines.replace('1986', '|1987').replace('2024-04-09', '|2026-11-22');
    assert.equal(
      accepted(`${lines}$0`, 'New', crlf),
      `${lines}\r\n${skeleton.replace('Truce', '|').replace('Talks failed.', '|')}`,
    );
    const without = lines.replace(/T-I-T-L-E-S.*T-I-T-L-E-E-N-D\.\r\n/s, '$0');
    assert.equal(accepted(without, 'T-I', crlf), lines.replace('Truce', '|'));
  });

  it('articles in the layout that is set, where the document shows none', () => {
    assert.match(accepted('$0', undefined, { layout: 'fields' }), /^F-N-S-T-A-R-T\.\n\|1\nF-N-E-N-D\.\nD/);
  });

  it('a user-defined field once', () => {
    const text = HEALTHY.replace('  T-E-X-T-S', '  B-Y-L-I-N-E-S-T-A-R-T. Ann B-Y-L-I-N-E-E-N-D. $0 T-E-X-T-S');
    assert.deepEqual(labels(text), []);
  });
});

describe('completion of dates', () => {
  const articles = ['2024-04-07', '2024-04-08', '2025-01-01'].map((date) => HEALTHY.replace('2024-04-09', date));
  const text = articles.join('');

  it('offers today and the neighbours’ days', () => {
    const empty = text.replace('2024-04-08', '$0');
    assert.deepEqual(labels(empty), ['2026-11-22', '2024-04-07', '2025-01-01']);
    assert.equal(accepted(empty), text.replace('2024-04-08', '2026-11-22'));
  });

  it('replaces the date that is there', () => {
    assert.equal(accepted(text.replace('2024-04-08', '$0$&')), text.replace('2024-04-08', '2026-11-22'));
    assert.deepEqual(labels(text.replace('2024-04-08', '202$04-04-08')), ['2026-11-22', '2024-04-07', '2025-01-01']);
    assert.deepEqual(labels(text.replace('2024-04-08', '2024-0$0')), ['2024-04-07']);
  });

  it('does not put another day in place of one that is typed to its end', () => {
    assert.deepEqual(labels(text.replace('2024-04-08', '$&$0')), []);
  });

  it('leaves other values alone', () => {
    assert.deepEqual(labels(text.replace('2024-04-08', 'April 8$0')), []);
    assert.deepEqual(labels(text.replace('Truce', '$0')), []);
  });

  it('keeps the white space beside an empty value', () => {
    const empty = 'D-A-T-E-S-T-A-R-T.$0 D-A-T-E-E-N-D.';
    assert.equal(accepted(empty), 'D-A-T-E-S-T-A-R-T. 2026-11-22 D-A-T-E-E-N-D.');
    assert.include(labels('D-A-T-E-S-T-A-R-T. $0'), '2026-11-22');
  });
});

describe('accepting a completion', () => {
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const typed = fc.constantFrom('', 'T', 'T-I', 't-e-x', 'title', 'F-', 'D-A', 'b-y', '2', 'word');
  const documents = fc.oneof(anyDocument, realisticDocument, fieldsDocument);
  const valuesOf = (text: string) =>
    parse(text).articles.flatMap((article) =>
      article.fields
        .filter((field) => ownMarkers(field) && field.letters !== 'D-A-T-E')
        .map((field) => `${field.letters} ${textOf(article.text, field.value)}`),
    );

  it('changes no value that is whole', () => {
    fc.assert(
      fc.property(documents, at, typed, (text, share, word) => {
        const offset = Math.round(share * text.length);
        const before = text.slice(0, offset) + word + text.slice(offset);
        const whole = valuesOf(before);
        for (const { span, template, label } of completions(parse(before), offset + word.length, SETTING)) {
          const inserted = template.map((part) => (typeof part === 'string' ? part : part.placeholder)).join('');
          const after = valuesOf(applyEdits(before, [{ span, text: inserted }]));
          for (const value of whole) {
            const index = after.indexOf(value);
            assert.notEqual(index, -1, `${label} at ${offset} lost ${value} of ${before}`);
            after.splice(index, 1);
          }
        }
      }),
      // A field before the first article may change how the number of the next one is read.
      { numRuns: 500, examples: [['D-A-T-E-E-N-D.1986 F-N-S-T-A-R-T. F-N-E-N-D. HEAD\n F-N-S-T-A-R-T. 0', 0, 'b-y']] },
    );
  });

  it('closes a field that has only lost its END', () => {
    fc.assert(
      fc.property(fc.oneof(realisticDocument, fieldsDocument), fc.nat(), (text, n) => {
        const ends = [...text.matchAll(/ ?(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-E-N-D\./g)];
        const end = ends[n % ends.length] as RegExpMatchArray & { index: number };
        const damaged = text.slice(0, end.index) + text.slice(end.index + end[0].length);
        const lineEnd = text.includes('\r') ? '\r\n' : '\n';
        const [first] = completions(parse(damaged), end.index, { ...SETTING, lineEnd }, true);
        assert.equal(first?.label, end[0].trim());
        const inserted = (first?.template ?? [])
          .map((part) => (typeof part === 'string' ? part : part.placeholder))
          .join('');
        assert.equal(applyEdits(damaged, [{ span: first?.span ?? assert.fail(), text: inserted }]), text);
      }),
      { numRuns: 200 },
    );
  });
});
