/**
 * Holds back a diagnostic while its marker is being typed, because half a marker is not a fault yet. The diagnostic is shown,
 * from the same result of the server, when the cursor leaves the marker or typing pauses.
 *
 * This file uses neither VS Code nor a clock, so that every order of events can be tested.
 */

/** A place, as in VS Code. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The part of a diagnostic that decides whether it is held back. */
export interface CodeAndRange {
  readonly range: Range;
  readonly code?: string | number | { readonly value: string | number } | undefined;
}

/** A word that somebody is typing. */
export interface Typing {
  /** The run of characters at the cursor; empty in white space, where nothing is held back. */
  readonly word: Range;
  /** Whether a diagnostic was there before the typing; holding it back would make it flicker. */
  isKnown(diagnostic: CodeAndRange): boolean;
}

/** How long typing must pause before everything is shown, in milliseconds. */
export const PAUSE = 1000;

/** Runs a function after a number of milliseconds, unless the returned function is called first. */
export type Later = (run: () => void, milliseconds: number) => () => void;

/** The diagnostics of all documents, without those that are held back in the document that is being edited. */
export class Withheld<D extends CodeAndRange> {
  private readonly results = new Map<string, readonly D[]>();
  private typing: (Typing & { uri: string }) | undefined;
  /** Whether some diagnostics of the document that is being edited are not shown. */
  private isHolding = false;
  private stopClock = () => {};

  /** `show` receives all diagnostics to show for a document; they replace the previous ones. */
  constructor(
    private readonly show: (uri: string, diagnostics: readonly D[]) => void,
    private readonly later: Later,
  ) {}

  /** Takes the server's result for a document. */
  received(uri: string, diagnostics: readonly D[]): void {
    this.results.set(uri, diagnostics);
    const isEdited = this.typing?.uri === uri;
    const { shown, held } = split(diagnostics, isEdited ? this.typing : undefined);
    if (isEdited) this.isHolding = held.length > 0;
    this.show(uri, shown);
  }

  /** The server's result has not changed, although the text has. */
  unchanged(uri: string): void {
    const result = this.results.get(uri);
    if (result && this.typing?.uri === uri && this.isHolding) this.received(uri, result);
  }

  /** Forgets the result of a document. */
  forget(uri: string): void {
    this.results.delete(uri);
    if (this.typing?.uri === uri) this.isHolding = false;
  }

  /**
   * Somebody has typed in the word at the cursor; `before` is the range of the word before that edit. Nothing is shown now,
   * even if this is another word or the word has just ended: the result for this edit will show whether the word is finished.
   */
  typed(uri: string, word: Range, before: Range): void {
    if (this.typing?.uri !== uri) this.release();
    const isSameWord = this.typing && !isEmpty(this.typing.word) && touches(this.typing.word, before);
    const isKnown = isSameWord ? this.typing?.isKnown : undefined;
    this.typing = { uri, word, isKnown: isKnown ?? knownAt(before, this.results.get(uri) ?? []) };
    this.stopClock();
    this.stopClock = this.later(() => this.release(), PAUSE);
  }

  /** The cursor has moved. */
  moved(uri: string, position: Position): void {
    if (this.typing?.uri !== uri || !touches(this.typing.word, { start: position, end: position })) this.release();
  }

  /** Typing has ended: shows what is held back. */
  release(): void {
    this.stopClock();
    const uri = this.typing?.uri;
    this.typing = undefined;
    if (uri === undefined || !this.isHolding) return;
    this.isHolding = false;
    this.show(uri, this.results.get(uri) ?? []);
  }
}

/** Separates the diagnostics to show from those to hold back. */
export function split<D extends CodeAndRange>(
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
 * A diagnostic was there before a word was edited if it has the code of one that touched the word, or the code and
 * the start of any other one. Its end and its message may change with every letter.
 */
function knownAt(before: Range, diagnostics: readonly CodeAndRange[]): Typing['isKnown'] {
  return ({ code, range }) =>
    diagnostics.some(
      (known) =>
        codeOf(known) === codeOf({ code }) &&
        (touches(known.range, before) || compare(known.range.start, range.start) === 0),
    );
}

/** The run of characters other than white space around or beside a cursor. */
export function wordAt(line: string, { line: number, character }: Position): Range {
  let start = character;
  let end = character;
  while (start > 0 && /\S/.test(line.charAt(start - 1))) start--;
  while (end < line.length && /\S/.test(line.charAt(end))) end++;
  return { start: { line: number, character: start }, end: { line: number, character: end } };
}

/** The range of a word before the characters in `replaced` became those that end at `end`. */
export function wordBefore(word: Range, replaced: Range, end: Position): Range {
  const start = compare(word.start, replaced.start) < 0 ? word.start : replaced.start;
  const rest = word.end.character - end.character;
  return { start, end: { line: replaced.end.line, character: replaced.end.character + rest } };
}

function codeOf({ code }: Pick<CodeAndRange, 'code'>): string | number | undefined {
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
