/**
 * Finds the texts of the corpus that are nearly the same, when a person asks for them. The index keeps no texts, so all files are
 * read, and those with candidates once more: their shingles are too much to keep for all.
 */
import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type ParsedDocument, parsing } from '../../core/parse/parser';
import { decode } from '../../corpus/checkFile';
import type { IndexedFile } from '../../corpus/corpusIndex';
import { NearTextCandidates } from '../../corpus/nearTexts/candidates';
import { NearArticles, type NearTexts, signed } from '../../corpus/nearTexts/nearArticles';
import { sentenceLines } from '../../corpus/nearTexts/sentences';
import { numbered, textValueOf } from '../../corpus/numbered';
import { MOST_PAIRS, type NearFound, type NearPair, type PairedArticle } from '../../corpus/overview/nearTexts';
import { type ArticleRecord, recordOf } from '../../corpus/record';
import { shownNumber } from '../../corpus/rules/rule';
import type { ComparedPair, ComparedText, CompareNearTextsParams, FindNearTextsParams } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import type { ReadFile } from '../files';
import { cancelled, type Pace } from '../pace';
import type { CorpusFiles } from './files';
import { FilesProgress } from './filesProgress';

export interface NearSources {
  readonly connection: Connection;
  readonly readFile: ReadFile;
  readonly pace: Pace;
  readonly files: CorpusFiles;
  /** The open document of a file. */
  readonly documentOf: (uri: string) => ArticleDocument | undefined;
  readonly scanned: () => Promise<void>;
}

/** An article of the index whose text is compared. */
interface Compared {
  readonly file: IndexedFile;
  readonly record: ArticleRecord;
  readonly digest: string;
}

export class CorpusNearTexts {
  private last: (Omit<NearFound, 'isCurrent'> & { readonly changes: number }) | undefined;
  private ids = 0;

  constructor(private readonly sources: NearSources) {}

  /** What was found last. */
  get found(): NearFound | undefined {
    return this.last && { ...this.last, isCurrent: this.last.changes === this.sources.files.changes };
  }

  /** Looks for them, and says how many pairs there are. Null if that was cancelled: what was found before is then kept. */
  async find(params: FindNearTextsParams, token: CancellationToken): Promise<number | null> {
    const { connection, files, pace, scanned } = this.sources;
    const progress = new FilesProgress(connection, params);
    try {
      await Promise.race([scanned(), cancelled(token)]);
      const { changes } = files;
      const all = files.index.inOrder;
      const missed = new Set<string>();
      const candidates = new NearTextCandidates();
      for (const [at, file] of all.entries()) {
        progress.at(at, all.length);
        for await (const [{ digest }, text] of this.texts(file, missed)) candidates.add(digest, text);
        if (token.isCancellationRequested) return null;
      }
      const digests = await pace.finish(candidates.digests());
      const articles = new NearArticles<Compared>();
      for (const file of all) {
        await pace.turn();
        if (!file.records.some(({ digest }) => digest !== undefined && digests.has(digest))) continue;
        for await (const [article, text] of this.texts(file, missed)) {
          const signature = digests.has(article.digest) ? signed(text) : undefined;
          if (signature) articles.add(article, signature);
        }
        if (token.isCancellationRequested) return null;
      }
      const pairs = this.pairsIn(await pace.finish(articles.comparing()));
      const listed = pairs.slice(0, MOST_PAIRS);
      this.last = { pairs: listed, count: pairs.length, groups: articles.groupSizes(), missed: missed.size, changes };
      return pairs.length;
    } finally {
      progress.done();
    }
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
    for await (const [article, text] of this.texts(file))
      if (article.digest === digest)
        return { name: l10n.t('Article {0}', shownNumber(number)), lines: sentenceLines(text) };
    return undefined;
  }

  /**
   * The articles of a file that can be compared, with their texts: from its editor, or from disk. Those that are not as the index
   * knows them are left out, and their file is added to `missed`.
   */
  private async *texts(file: IndexedFile, missed?: Set<string>): AsyncGenerator<[Compared, string]> {
    const { pace } = this.sources;
    await pace.turn();
    const parsed = await this.read(file.uri);
    const articles = parsed ? [...numbered(parsed)] : [];
    if (articles.length !== file.records.length) missed?.add(file.uri);
    for (const [index, record] of file.records.entries()) {
      const { digest, numberSpan } = record;
      const article = articles[index]?.article;
      if (digest === undefined || !numberSpan || !article) continue;
      await pace.turn();
      if (recordOf(article).digest === digest) yield [{ file, record, digest }, textValueOf(article)];
      else missed?.add(file.uri);
    }
  }

  private async read(uri: string): Promise<ParsedDocument | undefined> {
    const { documentOf, readFile, pace } = this.sources;
    const document = documentOf(uri);
    if (document) return document.parsed;
    const bytes = await readFile(uri).catch(() => undefined);
    return bytes && pace.finish(parsing(decode(bytes)));
  }

  /** Each pair once, the most similar first. Of articles with the same text, the first one. */
  private pairsIn(near: NearTexts<Compared>): NearPair[] {
    const pairs: { similarity: number; articles: [Compared, Compared] }[] = [];
    const done = new Set<unknown>();
    for (const [text, others] of near) {
      done.add(text);
      for (const { text: other, similarity } of others) {
        const [a, b] = [text.articles[0], other.articles[0]];
        if (a && b && !done.has(other)) pairs.push({ similarity, articles: [a, b] });
      }
    }
    pairs.sort((a, b) => b.similarity - a.similarity);
    return pairs.map(({ similarity, articles: [a, b] }) => ({
      ...{ id: ++this.ids, similarity },
      articles: [paired(a), paired(b)],
    }));
  }
}

function paired({ file, record: { number, title, span }, digest }: Compared): PairedArticle {
  const { uri, shown, name } = file;
  return { number, title, uri, shown, name, position: file.rangeOf(span).start, digest };
}
