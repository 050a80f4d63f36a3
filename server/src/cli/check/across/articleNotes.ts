/** The first pass over a corpus for the rules across files: of each article, only a few numbers are kept. */

import type { ArticleRecord } from '../../../corpus/articles/record';
import type { CorpusFile, CorpusRule } from '../../../corpus/rules';
import { traitOf } from '../../../corpus/verdict/trait';
import type { InputFile } from '../../input/inputFile';
import type { Origin } from '../../reading/origin';
import type { CopiedBytes } from '../../reading/streamCopy';
import type { FolderTerms } from '../../settings/settings';
import { corpusFile, KnownFiles, type Range, type Sources } from './knownFiles';
import { PartTable } from './partTable';
import { Sketches } from './sketches';

/** The notes on some articles as plain numbers, for another thread. */
export interface PackedNotes {
  readonly parts: readonly Uint32Array[];
  /** For each rule that compares articles, all of them. */
  readonly sketches: readonly Uint32Array[];
  /** For each rule that looks at a file with a single article, the indexes of those that it reports. */
  readonly single: readonly Set<number>[];
}

/** If there are more articles, none is noted: so many take 1.4 GB. */
const MOST_NOTED = 50_000_000;

export class ArticleNotes {
  readonly files: KnownFiles;
  readonly parts = new PartTable();
  /** By rule. */
  private readonly sketches: ReadonlyMap<CorpusRule, Sketches>;
  private readonly lists: readonly Sketches[];
  /** Rules that look at a file with a single article. */
  private readonly ofSingle: readonly CorpusRule[];
  /** For these rules, the articles that they report. */
  private readonly single = new Map<CorpusRule, number[]>();
  private articles = 0;
  /** The number of articles before the present part. */
  private beforePart = 0;
  /** What is kept of the present file: the first index of its parts and of its articles, and one of its records. */
  private firstPart = 0;
  private firstArticle = 0;
  private record: ArticleRecord | undefined;
  private file: CorpusFile = { uri: '', name: '', records: [] };

  /** `most` is how many articles are noted. `sources` makes a list for where the files come from. */
  constructor(
    rules: readonly CorpusRule[],
    readonly most = MOST_NOTED,
    sources: () => Sources = () => [],
  ) {
    this.files = new KnownFiles(sources);
    this.sketches = new Map(
      rules.filter(({ alone, checkText }) => !alone && !checkText).map((rule) => [rule, new Sketches()]),
    );
    this.lists = [...this.sketches.values()];
    this.ofSingle = rules.filter(({ alone }) => alone);
  }

  get count(): number {
    return this.articles;
  }

  /** There were more articles than can be noted, so that nothing is known of any. */
  get isFull(): boolean {
    return this.articles > this.most;
  }

  /** Begins a file. */
  begin(input: InputFile): void {
    this.firstPart = this.parts.length;
    this.firstArticle = this.articles;
    this.beforePart = this.articles;
    this.file = corpusFile(input);
  }

  /** Notes the next article of the present part. A light record is enough. */
  article(record: ArticleRecord): void {
    if (this.isFull) return;
    for (const [rule, sketches] of this.sketches) sketches.add(traitOf(rule, { file: this.file, record }));
    this.articles++;
    this.record = record;
    if (this.isFull) this.forget();
  }

  /** All notes, for `take`. */
  packed(): PackedNotes {
    return {
      parts: this.parts.packed(),
      sketches: this.lists.map((sketches) => sketches.packed()),
      single: this.ofSingle.map((rule) => new Set(this.single.get(rule))),
    };
  }

  /** Adds to the present file some parts and articles of others' notes, which must be for the same rules. */
  take({ parts, sketches, single }: PackedNotes, partsOf: Range, articlesOf: Range): void {
    if (this.isFull) return;
    this.parts.take(parts, partsOf);
    const { from, to } = articlesOf;
    for (const [place, own] of this.lists.entries()) own.take(sketches[place] as Uint32Array, from, to);
    for (const [place, rule] of this.ofSingle.entries())
      if (to - from === 1 && single[place]?.has(from)) this.addSingle(rule);
    this.articles += to - from;
    this.beforePart = this.articles;
    if (this.isFull) this.forget();
  }

  /** Ends the present part: so many bytes, from one place of the file to another. */
  part(length: number, from: Origin, to: Origin): void {
    if (this.isFull) return;
    this.parts.add(length, this.articles - this.beforePart, from, to);
    this.beforePart = this.articles;
  }

  /** Ends the present file. `copy` is needed if it can be read only once. */
  keep(input: InputFile, terms: FolderTerms, copy?: CopiedBytes): void {
    if (this.isFull) return;
    this.files.add({ input, terms, copy }, this.parts.length, this.articles);
    if (this.record && this.articles - this.firstArticle === 1) this.lookAtSingle(this.record);
    this.record = undefined;
  }

  /** Ends the present file, and forgets it. */
  drop(): void {
    if (this.isFull) return;
    this.parts.cutTo(this.firstPart);
    for (const sketches of this.lists) sketches.cutTo(this.firstArticle);
    this.articles = this.firstArticle;
    this.record = undefined;
  }

  /** Begins with the first file again. */
  reset(): void {
    this.forget();
    this.articles = 0;
  }

  private forget(): void {
    this.files.clear();
    this.parts.cutTo(0);
    for (const sketches of this.lists) sketches.cutTo(0);
    this.single.clear();
  }

  private lookAtSingle(record: ArticleRecord): void {
    const file = { ...this.file, records: [record] };
    for (const rule of this.ofSingle) {
      if (traitOf(rule, { file, record }) === undefined) continue;
      this.addSingle(rule);
    }
  }

  /** A rule reports the only article of the present file. */
  private addSingle(rule: CorpusRule): void {
    const found = this.single.get(rule);
    if (found) found.push(this.firstArticle);
    else this.single.set(rule, [this.firstArticle]);
  }

  /** The indexes of the articles that a rule may report, in their order. */
  concernedBy(rule: CorpusRule): Iterable<number> {
    return this.sketches.get(rule)?.shared() ?? this.single.get(rule) ?? [];
  }

  /** Whether an article is still the one of which something was noted. */
  knows(index: number, file: CorpusFile, record: ArticleRecord): boolean {
    return [...this.sketches].every(([rule, sketches]) => sketches.fits(index, traitOf(rule, { file, record })));
  }
}
