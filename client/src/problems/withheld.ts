/**
 * Holds a diagnostic back while the marker it is about is being typed: half a marker is no fault yet. It is shown, from
 * the same result of the server, when the cursor leaves the marker or typing pauses.
 *
 * Nothing here knows VS Code or a clock, so that every order of events can be tested.
 */

/** A place as VS Code has it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What decides whether a diagnostic is held back. */
export interface Located {
  readonly range: Range;
  readonly code?: string | number | { readonly value: string | number } | undefined;
}

/** Somebody is typing. */
export interface Typing {
  /** The run of characters under the cursor; empty in white space, where nothing is held back. */
  readonly word: Range;
  /** Whether a diagnostic was there before, so that it would only flicker. */
  isKnown(diagnostic: Located): boolean;
}

/** How long typing must pause before everything is shown, in milliseconds. */
export const PAUSE = 1000;

/** Runs something after a number of milliseconds, unless the returned function is called before. */
export type Later = (run: () => void, milliseconds: number) => () => void;

/** The diagnostics of all documents, less those that are held back in the one that is being typed in. */
export class Withheld<D extends Located> {
  private readonly results = new Map<string, readonly D[]>();
  private typing: (Typing & { uri: string }) | undefined;
  /** Less is shown of the document that is being typed in than the server found. */
  private isHolding = false;
  private stopClock = () => {};

  /** `show` gets all that is to be shown of a document, in place of what it got before. */
  constructor(
    private readonly show: (uri: string, diagnostics: readonly D[]) => void,
    private readonly later: Later,
  ) {}

  /** The server's result for a document has come. */
  received(uri: string, diagnostics: readonly D[]): void {
    this.results.set(uri, diagnostics);
    const isTypedIn = this.typing?.uri === uri;
    const { shown, held } = split(diagnostics, isTypedIn ? this.typing : undefined);
    if (isTypedIn) this.isHolding = held.length > 0;
    this.show(uri, shown);
  }

  /** The server's result is the one before, also for what was typed since. */
  unchanged(uri: string): void {
    const result = this.results.get(uri);
    if (result && this.typing?.uri === uri && this.isHolding) this.received(uri, result);
  }

  /** There is no result for a document any more. */
  forget(uri: string): void {
    this.results.delete(uri);
    if (this.typing?.uri === uri) this.isHolding = false;
  }

  /**
   * The cursor's word was typed at; `before` is where it stood before that. Nothing is shown now, not even when the word
   * is another one or has just ended: the edit has a result of its own, which will tell whether the word was finished.
   */
  typed(uri: string, word: Range, before: Range): void {
    if (this.typing?.uri !== uri) this.release();
    const goesOn = this.typing && !isEmpty(this.typing.word) && touches(this.typing.word, before);
    const isKnown = goesOn ? this.typing?.isKnown : undefined;
    this.typing = { uri, word, isKnown: isKnown ?? knownAt(before, this.results.get(uri) ?? []) };
    this.stopClock();
    this.stopClock = this.later(() => this.release(), PAUSE);
  }

  /** The cursor stands in some document now. */
  moved(uri: string, position: Position): void {
    if (this.typing?.uri !== uri || !touches(this.typing.word, { start: position, end: position })) this.release();
  }

  /** Nothing is being typed any more: shows what is held back. */
  release(): void {
    this.stopClock();
    const uri = this.typing?.uri;
    this.typing = undefined;
    if (uri === undefined || !this.isHolding) return;
    this.isHolding = false;
    this.show(uri, this.results.get(uri) ?? []);
  }
}

/** Parts diagnostics into those to show and those to hold back. */
export function split<D extends Located>(
  diagnostics: readonly D[],
  typing: Typing | undefined,
): { shown: D[]; held: D[] } {
  const word = typing && !isEmpty(typing.word) ? typing.word : undefined;
  const isHeld = (diagnostic: D) => word && touches(diagnostic.range, word) && !typing?.isKnown(diagnostic);
  return {
    shown: diagnostics.filter((diagnostic) => !isHeld(diagnostic)),
    held: diagnostics.filter(isHeld),
  };
}

/**
 * What was there before a word was typed at: what has the code of a diagnostic that touched the word, or code and
 * beginning of any other one. Where it ends, and what it says, may change with every letter.
 */
function knownAt(before: Range, diagnostics: readonly Located[]): Typing['isKnown'] {
  return ({ code, range }) =>
    diagnostics.some(
      (known) =>
        codeOf(known) === codeOf({ code }) &&
        (touches(known.range, before) || compare(known.range.start, range.start) === 0),
    );
}

/** The run of characters other than white space that a cursor stands in or beside. */
export function wordAt(line: string, { line: number, character }: Position): Range {
  let start = character;
  let end = character;
  while (start > 0 && /\S/.test(line.charAt(start - 1))) start--;
  while (end < line.length && /\S/.test(line.charAt(end))) end++;
  return { start: { line: number, character: start }, end: { line: number, character: end } };
}

/** Where a word stood before the characters in `replaced` became those that end at `end`. */
export function wordBefore(word: Range, replaced: Range, end: Position): Range {
  const start = compare(word.start, replaced.start) < 0 ? word.start : replaced.start;
  const rest = word.end.character - end.character;
  return { start, end: { line: replaced.end.line, character: replaced.end.character + rest } };
}

function codeOf({ code }: Pick<Located, 'code'>): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/** Whether two ranges share a character or a border. */
function touches(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function isEmpty({ start, end }: Range): boolean {
  return compare(start, end) === 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
