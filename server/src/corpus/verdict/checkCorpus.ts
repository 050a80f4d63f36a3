/** The findings of the rules across articles: for a whole corpus at once, or updated file by file, with the same result. */
import type { Severities } from '../../core/rules';
import { finished, type Steps } from '../../core/steps';
import type { ArticleRecord } from '../articles/record';
import type { NearOthers, NearText } from '../nearTexts/nearArticles';
import {
  CORPUS_RULES,
  type CorpusFile,
  type CorpusFinding,
  type CorpusRule,
  type CorpusRuleFinding,
  type Occurrence,
} from '../rules';
import { duplicateText } from '../rules/duplicate-text';
import { SameText } from '../rules/rule';
import { byText, type Trait, traitOf, verdictOn } from './trait';

/** Which texts are nearly the same, by the digest of a text. */
export type NearByDigest = ReadonlyMap<string, NearOthers>;

/**
 * All findings across a corpus, by file. They depend only on the content of the files, not on their order. The rules that compare texts
 * find what is in `near`.
 */
export function checkCorpus(
  files: Iterable<CorpusFile>,
  severitiesOf: (file: CorpusFile) => Severities,
  near: NearByDigest = new Map(),
): Map<CorpusFile, readonly CorpusFinding[]> {
  const comparison = new Comparison();
  comparison.know(near);
  const all = [...files];
  for (const file of all) comparison.add(file);
  return new Map(all.map((file) => [file, comparison.findings(file.uri, severitiesOf(file))]));
}

/** Articles with the same trait, and the findings of the rule on them, which are made when first needed. */
class Group {
  verdict: ReadonlyMap<ArticleRecord, readonly CorpusRuleFinding[]> | undefined;
  texts: ReadonlyMap<string, SameText> | undefined;
  readonly articles = new Map<ArticleRecord, Occurrence>();

  constructor(first: Occurrence) {
    this.articles.set(first.record, first);
  }
}

/** By trait. Nearly all articles share no trait with another one, and need no group. */
type Groups = Map<Trait, Occurrence | Group>;

/** The rule whose groups have the same text. */
const TEXTS = CORPUS_RULES.indexOf(duplicateText);

const NOTHING: readonly CorpusRuleFinding[] = [];

/** The articles of a corpus, by the traits that the rules compare. The cost of a change depends only on the changed file. */
export class Comparison<File extends CorpusFile = CorpusFile> {
  private readonly byUri = new Map<string, File>();
  private readonly groups = CORPUS_RULES.map((): Groups => new Map());
  private readonly changed = new Set<string | Group>();
  private near: NearByDigest = new Map();

  /** From now on, these texts are known to be nearly the same. True if findings may have changed. */
  know(near: NearByDigest): boolean {
    const before = this.near;
    this.near = near;
    if (before.size === 0 && near.size === 0) return false;
    const isOther = ({ digest }: ArticleRecord) =>
      digest !== undefined && !areSame(before.get(digest), near.get(digest));
    const concerned = [...this.byUri.values()].filter(({ records }) => records.some(isOther));
    for (const { uri } of concerned) this.changed.add(uri);
    return concerned.length > 0;
  }

  /** Adds a file, or replaces the one with the same URI. */
  add(file: File): void {
    finished(this.adding(file));
  }

  /** `add` in steps of so many articles, between which others are compared with a part of the file. It ends when the file is replaced or removed. */
  *adding(file: File, portion = PORTION): Steps<void> {
    this.remove(file.uri);
    this.byUri.set(file.uri, file);
    this.changed.add(file.uri);
    for (const records of portionsOf(file.records, portion)) {
      this.forEachTrait(file, records, (groups, trait, article) => this.join(groups, trait, article));
      yield;
      if (this.byUri.get(file.uri) !== file) return;
    }
  }

  /** Removes a file, if it is there. */
  remove(uri: string): void {
    const file = this.byUri.get(uri);
    if (!file) return;
    this.byUri.delete(uri);
    this.changed.add(uri);
    this.forEachTrait(file, file.records, (groups, trait, { record }) => this.leave(groups, trait, record));
  }

  /** Whether any article has this trait for a rule. */
  has(rule: CorpusRule, trait: Trait): boolean {
    return this.groups[CORPUS_RULES.indexOf(rule)]?.has(trait) === true;
  }

  /** The files with an article that has a rule's key, or the sketch of it. */
  filesWith(rule: CorpusRule, trait: Trait): ReadonlySet<CorpusFile> {
    const found = this.groups[CORPUS_RULES.indexOf(rule)]?.get(trait);
    const articles = found instanceof Group ? found.articles.values() : found ? [found] : [];
    return new Set([...articles].map(({ file }) => file));
  }

  /** By URI. */
  get files(): ReadonlyMap<string, File> {
    return this.byUri;
  }

  /** The URIs of all files, removed ones included, whose findings may have changed since the last call. */
  takeChanged(): Set<string> {
    const files = new Set<string>();
    for (const changed of this.changed) {
      if (typeof changed === 'string') files.add(changed);
      else for (const { file } of changed.articles.values()) files.add(file.uri);
    }
    this.changed.clear();
    return files;
  }

  /** The findings on a file's articles compared with all others, in the order of their offsets. */
  findings(uri: string, severities: Severities): readonly CorpusFinding[] {
    return finished(this.finding(uri, severities));
  }

  /** `findings` in steps. They are of no use if the file changes meanwhile. */
  *finding(uri: string, severities: Severities): Steps<readonly CorpusFinding[]> {
    const findings: CorpusFinding[] = [];
    const file = this.byUri.get(uri);
    if (!file) return findings;
    for (const [index, rule] of CORPUS_RULES.entries()) {
      const severity = severities[rule.code] ?? rule.severity;
      if (severity === 'off') continue;
      for (const records of portionsOf(file.records, PORTION)) {
        for (const record of records) {
          const article = { file, record };
          for (const found of rule.checkText ? this.onText(rule, article) : this.verdict(index, article))
            findings.push({ ...found, code: rule.code, severity });
        }
        yield;
      }
    }
    return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** Whether no article of a file, in its present state, shares a trait with another article, or has nearly the same text. */
  hasNothingInCommon(file: CorpusFile): boolean {
    const own = CORPUS_RULES.map(() => new Set<Trait>());
    for (const record of file.records) {
      if (this.nearTo(record)) return false;
      const article = { file, record };
      for (let index = 0; index < CORPUS_RULES.length; index++) {
        const rule = CORPUS_RULES[index] as CorpusRule;
        const trait = traitOf(rule, article);
        if (trait === undefined) continue;
        const other = this.groups[index]?.get(trait);
        const isShared = own[index]?.has(trait) || other instanceof Group || (other && other.file.uri !== file.uri);
        if (rule.alone || isShared) return false;
        own[index]?.add(trait);
      }
    }
    return true;
  }

  private verdict(index: number, article: Occurrence): Iterable<CorpusRuleFinding> {
    const rule = CORPUS_RULES[index] as CorpusRule;
    const trait = traitOf(rule, article);
    const group = trait === undefined ? undefined : this.groups[index]?.get(trait);
    if (!group) return NOTHING;
    if (!(group instanceof Group)) return rule.alone ? rule.check([article]) : NOTHING;
    group.verdict ??= verdictOn(rule, group.articles.values());
    return group.verdict.get(article.record) ?? NOTHING;
  }

  private *onText(rule: CorpusRule, article: Occurrence): Generator<CorpusRuleFinding> {
    const near = this.nearTo(article.record);
    if (near) yield* rule.checkText?.(article, near, (text) => this.articlesWith(text)) ?? [];
  }

  private nearTo(record: ArticleRecord): NearOthers | undefined {
    if (this.near.size === 0) return undefined; // Then the article need not be read.
    return record.numberSpan && record.digest !== undefined ? this.near.get(record.digest) : undefined;
  }

  private articlesWith({ digest, sketch }: NearText): SameText | undefined {
    const found = this.groups[TEXTS]?.get(sketch);
    if (!(found instanceof Group)) return found?.record.digest === digest ? new SameText([found]) : undefined;
    found.texts ??= byText(found.articles.values());
    return found.texts.get(digest);
  }

  private forEachTrait(
    file: File,
    records: readonly ArticleRecord[],
    change: (groups: Groups, trait: Trait, article: Occurrence) => void,
  ): void {
    for (const record of records) {
      const article = { file, record };
      for (const [index, rule] of CORPUS_RULES.entries()) {
        const trait = traitOf(rule, article);
        if (trait !== undefined) change(this.groups[index] as Groups, trait, article);
      }
      for (const { sketch } of this.nearTo(record)?.texts ?? []) this.noteChange(sketch);
    }
  }

  /** The findings on articles with such a text may have changed. */
  private noteChange(sketch: number): void {
    const found = this.groups[TEXTS]?.get(sketch);
    if (found) this.changed.add(found instanceof Group ? found : found.file.uri);
  }

  private join(groups: Groups, trait: Trait, article: Occurrence): void {
    const present = groups.get(trait);
    if (!present) {
      groups.set(trait, article);
      return;
    }
    const group = present instanceof Group ? present : new Group(present);
    group.articles.set(article.record, article);
    group.verdict = undefined;
    group.texts = undefined;
    groups.set(trait, group);
    this.changed.add(group);
  }

  /** An article of a file that was only added in part may not be there. */
  private leave(groups: Groups, trait: Trait, record: ArticleRecord): void {
    const present = groups.get(trait);
    if (!(present instanceof Group)) {
      if (present?.record === record) groups.delete(trait);
      return;
    }
    if (!present.articles.delete(record)) return;
    present.verdict = undefined;
    present.texts = undefined;
    this.changed.add(present);
    const [last] = present.articles.values();
    if (present.articles.size === 1 && last) groups.set(trait, last);
  }
}

function areSame(a: NearOthers | undefined, b: NearOthers | undefined): boolean {
  if (a?.hasMore !== b?.hasMore || a?.texts.length !== b?.texts.length) return false;
  return (
    a?.texts.every(({ digest, similarity }, at) => {
      const other = b?.texts[at];
      return other?.digest === digest && other.similarity === similarity;
    }) !== false
  );
}

/** So many articles are compared in a step: for a millisecond or two. */
const PORTION = 500;

function* portionsOf<T>(list: readonly T[], portion: number): Generator<readonly T[]> {
  if (list.length <= portion) yield list;
  else for (let from = 0; from < list.length; from += portion) yield list.slice(from, from + portion);
}
