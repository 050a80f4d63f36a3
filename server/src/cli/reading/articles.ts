/** Reads the articles of a call's files, one after another, in little memory. */
import type { Article } from '../../core/parse/article';
import { parsePart } from '../../core/parse/parser';
import { numbered } from '../../corpus/articles/numbered';
import { markApart, NotUtf8Error, notUtf8Sentence } from '../../corpus/text/exactText';
import { HardLinks } from '../../disk/hardLinks';
import { type InputFile, nameOf } from '../input/inputFile';
import type { Complain } from '../output/faults';
import { withProgress } from '../output/progress';
import { type BadByte, badBytesIn } from './badBytes';
import { fileParts } from './fileReading';
import type { LeftAlone } from './leftAlone';
import { decodePart } from './origin';
import { Cutter, type Part } from './parts';
import { streamOf, streamParts } from './streamReading';

export interface FoundArticle {
  readonly file: InputFile;
  /** Its index among the articles of its file, from 1. */
  readonly index: number;
  /** Bytes that are not UTF-8 are U+FFFD in it, as in the editor. */
  readonly article: Article;
  /** Its bytes, without a byte order mark. They are valid until the next article is read. */
  readonly bytes: () => Uint8Array;
}

export interface Reading {
  /** Gets the files that are not articles. */
  readonly leftAlone: LeftAlone;
  /** Gets the files that cannot be read, and once, with a NotUtf8Error, each file that is not UTF-8. */
  readonly complain: Complain;
}

/** All articles of the files, in order; also those of files that are not UTF-8. */
export async function* articlesOf(
  files: Iterable<InputFile>,
  { leftAlone, complain }: Reading,
): AsyncGenerator<FoundArticle> {
  const cutter = new Cutter();
  const links = new HardLinks();
  for (const file of withProgress([...files])) {
    let count = 0;
    let length = 0;
    let bad: BadByte | undefined;
    try {
      const parts = file.regular
        ? fileParts(cutter, file, undefined, links)
        : streamParts(cutter, streamOf(file), undefined);
      for await (const part of parts) {
        if (bad === undefined) {
          [bad] = badBytesIn(part.bytes.subarray(part.start, part.end));
          if (bad) complain(nameOf(file), new NotUtf8Error(notUtf8Sentence(bad.byte, length + bad.at)));
        }
        length += part.end - part.start;
        for (const found of articlesIn(part, count)) {
          count++;
          yield { file, ...found };
        }
      }
      if (count === 0) leftAlone.add(file);
    } catch (error) {
      complain(nameOf(file), error);
    }
  }
}

function* articlesIn({ bytes, start, end, first, final }: Part, before: number): Generator<Omit<FoundArticle, 'file'>> {
  const raw = bytes.subarray(start, end);
  const text = decodePart(raw);
  const { mark, content } = first ? markApart(text) : { mark: '', content: text };
  for (const { article, index, base } of numbered(parsePart(content, first, final), before)) {
    const from = mark.length + base;
    const bytesOf = () => raw.subarray(byteAt(raw, text, from), byteAt(raw, text, from + article.text.length));
    yield { index, article, bytes: bytesOf };
  }
}

/** The place in bytes of an offset in their text. At the offset, no U+FFFD may be cut in two. */
function byteAt(raw: Uint8Array, text: string, offset: number): number {
  // Bytes that are not UTF-8 have other lengths than the U+FFFD that replace them, so the rest up to the next ones is counted.
  const next = badBytesIn(raw).find(({ start }) => start >= offset);
  const rest = text.slice(offset, next?.start);
  return (next?.at ?? raw.length) - Buffer.byteLength(rest);
}
