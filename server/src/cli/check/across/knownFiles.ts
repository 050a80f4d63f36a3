/** The files whose articles are noted for the rules across files. */
import type { CorpusFile } from '../../../corpus/rules';
import { type InputFile, nameOf } from '../../input/inputFile';
import type { CopiedBytes } from '../../reading/streamCopy';
import type { FolderTerms } from '../../settings/settings';
import { NumberList } from './numberList';

/** From one index to before another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a file comes from. */
export interface Source {
  readonly input: InputFile;
  readonly terms: FolderTerms;
  /** A copy of its bytes, if it can be read only once. */
  readonly copy: CopiedBytes | undefined;
}

/** Sources in their order: an array, or what needs less memory. */
export interface Sources extends Iterable<Source> {
  push(source: Source): unknown;
}

/** A file whose articles are known by their numbers. */
export interface KnownFile extends CorpusFile, Source {
  /** Its place among the files. */
  readonly place: number;
  readonly parts: Range;
  readonly articles: Range;
}

/** The file as the rules see it, before any of its articles is noted. */
export function corpusFile(input: InputFile): CorpusFile {
  return { uri: input.path, name: nameOf(input).replaceAll('\\', '/'), records: NO_RECORDS };
}

const NO_RECORDS: CorpusFile['records'] = [];

/** Each file is made anew when it is asked for: of most of them, nobody asks again. */
export class KnownFiles implements Iterable<KnownFile> {
  private sources: Sources;
  /** For each file, the index after its last part, and after its last article. */
  private readonly parts = new NumberList();
  private readonly articles = new NumberList();

  constructor(private readonly make: () => Sources) {
    this.sources = make();
  }

  /** Adds a file, whose parts and articles follow those of the file before, and end before these indexes. */
  add(source: Source, parts: number, articles: number): void {
    this.sources.push(source);
    this.parts.push(parts);
    this.articles.push(articles);
  }

  [Symbol.iterator](): Generator<KnownFile> {
    return this.with(() => true);
  }

  /** Those with such articles: from one index to before another. Nothing is made for the others. */
  *with(areMeant: (from: number, to: number) => boolean): Generator<KnownFile> {
    let place = 0;
    let part = 0;
    let article = 0;
    for (const { input, terms, copy } of this.sources) {
      const parts = { from: part, to: this.parts.at(place) };
      const articles = { from: article, to: this.articles.at(place) };
      if (areMeant(article, articles.to)) yield { ...corpusFile(input), input, terms, copy, place, parts, articles };
      part = parts.to;
      article = articles.to;
      place++;
    }
  }

  clear(): void {
    this.sources = this.make();
    this.parts.cutTo(0);
    this.articles.cutTo(0);
  }
}
