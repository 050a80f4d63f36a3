/** The rules across files. The corpus is read once, and for nearly all articles a light record is enough. */
import type { Span } from '../../core/span';
import { Comparison, traitOf } from '../../corpus/checkCorpus';
import {
  CORPUS_RULES,
  type CorpusFile,
  type CorpusFinding,
  type CorpusRule,
  type Occurrence,
} from '../../corpus/rules';
import { type InputFile, nameOf } from '../input/inputFile';
import type { FolderTerms } from '../settings/settings';
import type { Articles, Located } from './checkParts';
import type { Report, ReportedFinding } from './report';

/** A file of the corpus, for the command line. */
interface KnownFile extends CorpusFile {
  readonly input: InputFile;
  readonly terms: FolderTerms;
  readonly articles: Articles;
  /** Whether the records are full ones, not light ones. */
  readonly exact: boolean;
}

export class AcrossFiles {
  private readonly files: KnownFile[] = [];
  /** For each rule, the file in which each trait was first seen. */
  private readonly seen = CORPUS_RULES.map(() => new Map<string | number, KnownFile>());
  /** Files that may have findings. */
  private readonly concerned = new Set<KnownFile>();
  /** The same files with full records, by URI. */
  private readonly compared = new Map<string, KnownFile>();

  /** Adds a file after its check. */
  add(input: InputFile, terms: FolderTerms, articles: Articles, exact: boolean): void {
    const name = nameOf(input).replaceAll('\\', '/');
    const file = { uri: input.path, name, records: articles.records, input, terms, articles, exact };
    this.files.push(file);
    for (const record of file.records) {
      const article = { file, record };
      for (const [index, rule] of CORPUS_RULES.entries()) this.compare(index, rule, article);
    }
  }

  /** Marks the files of articles with the same trait, and of articles that a rule may report on their own. */
  private compare(index: number, rule: CorpusRule, article: Occurrence & { readonly file: KnownFile }): void {
    const trait = traitOf(rule, article);
    if (trait === undefined) return;
    const seen = this.seen[index] as Map<string | number, KnownFile>;
    const other = seen.get(trait);
    if (other === undefined) seen.set(trait, article.file);
    else this.concerned.add(other).add(article.file);
    if (rule.alone) this.concerned.add(article.file);
  }

  /**
   * Reports all findings across files, file by file, in the order in which files were added. `lookAgain` gives a file's full
   * records, or undefined if the file can no longer be read.
   */
  report(report: Report, lookAgain: (input: InputFile, terms: FolderTerms) => Articles | undefined): void {
    const comparison = new Comparison();
    for (const file of this.files) {
      if (!this.concerned.has(file)) continue;
      const articles = file.exact ? file.articles : lookAgain(file.input, file.terms);
      if (!articles) continue;
      const real = { ...file, records: articles.records, articles };
      this.compared.set(file.uri, real);
      comparison.add(real);
    }
    for (const file of this.compared.values()) {
      for (const finding of comparison.findings(file.uri, file.terms.severities)) report(this.reported(file, finding));
    }
  }

  private reported(file: KnownFile, { code, severity, message, span, related }: CorpusFinding): ReportedFinding {
    const { range, excerpt, article } = this.placeOf(file, span);
    return {
      file: nameOf(file.input),
      code,
      severity,
      message,
      range,
      span,
      article,
      marked: excerpt?.marked ?? '',
      fix: null,
      related: related.map((other) => {
        const otherFile = this.compared.get(other.file.uri) as KnownFile;
        return {
          file: nameOf(otherFile.input),
          range: this.placeOf(otherFile, other.span).range,
          message: other.message,
        };
      }),
      excerpt,
    };
  }

  private placeOf({ articles }: KnownFile, span: Span): Located {
    return articles.located?.get(span) as Located;
  }
}
