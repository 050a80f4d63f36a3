import { assert } from 'chai';
import fc from 'fast-check';
import { type CodeAndRange, PAUSE, type Position, Withheld } from '../../../client/src/problems/withheld';
import { edit, offsetAt, type Picture, picture, positionAt } from '../drawing';

/** A document in which somebody types; drawing.ts describes the notation. */
class Editor {
  private readonly clock = new Clock();
  private readonly shown = new Map<string, readonly CodeAndRange[]>();
  private readonly withheld = new Withheld<CodeAndRange>(
    (uri, diagnostics) => this.shown.set(uri, diagnostics),
    (run, milliseconds) => this.clock.later(run, milliseconds),
  );

  /** The server's latest result. */
  private published = '';

  constructor(private now: Picture) {
    this.result(now);
    this.expect(now);
  }

  static open(drawing: string): Editor {
    return new Editor(picture(drawing));
  }

  /** Somebody has typed a marker without its full stop, and has seen no problem. */
  static beforeTheFullStop(): Editor {
    const editor = Editor.open(`
      D-A-T-E-S-T-A-R-|
    `);
    editor.type(`
      D-A-T-E-S-T-A-R-T|
      ~~~~~~~~~~~~~~~~~ misspelled-marker
    `);
    return editor;
  }

  /** One edit at the cursor, and the server's result for it. */
  type(drawing: string): void {
    const next = picture(drawing);
    this.edit(next);
    this.result(next);
    this.expect(next);
  }

  /** The same, but the result has not come yet. */
  edit(next: Picture): void {
    const { word, before } = edit(this.now, next);
    this.withheld.typed('a', word, before);
    this.withheld.moved('a', positionAt(next.text, next.cursor));
    this.now = next;
  }

  /** Moves the cursor; the text and the diagnostics stay. */
  move(drawing: string): void {
    const next = picture(drawing);
    assert.equal(next.text, this.now.text);
    this.withheld.moved('a', positionAt(next.text, next.cursor));
    this.expect(next);
  }

  moveToAnotherDocument(): void {
    this.withheld.moved('b', { line: 0, character: 0 });
  }

  wait(milliseconds: number): void {
    this.clock.wait(milliseconds);
  }

  shows(codes: readonly string[]): void {
    assert.deepEqual(this.shown.get('a')?.map(({ code }) => code) ?? [], [...codes]);
  }

  private result({ diagnostics }: Picture): void {
    const result = JSON.stringify(diagnostics);
    if (result === this.published) this.withheld.unchanged('a');
    else this.withheld.received('a', diagnostics);
    this.published = result;
  }

  private expect({ shown }: Picture): void {
    this.shows(shown.map(({ code }) => code));
  }
}

describe('a diagnostic on a marker that is being typed', () => {
  it('waits until the cursor leaves the marker', () => {
    const editor = Editor.open(`
      Truce T-I-T-L-E-E-N-D.|  Weeks
    `);
    editor.type(`
      Truce T-I-T-L-E-E-N-D|  Weeks
            ~~~~~~~~~~~~~~~ misspelled-marker
    `);
    editor.move(`
      Truce T-I-T-L-E|-E-N-D  Weeks
            ~~~~~~~~~~~~~~~ misspelled-marker
    `);
    editor.move(`
      Truce T-I-T-L-E-E-N-D  |Weeks
            ^^^^^^^^^^^^^^^ misspelled-marker
    `);
  });

  it('appears when another word begins, even if the result of the server has not changed', () => {
    const editor = Editor.open(`
      T-I-T-L-E-E-N-|
    `);
    editor.type(`
      T-I-T-L-E-E-N-D|
      ~~~~~~~~~~~~~~~ misspelled-marker
    `);
    editor.type(`
      T-I-T-L-E-E-N-D |
      ^^^^^^^^^^^^^^^ misspelled-marker
    `);
  });

  it('waits for a second without typing', () => {
    const editor = Editor.open(`
      T-I-T-L-E-E|.
      ^^^^^^^^^^^^ misspelled-marker
    `);
    editor.wait(PAUSE);
    editor.shows(['misspelled-marker']);
    editor.type(`
      T-I-T-L-E-E-N|.
      ~~~~~~~~~~~~~~ unknown-field
    `);
    editor.wait(PAUSE - 1);
    editor.shows([]);
    editor.type(`
      T-I-T-L-E-E-N-|.
      ~~~~~~~~~~~~~~~ unknown-field
    `);
    editor.wait(PAUSE - 1);
    editor.shows([]);
    editor.wait(1);
    editor.shows(['unknown-field']);
  });

  it('disappears unseen when the marker is finished', () => {
    const editor = Editor.beforeTheFullStop();
    editor.type(`
      D-A-T-E-S-T-A-R-T.|
    `);
    editor.wait(PAUSE);
    editor.shows([]);
  });

  it('does not appear when a space is typed before the result for the finished marker comes', () => {
    const editor = Editor.beforeTheFullStop();
    editor.edit(picture('D-A-T-E-S-T-A-R-T.|'));
    editor.edit(picture('D-A-T-E-S-T-A-R-T. |'));
    editor.shows([]);
    editor.type(`
      D-A-T-E-S-T-A-R-T. 2|
    `);
  });

  it('appears after a second even if no result comes for later typing', () => {
    const editor = Editor.beforeTheFullStop();
    editor.edit(picture('D-A-T-E-S-T-A-R-T |'));
    editor.shows([]);
    editor.wait(PAUSE);
    editor.shows(['misspelled-marker']);
  });

  it('appears at once in white space', () => {
    const editor = Editor.open(`
      a TITLE|
    `);
    editor.type(`
      a |
      ^ stray-text
    `);
  });

  it('appears when another document gets the cursor', () => {
    const editor = Editor.open(`
      T-E-X-T|
    `);
    editor.type(`
      T-E-X-T-|
      ~~~~~~~~ unknown-field
    `);
    editor.moveToAnotherDocument();
    editor.shows(['unknown-field']);
  });
});

describe('a diagnostic that was there before', () => {
  it('stays on the marker that is edited', () => {
    const editor = Editor.open(`
      T-E-X-T-E-N-D|
      ^^^^^^^^^^^^^ misspelled-marker
    `);
    editor.type(`
      T-E-X-T-E-N|
      ^^^^^^^^^^^ misspelled-marker
    `);
  });

  it('stays when its end moves, word by word', () => {
    const editor = Editor.open(`
      By our |
      ^^^^^^ stray-text
    `);
    editor.type(`
      By our c|
      ^^^^^^^^ stray-text
    `);
  });

  it('stays while a new one with the same code elsewhere waits', () => {
    const editor = Editor.open(`
      stray T-I-T-L-E-E-N-D.|
      ^^^^^ misspelled-marker
    `);
    editor.type(`
      stray T-I-T-L-E-E-N-D|
      ^^^^^ misspelled-marker
            ~~~~~~~~~~~~~~~ misspelled-marker
    `);
  });

  it('that appeared at the space before a word stays when the word extends it', () => {
    const editor = Editor.open(`
      By|
    `);
    editor.type(`
      By |
      ^^ stray-text
    `);
    editor.type(`
      By o|
      ^^^^ stray-text
    `);
  });

  it('stays while a new one with another code waits', () => {
    const editor = Editor.open(`
      T-E-X-T-S-T-A-R-T.|
      ^^^^^^^^^^^^^^^^^^ unmatched-start
    `);
    editor.type(`
      T-E-X-T-S-T-A-R-T|
      ^^^^^^^^^^^^^^^^^ unmatched-start
      ~~~~~~~~~~~~~~~~~ misspelled-marker
    `);
  });
});

describe('diagnostics elsewhere', () => {
  it('are shown at once', () => {
    const editor = Editor.open(`
      T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.|
    `);
    editor.type(`
      T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E|
      ^^^^^^^^^^^^^^^^^^^^ unmatched-start
                                 ~~~~~~~~~~~ unknown-field
    `);
  });

  it('include those of another line', () => {
    const editor = Editor.open(`
      Truce
      in Gaza|
    `);
    editor.type(`
      Truce
      ^^^^^ stray-text
      in Gaz|
         ~~~ glued-sentences
    `);
  });
});

describe('the word before an edit', () => {
  for (const [what, before, after, expected] of [
    ['grows at its end', 'a bc| d', 'a bcx| d', 'bc'],
    ['grows inside', 'a b|c d', 'a bx|c d', 'bc'],
    ['shrinks', 'a bx|c d', 'a b|c d', 'bxc'],
    ['is joined with the one after it', 'a b c| d', 'a b |d', 'c d'],
    ['is split by a space', 'a b|c d', 'a b |c d', 'c'],
    ['is joined with the one before it', 'a b |c d', 'a b|c d', 'b c'],
    ['is joined across lines', 'a b\n|c d', 'a b|c d', 'b\nc'],
  ] as const) {
    it(what, () => {
      const old = picture(before);
      const found = edit(old, picture(after)).before;
      assert.equal(old.text.slice(offsetAt(old.text, found.start), offsetAt(old.text, found.end)), expected);
    });
  }
});

describe('withheld diagnostics', () => {
  const position = fc.record({ line: fc.nat(2), character: fc.nat(12) });
  const range = fc
    .tuple(position, position)
    .map(([a, b]) => (isBefore(a, b) ? { start: a, end: b } : { start: b, end: a }));
  const uri = fc.constantFrom('a', 'b');
  const result = fc.array(fc.record({ range, code: fc.constantFrom('x', 'y', 'z') }), { maxLength: 5 });
  const event = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), uri, word: range, before: range }),
    fc.record({ kind: fc.constant('move' as const), uri, to: position }),
    fc.record({ kind: fc.constant('tick' as const), milliseconds: fc.nat(PAUSE + 100) }),
    fc.record({ kind: fc.constant('result' as const), uri, result }),
    fc.record({ kind: fc.constant('same result' as const), uri }),
    fc.record({ kind: fc.constant('close' as const), uri }),
  );

  it('are never lost, in any order of events', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const clock = new Clock();
        const results = new Map<string, readonly CodeAndRange[]>();
        const shown = new Map<string, readonly CodeAndRange[]>();
        const withheld = new Withheld<CodeAndRange>(
          (uri, diagnostics) => shown.set(uri, diagnostics),
          (run, milliseconds) => clock.later(run, milliseconds),
        );
        for (const step of events) {
          if (step.kind === 'type') withheld.typed(step.uri, step.word, step.before);
          if (step.kind === 'move') withheld.moved(step.uri, step.to);
          if (step.kind === 'tick') clock.wait(step.milliseconds);
          if (step.kind === 'same result') withheld.unchanged(step.uri);
          if (step.kind === 'result') {
            results.set(step.uri, step.result);
            withheld.received(step.uri, step.result);
          }
          if (step.kind === 'close') {
            results.delete(step.uri);
            shown.delete(step.uri);
            withheld.forget(step.uri);
          }
          for (const [uri, diagnostics] of shown)
            assert.includeMembers([...(results.get(uri) ?? [])], [...diagnostics]);
        }
        clock.wait(PAUSE);
        assert.deepEqual(Object.fromEntries(shown), Object.fromEntries(results));
      }),
    );
  });
});

/** A clock that advances only when a test says so. */
class Clock {
  private now = 0;
  private readonly waiting = new Set<{ readonly at: number; readonly run: () => void }>();

  later(run: () => void, milliseconds: number): () => void {
    const alarm = { at: this.now + milliseconds, run };
    this.waiting.add(alarm);
    return () => this.waiting.delete(alarm);
  }

  wait(milliseconds: number): void {
    this.now += milliseconds;
    for (const alarm of this.waiting) {
      if (alarm.at > this.now) continue;
      this.waiting.delete(alarm);
      alarm.run();
    }
  }
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
