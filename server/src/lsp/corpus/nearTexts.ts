/**
 * Finds the texts of the corpus that are nearly the same: when a person asks for them, and in the background if the rule about them is
 * on. The index keeps no texts. So each file is read once for the signatures of its texts, and files with candidates are read again:
 * the shingles of all texts are too much to keep.
 */
import * as l10n from '@vscode/l10n';
import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import { candidatesAmong } from '../../corpus/nearTexts/candidates';
import { KnownTexts } from '../../corpus/nearTexts/knownTexts';
import { NearArticles, type NearTexts } from '../../corpus/nearTexts/nearArticles';
import { notAllCompared } from '../../corpus/nearTexts/notAllCompared';
import { sentenceLines } from '../../corpus/nearTexts/sentences';
import { MOST_PAIRS, type NearFound, type NearPair, type PairedArticle } from '../../corpus/overview/nearTexts';
import { nearDuplicate } from '../../corpus/rules/near-duplicate';
import { shownNumber } from '../../corpus/rules/rule';
import type { ComparedPair, ComparedText, CompareNearTextsParams, FindNearTextsParams } from '../../protocol';
import { cancelled, type Pace } from '../pace';
import type { CorpusFiles } from './files';
import { FilesProgress } from './filesProgress';
import { type Comparable, type CorpusTexts, isComparable } from './texts';

export interface NearSources {
  readonly connection: Connection;
  readonly pace: Pace;
  readonly files: CorpusFiles;
  readonly texts: CorpusTexts;
  /** See Corpus. */
  readonly whole: () => Promise<boolean>;
  /** Shows a warning to the user. */
  readonly warn: (warning: string) => void;
}

/** A pair of texts, by their digests. */
interface Pair {
  readonly similarity: number;
  readonly digests: readonly [string, string];
}

export class CorpusNearTexts {
  private known = new KnownTexts();
  private last: (Omit<NearFound, 'isCurrent'> & { readonly changes: number }) | undefined;
  private ids = 0;
  /** What was followed last, as a number of changes. */
  private followed = 0;
  private following = new CancellationTokenSource();

  constructor(private readonly sources: NearSources) {}

  /** What was found last. */
  get found(): NearFound | undefined {
    return this.last && { ...this.last, isCurrent: this.last.changes === this.sources.files.changes };
  }

  /**
   * Looks for them, and says how many pairs there are. Null if that or the check of all files was stopped: what was found before is
   * then kept.
   */
  async find(params: FindNearTextsParams, token: CancellationToken): Promise<number | null> {
    const { connection, whole } = this.sources;
    const progress = new FilesProgress(connection, params);
    try {
      if ((await Promise.race([whole(), cancelled(token)])) === false) return null;
      return (await this.search(token, progress)) ? (this.last?.count ?? null) : null;
    } finally {
      progress.done();
    }
  }

  /**
   * Looks for them in the background, if the rule is on for a file and files have changed on disk since the last time. True if the
   * findings of the rule may have changed.
   */
  async follow(): Promise<boolean> {
    const { files, warn } = this.sources;
    if (this.followed === files.settled) return false;
    this.followed = files.settled;
    this.following.cancel();
    this.following = new CancellationTokenSource();
    const { token } = this.following;
    const found = isOn(files.index.files) ? await this.search(token) : NOTHING;
    if (!found || token.isCancellationRequested) return false;
    if (found.left > 0) warn(`${nearDuplicate.code}: ${notAllCompared(found.left)}`);
    return files.index.know(found.others);
  }

  async compare({ pair: id }: CompareNearTextsParams): Promise<ComparedPair | null> {
    const pair = this.last?.pairs.find((each) => each.id === id);
    if (!pair) return null;
    const [one, other] = [await this.compared(pair.articles[0]), await this.compared(pair.articles[1])];
    return one && other ? [one, other] : null;
  }

  private async compared({ uri, number, digest }: PairedArticle): Promise<ComparedText | undefined> {
    const file = this.sources.files.index.get(uri);
    if (!file) return undefined;
    for await (const [article, text] of this.sources.texts.of([file]))
      if (article.digest === digest)
        return { name: l10n.t('Article {0}', shownNumber(number)), lines: sentenceLines(text) };
    return undefined;
  }

  /** Null if it was cancelled. */
  private async search(token: CancellationToken, progress?: FilesProgress): Promise<NearTexts | null> {
    const { known } = this;
    const { files, pace, texts } = this.sources;
    const { changes } = files;
    const missed = new Set<string>();
    await pace.finish(files.index.ordering());
    const all = files.index.inOrder;

    const unknown = await this.filesWith(all, (digest) => known.indexOf(digest) === undefined);
    const sign = { token, missed, report: (done: number) => progress?.at(done, unknown.length) };
    for await (const [{ digest }, text] of texts.of(unknown, sign)) known.add(digest, text);
    const present = await this.indexes(all, known);
    const candidates = await pace.answer(candidatesAmong(known.signatures, present), token);
    if (!candidates) return null;
    if (known.areMostlyGone(present.length)) this.known = new KnownTexts();

    const isCandidate = (digest: string) => {
      const index = known.indexOf(digest);
      return index !== undefined && candidates.has(index);
    };
    const concerned = await this.filesWith(all, isCandidate);
    const articles = new NearArticles(candidates);
    const firsts = new Map<string, Comparable>();
    const read = { token, missed, report: (done: number) => progress?.at(done, concerned.length) };
    for await (const [article, text] of texts.of(concerned, read)) {
      const { digest, record } = article;
      const index = known.indexOf(digest);
      if (index === undefined || !candidates.has(index) || !articles.add(index, record, text)) continue;
      if (!firsts.has(digest)) firsts.set(digest, article);
    }
    const found = await pace.answer(articles.comparing(), token);
    if (!found) return null;
    const { count, closest } = pairsIn(found);
    const pairs = closest.flatMap(({ similarity, digests: [one, other] }): NearPair[] => {
      const [a, b] = [firsts.get(one), firsts.get(other)];
      return a && b ? [{ id: ++this.ids, similarity, articles: [paired(a), paired(b)] }] : [];
    });
    const { groups, left } = found;
    this.last = { pairs, count, groups, left, missed: missed.size, changes };
    return found;
  }

  /** The files that have a text like this, by its digest. */
  private async filesWith(
    files: readonly IndexedFile[],
    isWanted: (digest: string) => boolean,
  ): Promise<IndexedFile[]> {
    const wanted: IndexedFile[] = [];
    for (const file of files) {
      await this.sources.pace.turn();
      if (file.records.some((record) => isComparable(record) && isWanted(record.digest))) wanted.push(file);
    }
    return wanted;
  }

  /** The indexes of all texts, each once, in the order of files. */
  private async indexes(files: readonly IndexedFile[], known: KnownTexts): Promise<Uint32Array> {
    const indexes = new Set<number>();
    for (const { records } of files) {
      await this.sources.pace.turn();
      for (const record of records) {
        const index = isComparable(record) ? known.indexOf(record.digest) : undefined;
        if (index !== undefined) indexes.add(index);
      }
    }
    return Uint32Array.from(indexes);
  }
}

const NOTHING: NearTexts = { others: new Map(), groups: [], left: 0 };

/** Whether the rule is on for any of some files. */
function isOn(files: Iterable<IndexedFile>): boolean {
  for (const { severities } of files)
    if ((severities[nearDuplicate.code] ?? nearDuplicate.severity) !== 'off') return true;
  return false;
}

/** How many pairs there are, and the closest ones, at most MOST_PAIRS. */
function pairsIn({ others }: NearTexts): { readonly count: number; readonly closest: readonly Pair[] } {
  const done = new Set<string>();
  let closest: Pair[] = [];
  let count = 0;
  const keepClosest = () => {
    closest = closest.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_PAIRS);
  };
  for (const [digest, { texts }] of others) {
    done.add(digest);
    for (const { digest: other, similarity } of texts) {
      const isKnown = done.has(other) && others.get(other)?.texts.some((text) => text.digest === digest);
      if (isKnown) continue;
      count++;
      if (closest.push({ similarity, digests: [digest, other] }) === 2 * MOST_PAIRS) keepClosest();
    }
  }
  keepClosest();
  return { count, closest };
}

function paired({ file, record: { number, title, span }, digest }: Comparable): PairedArticle {
  const { uri, shown, name } = file;
  return { number, title, uri, shown, name, position: file.rangeOf(span).start, digest };
}
