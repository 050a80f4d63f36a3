/**
 * The rules across files. When the corpus has been read once, only those parts are read again whose articles may have something
 * in common with others.
 */
import { addTo } from '../../../core/grouping';
import { counted } from '../../../core/language';
import type { Severities, Severity } from '../../../core/rules';
import { countBefore, type Span } from '../../../core/span';
import { NearArticles, type NearText } from '../../../corpus/nearTexts/nearArticles';
import { notAllCompared } from '../../../corpus/nearTexts/notAllCompared';
import type { CorpusFinding, CorpusRelated, CorpusRule, CorpusRuleFinding, Occurrence } from '../../../corpus/rules';
import { SameText } from '../../../corpus/rules/rule';
import { byRecord, verdictOn } from '../../../corpus/verdict/trait';
import { nameOf } from '../../input/inputFile';
import type { Complain } from '../../output/faults';
import type { Output } from '../../output/output';
import type { Report, ReportedFinding } from '../report';
import type { ArticleNotes } from './articleNotes';
import { type ComparedArticle, comparedArticles } from './comparedArticle';
import { Excerpts } from './excerpts';
import type { KnownFile } from './knownFiles';
import { nearCandidates } from './nearCandidates';
import { ChangedFileError, PartReader } from './partReader';

/** So many findings are passed on at a time. */
const SETTLE_AFTER = 100;

/** With more articles, a rule is left out: the records of so many take 500 MB. */
const MOST_COMPARED = 1_000_000;

/** The same for a rule that compares texts, for which some 120 bytes are kept of each article in the corpus. */
const MOST_TEXTS = 10_000_000;

/** An article with its file, both as they are kept here. */
interface Compared extends Occurrence {
  readonly file: KnownFile;
  readonly record: ComparedArticle;
}

/** An article that has been read again. */
interface LookedAgain {
  readonly record: ComparedArticle;
  /** Those of the rules that may report it. */
  readonly bits: number;
  /** Its index among all articles. */
  readonly index: number;
  /** Set if one of these compares texts. */
  readonly text: string | undefined;
}

/** The articles that a rule which compares texts looks at. */
interface ComparedTexts {
  readonly articles: NearArticles;
  readonly byDigest: Map<string, Compared[]>;
}

export class AcrossFiles {
  /** By rule, the articles that it compares; by file, all of them in their order. */
  private readonly byRule = new Map<CorpusRule, Compared[]>();
  private readonly byFile = new Map<KnownFile, ComparedArticle[]>();
  private readonly excerpts = new Excerpts();
  /** Undefined if no rule compares texts. */
  private texts: ComparedTexts | undefined;
  /** The places of the files that could not be read again, which is complained of once. */
  private readonly failed = new Set<number>();

  constructor(
    private readonly notes: ArticleNotes,
    private readonly rules: readonly CorpusRule[],
    private readonly complain: Complain,
    private readonly most = MOST_COMPARED,
  ) {}

  /**
   * All findings, file by file, in the order in which files were noted. A rule for which there are too many articles is
   * complained about, and left out.
   */
  *findings(): Generator<ReportedFinding> {
    const { notes } = this;
    if (notes.isFull) {
      for (const { code } of this.rules) this.complain(code, tooMany(notes.most, 'in the corpus'));
      return;
    }
    const concerned = this.concerned(this.rules.filter((rule) => this.isOn(rule)));
    for (const file of notes.files.with((from, to) => isAny(concerned, from, to))) {
      if (this.failed.has(file.place)) continue;
      try {
        this.lookAgain(file, concerned);
      } catch (error) {
        this.fail(file, error);
      }
    }
    const verdicts = [...this.byRule].map(([rule, articles]) => ({ rule, verdict: this.verdict(rule, articles) }));
    for (const [file, articles] of this.byFile) {
      const findings: CorpusFinding[] = [];
      for (const { rule, verdict } of verdicts) {
        const severity = severityIn(file.terms.severities, rule.code, rule.severity);
        if (severity === 'off') continue;
        for (const article of articles)
          for (const { article: of, span, message, related } of verdict.get(article) ?? [])
            findings.push({ article: of, code: rule.code, severity, message, span, related });
      }
      findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      for (const finding of findings) yield this.reported(file, finding);
    }
    this.excerpts.end();
  }

  /** Reports all findings, and lets the output settle now and then. */
  async report(report: Report, output: Output): Promise<void> {
    let count = 0;
    for (const finding of this.findings()) {
      report(finding);
      if (++count % SETTLE_AFTER === 0) await output.settle();
    }
  }

  /** Whether a rule is on for any of the files. */
  private isOn({ code, severity }: CorpusRule): boolean {
    for (const { terms } of this.notes.files) if (severityIn(terms.severities, code, severity) !== 'off') return true;
    return false;
  }

  private verdict(rule: CorpusRule, articles: readonly Compared[]) {
    return rule.checkText ? byRecord(this.findingsOnTexts(rule)) : verdictOn(rule, articles);
  }

  private *findingsOnTexts(rule: CorpusRule): Generator<CorpusRuleFinding> {
    if (!this.texts) return;
    const { articles, byDigest } = this.texts;
    const { others, left } = articles.near();
    if (left > 0) this.complain(rule.code, new Error(`${notAllCompared(left)} Check fewer files at a time.`));
    const known = new Map<string, SameText>();
    const articlesWith = ({ digest }: NearText) => {
      const same = known.get(digest) ?? new SameText(byDigest.get(digest) ?? []);
      known.set(digest, same);
      return same;
    };
    for (const [digest, near] of others)
      for (const article of byDigest.get(digest) ?? []) yield* rule.checkText?.(article, near, articlesWith) ?? [];
  }

  /** After `findings`: how many articles there are in each group of nearly the same texts. */
  nearGroups(): readonly number[] {
    return this.texts?.articles.near().groups ?? [];
  }

  /** The indexes of the articles that a rule may report. */
  private concernedBy(rule: CorpusRule): Iterable<number> {
    return rule.checkText ? this.textsToCompare() : this.notes.concernedBy(rule);
  }

  private *textsToCompare(): Generator<number> {
    const candidates = nearCandidates(this.notes, (file, error) => this.fail(file, error));
    this.texts = { articles: new NearArticles(candidates), byDigest: new Map() };
    for (let index = 0; index < this.notes.count; index++) if (candidates.has(index)) yield index;
  }

  private fail(file: KnownFile, error: unknown): void {
    this.failed.add(file.place);
    this.complain(nameOf(file.input), error);
  }

  /** For each article, a bit for each rule that may report it. */
  private concerned(rules: readonly CorpusRule[]): Uint8Array {
    const concerned = new Uint8Array(this.notes.count);
    for (const rule of rules) {
      if (rule.checkText && this.notes.count > MOST_TEXTS) {
        this.complain(rule.code, tooMany(MOST_TEXTS, 'in the corpus'));
        continue;
      }
      const bit = 1 << this.byRule.size;
      let left = this.most;
      for (const index of this.concernedBy(rule)) {
        if (left-- === 0) break;
        concerned[index] = (concerned[index] as number) | bit;
      }
      if (left >= 0) this.byRule.set(rule, []);
      else this.leaveOut(rule, concerned, bit);
    }
    return concerned;
  }

  private leaveOut({ code }: CorpusRule, concerned: Uint8Array, bit: number): void {
    for (const [index, bits] of concerned.entries()) concerned[index] = bits & ~bit;
    this.complain(code, tooMany(this.most, 'that have something in common'));
  }

  /** Reads a file's concerned articles again. Throws Node's errors, and a ChangedFileError. */
  private lookAgain(file: KnownFile, concerned: Uint8Array): void {
    const found: LookedAgain[] = [];
    const rules = [...this.byRule.keys()];
    const ofTexts = rules.reduce((bits, { checkText }, place) => bits | (checkText ? 1 << place : 0), 0);
    const reader = new PartReader(file);
    try {
      let index = file.articles.from;
      for (const { origin, length, articles, final } of this.notes.parts.of(file.parts)) {
        const from = index;
        index += articles;
        if (!isAny(concerned, from, index)) continue;
        const before = from - file.articles.from;
        const looked = comparedArticles(reader.read(origin.byte, length), { origin, before, final });
        if (looked.length !== articles) throw new ChangedFileError();
        for (const [place, { article: record, light, text }] of looked.entries()) {
          const bits = concerned[from + place] as number;
          if (bits === 0) continue;
          if (!this.notes.knows(from + place, file, light)) throw new ChangedFileError();
          found.push({ record, bits, index: from + place, text: bits & ofTexts ? text() : undefined });
        }
      }
    } finally {
      reader.close();
    }
    this.byFile.set(
      file,
      found.map(({ record }) => record),
    );
    for (const { record, bits, index, text } of found) {
      if (text !== undefined) this.addText(index, { file, record }, text);
      for (const [place, rule] of rules.entries())
        if (bits & (1 << place)) this.byRule.get(rule)?.push({ file, record });
    }
  }

  private addText(index: number, article: Compared, text: string): void {
    const { digest } = article.record;
    if (!this.texts?.articles.add(index, article.record, text) || digest === undefined) return;
    addTo(this.texts.byDigest, digest, article);
  }

  private reported(file: KnownFile, finding: CorpusFinding): ReportedFinding {
    const { code, severity, message, span, related } = finding;
    const article = finding.article.record as ComparedArticle;
    const { excerpts } = this;
    return {
      file: nameOf(file.input),
      code,
      severity,
      message,
      range: article.rangeOf(span),
      span,
      article: article.name,
      get marked() {
        return this.excerpt?.marked ?? '';
      },
      fix: null,
      isFixable: false,
      related: related.map((other) => this.relatedTo(other)),
      get excerpt() {
        return excerpts.of(file, article.part, article.inPart(span));
      },
    };
  }

  private relatedTo({ file, span, message }: CorpusRelated): ReportedFinding['related'][number] {
    const known = file as KnownFile;
    const { byFile } = this;
    return {
      file: nameOf(known.input),
      // Not every reporter names places in the same file.
      get range() {
        return articleAt(byFile.get(known) ?? [], span).rangeOf(span);
      },
      message,
    };
  }
}

function tooMany(most: number, which: string): Error {
  return new Error(
    `There are over ${counted(most)} articles ${which}, too many for this rule. Check fewer files at a time.`,
  );
}

function severityIn(severities: Severities, code: string, usual: Severity | 'off'): Severity | 'off' {
  return severities[code] ?? usual;
}

function isAny(concerned: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (concerned[index] !== 0) return true;
  return false;
}

/** The last article that begins at the span or before it. */
function articleAt(articles: readonly ComparedArticle[], { start }: Span): ComparedArticle {
  return articles[countBefore(articles, start + 1, ({ span }) => span) - 1] as ComparedArticle;
}
