/** The findings of the rules across articles: for a whole corpus at once, or updated file by file, with the same result. */
import type { Severities } from '../core/rules';
import type { ArticleRecord } from './record';
import {
  CORPUS_RULES,
  type CorpusFile,
  type CorpusFinding,
  type CorpusRule,
  type CorpusRuleFinding,
  type Occurrence,
} from './rules';

/** All findings across a corpus, by file. They depend only on the content of the files, not on their order. */
export function checkCorpus(
  files: Iterable<CorpusFile>,
  severitiesOf: (file: CorpusFile) => Severities,
): Map<CorpusFile, readonly CorpusFinding[]> {
  const comparison = new Comparison();
  const all = [...files];
  for (const file of all) comparison.add(file);
  return new Map(all.map((file) => [file, comparison.findings(file.uri, severitiesOf(file))]));
}

/** What the articles of a group have in common: a rule's key, or the sketch of a key. */
type Trait = string | number;

/** Articles with the same trait, and the findings of the rule on them, which are made when first needed. */
class Group {
  verdict: ReadonlyMap<ArticleRecord, readonly CorpusRuleFinding[]> | undefined;
  readonly articles = new Map<ArticleRecord, Occurrence>();

  constructor(first: Occurrence) {
    this.articles.set(first.record, first);
  }
}

/** By trait. Nearly all articles share no trait with another one, and need no group. */
type Groups = Map<Trait, Occurrence | Group>;

const NOTHING: readonly CorpusRuleFinding[] = [];

/** The articles of a corpus, by the traits that the rules compare. The cost of a change depends only on the changed file. */
export class Comparison<File extends CorpusFile = CorpusFile> {
  private readonly byUri = new Map<string, File>();
  private readonly groups = CORPUS_RULES.map((): Groups => new Map());
  private readonly changed = new Set<string | Group>();

  /** Adds a file, or replaces the one with the same URI. */
  add(file: File): void {
    this.remove(file.uri);
    this.byUri.set(file.uri, file);
    this.changed.add(file.uri);
    this.forEachTrait(file, (groups, trait, article) => this.join(groups, trait, article));
  }

  /** Removes a file, if it is there. */
  remove(uri: string): void {
    const file = this.byUri.get(uri);
    if (!file) return;
    this.byUri.delete(uri);
    this.changed.add(uri);
    this.forEachTrait(file, (groups, trait, { record }) => this.leave(groups, trait, record));
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
    const findings: CorpusFinding[] = [];
    const file = this.byUri.get(uri);
    if (!file) return findings;
    for (const [index, rule] of CORPUS_RULES.entries()) {
      const severity = severities[rule.code] ?? rule.severity;
      if (severity === 'off') continue;
      for (const record of file.records) {
        for (const found of this.verdict(index, { file, record }))
          findings.push({ ...found, code: rule.code, severity });
      }
    }
    return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** Whether no article of a file, in its present state, shares a trait with another article. */
  hasNothingInCommon(file: CorpusFile): boolean {
    return CORPUS_RULES.every((rule, index) => {
      const groups = this.groups[index] as Groups;
      const own = new Set<Trait>();
      for (const record of file.records) {
        const trait = traitOf(rule, { file, record });
        if (trait === undefined) continue;
        const other = groups.get(trait);
        if (rule.alone || own.has(trait) || other instanceof Group || (other && other.file.uri !== file.uri))
          return false;
        own.add(trait);
      }
      return true;
    });
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

  private forEachTrait(file: File, change: (groups: Groups, trait: Trait, article: Occurrence) => void): void {
    for (const record of file.records) {
      const article = { file, record };
      for (const [index, rule] of CORPUS_RULES.entries()) {
        const trait = traitOf(rule, article);
        if (trait !== undefined) change(this.groups[index] as Groups, trait, article);
      }
    }
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
    groups.set(trait, group);
    this.changed.add(group);
  }

  private leave(groups: Groups, trait: Trait, record: ArticleRecord): void {
    const present = groups.get(trait);
    if (!(present instanceof Group)) {
      groups.delete(trait);
      return;
    }
    present.articles.delete(record);
    present.verdict = undefined;
    this.changed.add(present);
    const [last] = present.articles.values();
    if (present.articles.size === 1 && last) groups.set(trait, last);
  }
}

/** The trait by which a rule groups articles. */
export function traitOf(rule: CorpusRule, article: Occurrence): Trait | undefined {
  return rule.sketch ? rule.sketch(article) : rule.key(article);
}

/** The findings of a rule on the articles with one trait; among these, it compares those with the same key. */
export function verdictOn(rule: CorpusRule, articles: Iterable<Occurrence>): Map<ArticleRecord, CorpusRuleFinding[]> {
  const byKey = new Map<string, Occurrence[]>();
  for (const article of [...articles].sort(byPlace)) {
    const key = rule.key(article);
    if (key === undefined) continue;
    const same = byKey.get(key);
    if (same) same.push(article);
    else byKey.set(key, [article]);
  }
  return byRecord([...byKey.values()].flatMap((same) => [...rule.check(same)]));
}

/** The findings of a rule, by the record of their article. */
export function byRecord(findings: Iterable<CorpusRuleFinding>): Map<ArticleRecord, CorpusRuleFinding[]> {
  const verdict = new Map<ArticleRecord, CorpusRuleFinding[]>();
  for (const found of findings) {
    const { record } = found.article;
    const others = verdict.get(record);
    if (others) others.push(found);
    else verdict.set(record, [found]);
  }
  return verdict;
}

/** By file, then by offset. Names are compared by code units, so that the order is the same on every machine. */
function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.file.uri !== b.file.uri) return a.file.uri < b.file.uri ? -1 : 1;
  return a.record.span.start - b.record.span.start;
}
