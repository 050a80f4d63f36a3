/** The rules across files, for a corpus that is read once: nearly all articles need no more than a light record. */
import type { Span } from '../core/span';
import { Comparison } from '../corpus/checkCorpus';
import { CORPUS_RULES, type CorpusFile, type CorpusFinding } from '../corpus/rules';
import type { Articles, Located } from './checkPieces';
import type { InputFile } from './inputs';
import type { Report, ReportedFinding } from './report';
import type { FolderTerms } from './settings';

/** A file of the corpus, for the command line. */
interface KnownFile extends CorpusFile {
  readonly input: InputFile;
  readonly terms: FolderTerms;
  readonly articles: Articles;
  /** The records are the real ones. */
  readonly exact: boolean;
}

export class AcrossFiles {
  private readonly files = new Map<string, KnownFile>();

  /** Takes up a file whose check has ended. */
  add(input: InputFile, terms: FolderTerms, articles: Articles, exact: boolean): void {
    const name = input.path.replaceAll('\\', '/');
    this.files.set(input.path, { uri: input.path, name, records: articles.records, input, terms, articles, exact });
  }

  /**
   * Reports all findings across the files, file by file in the order in which they were taken up. `lookAgain` gives a
   * file's real records; undefined when it can no longer be read.
   */
  report(report: Report, lookAgain: (input: InputFile, terms: FolderTerms) => Articles | undefined): void {
    if (!this.isAnyRuleOn()) return;
    const all = compare(this.files);
    for (const file of this.files.values()) {
      if (all.findings(file.uri, file.terms.severities).length === 0) {
        this.files.delete(file.uri);
      } else if (!file.exact) {
        const articles = lookAgain(file.input, file.terms);
        if (articles) this.add(file.input, file.terms, articles, true);
        else this.files.delete(file.uri);
      }
    }
    const comparison = compare(this.files);
    for (const file of this.files.values()) {
      for (const finding of comparison.findings(file.uri, file.terms.severities)) report(this.reported(file, finding));
    }
  }

  private isAnyRuleOn(): boolean {
    const severities = new Set([...this.files.values()].map(({ terms }) => terms.severities));
    return [...severities].some((each) =>
      CORPUS_RULES.some(({ code, severity }) => (each[code] ?? severity) !== 'off'),
    );
  }

  private reported(file: KnownFile, { code, severity, message, span, related }: CorpusFinding): ReportedFinding {
    const { range, excerpt } = this.placeOf(file, span);
    return {
      file: file.input.path,
      code,
      severity,
      message,
      range,
      span,
      fix: null,
      related: related.map((other) => {
        const otherFile = this.files.get(other.file.uri) as KnownFile;
        return { file: otherFile.input.path, range: this.placeOf(otherFile, other.span).range, message: other.message };
      }),
      excerpt,
    };
  }

  private placeOf({ articles }: KnownFile, span: Span): Located {
    return articles.located.get(span) as Located;
  }
}

function compare(files: ReadonlyMap<string, KnownFile>): Comparison {
  const comparison = new Comparison();
  for (const file of files.values()) comparison.add(file);
  return comparison;
}
