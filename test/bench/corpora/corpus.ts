/** A document of a given size in a given language, and edits such as a person makes. */
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { pick, seeded } from '../../random';
import { LANGUAGES, type Language, type LanguageName, type Writer } from './languages';
import { records } from './records';

export const SEED = 1986;

/** Offsets in UTF-16 units, without the end. */
type Span = readonly [start: number, end: number];

export interface Corpus {
  readonly languageId: LanguageName;
  readonly text: string;
  /** The places where a person types. */
  readonly values: readonly Span[];
  /** The characters whose loss breaks the syntax. */
  readonly joints: readonly Span[];
}

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The same document in every run. It has `bytes` bytes in UTF-8, or more to complete the last record. */
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
