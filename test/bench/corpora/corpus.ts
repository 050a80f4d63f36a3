/** A document of a given size in a given language, and the edits that a person makes in it. */
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { pick, seeded } from '../random';
import { LANGUAGES, type Language, type LanguageName, type Writer } from './languages';
import { records } from './records';

export const SEED = 1986;

/** Offsets in UTF-16 units, end excluded. */
type Span = readonly [start: number, end: number];

export interface Corpus {
  readonly languageId: LanguageName;
  readonly text: string;
  /** Where a person types. */
  readonly values: readonly Span[];
  /** Each of these characters holds the syntax together. */
  readonly joints: readonly Span[];
}

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The same document in every run; its UTF-8 has `bytes` bytes, and what the last record needs beyond. */
export function corpus(languageId: LanguageName, bytes: number): Corpus {
  const language: Language = LANGUAGES[languageId];
  const writer = new CorpusWriter();
  writer.raw(language.open);
  for (const record of records(SEED)) {
    language.record(writer, record);
    if (writer.bytes >= bytes) break;
    writer.raw(language.between);
  }
  writer.raw(language.close);
  return { languageId, text: writer.parts.join(''), values: writer.values, joints: writer.joints };
}

export class CorpusWriter implements Writer {
  readonly parts: string[] = [];
  readonly values: Span[] = [];
  readonly joints: Span[] = [];
  bytes = 0;
  private length = 0;

  raw(text: string): this {
    this.parts.push(text);
    this.length += text.length;
    this.bytes += Buffer.byteLength(text);
    return this;
  }

  value(text: string): this {
    this.values.push([this.length, this.length + text.length]);
    return this.raw(text);
  }

  joint(text: string): this {
    this.joints.push([this.length, this.length + text.length]);
    return this.raw(text);
  }
}

/** One edit in five breaks the syntax. */
const BREAKS = 0.2;

/**
 * Edits of one character at random places, without end: one changes the text, the next one takes it back, so that
 * the places stay what they are. The same in every run.
 */
export function* edits({ text, values, joints }: Corpus): Generator<Edit, never> {
  const random = seeded(SEED);
  const { positionAt } = placesOf(text);
  for (;;) {
    const breaks = random() < BREAKS;
    const [start, end] = pick(random, breaks ? joints : values);
    const at = start + Math.floor(random() * (end - start));
    const gap = { start: positionAt(at), end: positionAt(at) };
    const character = { start: positionAt(at), end: positionAt(at + 1) };
    if (breaks) {
      yield { range: character, text: '' };
      yield { range: gap, text: text.charAt(at) };
    } else {
      yield { range: gap, text: 'x' };
      yield { range: character, text: '' };
    }
  }
}

function placesOf(text: string) {
  const document = TextDocument.create('', '', 0, text);
  return { positionAt: (offset: number) => document.positionAt(offset) };
}
