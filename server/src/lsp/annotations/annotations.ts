/** What Stanford CoreNLP has found in open documents: looks for its results, and proves that they are of this text. */
import * as l10n from '@vscode/l10n';
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { type Article, fieldOf } from '../../core/parse/article';
import { textOf } from '../../core/span';
import { numberOf } from '../../corpus/articles/numbered';
import { type PlacedResult, placed } from '../../corpus/corenlp/placed';
import { type Result, readingResult } from '../../corpus/corenlp/result';
import { dayOf, documentSource, fileSource, textSource } from '../../corpus/corenlp/sourceText';
import { canonical } from '../../corpus/files/uris';
import { sha256 } from '../../corpus/text/sha256';
import { ANNOTATIONS_CHANGED, isFieldsView } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { sentence } from '../failures';
import type { Pace } from '../pace';
import { type ExportedDocument, Exports, isTable, type TableSources } from './exports';

export interface AnnotationSources extends TableSources {
  readonly pace: Pace;
}

/** A result that is of this text. */
export interface Shown extends PlacedResult {
  /** The text in which it was placed: that of an article, or of the whole document. */
  readonly text: string;
  /** Where that begins in the document. */
  readonly base: number;
}

/** What there is about an article: a result, or why none is shown, as a sentence. */
export type Annotated = Shown | { readonly note: string };

/** So many results are kept; each has some 100 kB. */
const MOST_KEPT = 20;

/** CoreNLP's JSON for a text of 150 kB, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/** How long changes of files are gathered before they are reported to the client, in milliseconds. */
const PAUSE = 200;

/** A result that cannot be shown, and why, as a sentence. */
class Unusable {
  constructor(
    readonly note: string,
    /** It is no whole result in JSON. */
    readonly isBroken = false,
  ) {}
}

function notWhole(): string {
  return l10n.t(
    'The result of CoreNLP for this article cannot be read: its file is not whole, or not JSON. Run CoreNLP again.',
  );
}

function oldText(): string {
  return l10n.t(
    'The results of CoreNLP are not shown here: they are of another text. Export the articles and run CoreNLP again.',
  );
}

export class Annotations {
  private readonly exports: Exports;
  /** By the URI of the file, the one that was used last at the end. */
  private readonly results = new Map<string, Promise<Result | Unusable | undefined>>();

  private readonly files = new WeakMap<ArticleDocument, FileState>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sources: AnnotationSources) {
    this.exports = new Exports(sources);
  }

  /** Files have changed. If documents may have other results now, that is reported to the client after a pause. */
  watched(events: readonly FileEvent[]): void {
    let isConcerned = false;
    for (const { uri, type } of events) {
      const isFolder = !/\.[^./]*$/.test(uri);
      if (isTable(uri) || (isFolder && type !== FileChangeType.Changed)) this.exports.forget();
      if (isFolder) this.results.clear();
      else this.results.delete(canonical(uri));
      isConcerned ||= isFolder || isTable(uri) || uri.endsWith('.json');
    }
    if (isConcerned && this.sources.client.showsAnnotations) this.soon();
  }

  /** CoreNLP writes many results one after another. */
  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.sources.connection.sendNotification(ANNOTATIONS_CHANGED).catch(() => {}), PAUSE);
  }

  /** A document was opened. */
  opened({ file }: ArticleDocument): void {
    if (this.sources.client.registersWatchers) this.exports.opened(file);
    else this.exports.forget(); // Such a client reports no changes.
    this.results.clear();
  }

  /** What there is about an article, which begins at `base` in its document; undefined if there is nothing. */
  async of(document: ArticleDocument, article: Article, base: number): Promise<Annotated | undefined> {
    if (article.markers.length === 0) return undefined;
    const exported = await this.exported(document.file, article, base);
    const found = exported && 'result' in exported ? exported : ((await this.beside(document)) ?? exported);
    if (!found || 'note' in found) return exported ?? found;
    const { day } = found.result;
    const now = dayOf(article);
    return day === undefined || day === now ? found : { note: otherDay(day, now) };
  }

  /** A result of a document that an export has made of an article. */
  private async exported(file: string, article: Article, base: number): Promise<Annotated | undefined> {
    const value = fieldOf(article, 'text')?.value;
    const documents = await this.exports.documentsOf(file);
    if (!value || documents.length === 0) return undefined;
    const digest = await sha256(textOf(article.text, value));
    const number = numberOf(article) ?? '';
    const isSame = (row: ExportedDocument) => row.sha256 === digest;
    const isOwn = (row: ExportedDocument) => row.number === number && row.isCertain;
    const rank = (row: ExportedDocument) => Number(isSame(row)) * 2 + Number(isOwn(row));
    const rows = documents.filter((row) => rank(row) > 0).sort((a, b) => rank(b) - rank(a));
    let note: string | undefined;
    for (const row of rows) {
      const result = await this.result(row.result);
      if (result === undefined) continue;
      const found = result instanceof Unusable ? undefined : placedIn(result, article, row);
      if (found) return { ...found, text: article.text, base };
      if (isOwn(row)) note ??= result instanceof Unusable ? result.note : oldText();
    }
    return note === undefined ? undefined : { note };
  }

  /** A result beside a file. It is looked for once for each state of the document. */
  private beside(document: ArticleDocument): Promise<Annotated | undefined> {
    const { revision } = document;
    const result = this.result(`${document.file}.json`);
    const known = this.files.get(document);
    if (known?.revision === revision && known.result === result) return known.found;
    const found = result.then((read) => (document.revision === revision ? placedBeside(read, document) : undefined));
    this.files.set(document, { revision, result, found });
    return found;
  }

  /** A result by its URI; undefined if there is no such file, or why it cannot be read. */
  private result(uri: string): Promise<Result | Unusable | undefined> {
    const known = this.results.get(uri) ?? this.read(uri);
    this.results.delete(uri);
    this.results.set(uri, known);
    for (const oldest of this.results.keys()) {
      if (this.results.size <= MOST_KEPT) break;
      this.results.delete(oldest);
    }
    return known;
  }

  private async read(uri: string): Promise<Result | Unusable | undefined> {
    const { readFile, pace } = this.sources;
    const bytes = await readFile(uri).catch(sentence);
    if (typeof bytes === 'string')
      return new Unusable(`${l10n.t('The result of CoreNLP for this article cannot be read.')} ${bytes}`);
    if (!bytes) return undefined;
    if (bytes.length > LARGEST)
      return new Unusable(l10n.t('The result of CoreNLP for this article is over 32 MB and is not shown.'));
    await pace.turn();
    return (await pace.finish(readingResult(new TextDecoder().decode(bytes)))) ?? new Unusable(notWhole(), true);
  }
}

/** What was found beside the file of a document in one of its states. */
interface FileState {
  readonly revision: number;
  readonly result: Promise<Result | Unusable | undefined>;
  readonly found: Promise<Annotated | undefined>;
}

function placedIn(result: Result, article: Article, { kind, document }: ExportedDocument): PlacedResult | undefined {
  const name = document.replace(/\.xml$/, '');
  const source = kind === 'corenlp' ? documentSource(article, name) : textSource(article);
  return source && placed(result, source);
}

/** A result of a file, or of the text of its only article. */
function placedBeside(result: Result | Unusable | undefined, document: ArticleDocument): Annotated | undefined {
  // Beside a file there may be any JSON. And a fields view is another text than its file.
  if (result === undefined || isFieldsView(document.uri)) return undefined;
  if (result instanceof Unusable) return result.isBroken ? undefined : { note: result.note };
  const text = document.parsed.articles.map((article) => article.text).join('');
  const found = placed(result, fileSource(text, false)) ?? placed(result, fileSource(text, true));
  if (found) return { ...found, text, base: 0 };
  const [only, another] = [...document.articles()].filter(([{ markers }]) => markers.length > 0);
  const [article, base] = only ?? [];
  const source = article && !another ? textSource(article) : undefined;
  const inText = source && placed(result, source);
  return inText ? { ...inText, text: article?.text ?? '', base: base ?? 0 } : { note: oldText() };
}

function otherDay(read: string, now: string | null): string {
  return now === null
    ? l10n.t(
        'The results of CoreNLP are not shown here: CoreNLP has read an article of {0}, and its date is no valid day now. Export the articles and run CoreNLP again.',
        read,
      )
    : l10n.t(
        'The results of CoreNLP are not shown here: CoreNLP has read an article of {0}, and its date is {1} now. Export the articles and run CoreNLP again.',
        read,
        now,
      );
}
