/** A result of Stanford CoreNLP, kept compactly: its JSON is about 200 times as long as the text. */
import type { Steps } from '../../core/steps';
import { elementsOf, type JsonPart, membersOf } from './jsonParts';

export interface Result {
  /** The day from which CoreNLP has counted, YYYY-MM-DD; undefined if it was given none. */
  readonly day: string | undefined;
  readonly tokens: readonly Word[];
  /** The index of the first token of each sentence, and of the end of the last one. */
  readonly sentences: readonly number[];
  /** In the order of the text. None is within another. */
  readonly entities: readonly Entity[];
}

/** A word or a sign. Its offsets are those of the text that CoreNLP has read, in its own unit. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As it is written in that text. */
  readonly original: string;
  /** What is between the token before and this one; undefined if the result does not say that. */
  readonly before: string | undefined;
  readonly tag: string | undefined;
  readonly lemma: string | undefined;
}

export interface Entity {
  /** The indexes of the first token, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** As CoreNLP names it: `CITY`. */
  readonly type: string;
  /** The value that CoreNLP has computed: a day, a number. */
  readonly value: string | undefined;
}

/** Reads a result, sentence by sentence. Undefined if the text is not a whole result in JSON. */
export function* readingResult(text: string): Steps<Result | undefined> {
  try {
    const members = membersOf(text);
    const sentences = members.get('sentences');
    if (!sentences) return undefined;
    const reader = new Reader();
    for (const part of elementsOf(text, sentences)) {
      yield;
      reader.add(JSON.parse(text.slice(part.start, part.end)));
    }
    return { ...reader.read(), day: dayIn(text, members.get('docDate')) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function dayIn(text: string, date: JsonPart | undefined): string | undefined {
  const value = date && JSON.parse(text.slice(date.start, date.end));
  return typeof value === 'string' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined;
}

/** A sentence in JSON, as far as it is read here. */
interface JsonSentence {
  readonly tokens: readonly JsonWord[];
  /** Missing without the annotator `ner`. */
  readonly entitymentions?: readonly JsonEntity[];
}

interface JsonWord {
  readonly characterOffsetBegin: number;
  readonly characterOffsetEnd: number;
  readonly originalText: string;
  readonly before?: string;
  readonly pos?: string;
  readonly lemma?: string;
}

interface JsonEntity {
  readonly tokenBegin: number;
  readonly tokenEnd: number;
  readonly ner: string;
  readonly normalizedNER?: string;
}

class Reader {
  private readonly tokens: Word[] = [];
  private readonly sentences: number[] = [];
  private readonly entities: Entity[] = [];
  /** Each word once, because most occur many times. */
  private readonly words = new Map<string, string>();

  /** Throws a TypeError if it is no sentence. */
  add({ tokens, entitymentions = [] }: JsonSentence): void {
    const first = this.tokens.length;
    if (tokens.length > 0) this.sentences.push(first);
    for (const { characterOffsetBegin, characterOffsetEnd, originalText, before, pos, lemma } of tokens) {
      if (!(characterOffsetBegin < characterOffsetEnd) || typeof originalText !== 'string') throw new TypeError();
      this.tokens.push({
        ...{ start: characterOffsetBegin, end: characterOffsetEnd, original: this.once(originalText) },
        ...{ before: this.once(before), tag: this.once(pos), lemma: this.once(lemma) },
      });
    }
    const inOrder = [...entitymentions].sort((a, b) => a.tokenBegin - b.tokenBegin || b.tokenEnd - a.tokenEnd);
    for (const { tokenBegin, tokenEnd, ner, normalizedNER } of inOrder) {
      const entity = { from: first + tokenBegin, to: first + tokenEnd };
      if (!(first <= entity.from && entity.from < entity.to && entity.to <= this.tokens.length)) throw new TypeError();
      const isWithin = entity.from < (this.entities.at(-1)?.to ?? 0);
      if (!isWithin) this.entities.push({ ...entity, type: this.once(String(ner)), value: this.once(normalizedNER) });
    }
  }

  read(): Omit<Result, 'day'> {
    this.words.clear();
    return {
      tokens: this.tokens,
      sentences: [...this.sentences, this.tokens.length],
      entities: this.entities,
    };
  }

  private once<T extends string | undefined>(word: T): T {
    if (word === undefined) return word;
    const known = this.words.get(word);
    if (known === undefined) this.words.set(word, word);
    return (known ?? word) as T;
  }
}
