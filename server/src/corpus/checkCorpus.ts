/** What the rules across articles say of a corpus: all at once, or kept up to date file by file, with the same result. */
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

/** All findings across a corpus, by file. They depend neither on the order of the files nor on anything but their content. */
export function checkCorpus(
  files: Iterable<CorpusFile>,
  severitiesOf: (file: CorpusFile) => Severities,
): Map<CorpusFile, readonly CorpusFinding[]> {
  const comparison = new Comparison();
  const all = [...files];
  for (const file of all) comparison.add(file);
  return new Map(all.map((file) => [file, comparison.findings(file.uri, severitiesOf(file))]));
}

/** What the articles of a group have in common: a rule's key, or the sketch of one. */
type Trait = string | number;

/** Articles with one trait, and what the rule says of them, once somebody has asked. */
class Group {
  verdict: ReadonlyMap<ArticleRecord, readonly CorpusRuleFinding[]> | undefined;
  readonly articles = new Map<ArticleRecord, Occurrence>();

  constructor(first: Occurrence) {
    this.articles.set(first.record, first);
  }
}

/** Nearly all articles have nothing in common with another one, and need no group. */
type Groups = Map<Trait, Occurrence | Group>;

const NOTHING: readonly CorpusRuleFinding[] = [];

/** The articles of a corpus, by what the rules compare. A change costs as much as the changed file is long. */
export class Comparison<File extends CorpusFile = CorpusFile> {
  private readonly byUri = new Map<string, File>();
  private readonly groups = CORPUS_RULES.map((): Groups => new Map());
  private readonly changed = new Set<string | Group>();

  /** Takes a file up, in the place of one with the same URI. */
  add(file: File): void {
    this.remove(file.uri);
    this.byUri.set(file.uri, file);
    this.changed.add(file.uri);
    this.forEachTrait(file, (groups, trait, article) => this.join(groups, trait, article));
  }

  /** Leaves a file out; nothing happens where there is none. */
  remove(uri: string): void {
    const file = this.byUri.get(uri);
    if (!file) return;
    this.byUri.delete(uri);
    this.changed.add(uri);
    this.forEachTrait(file, (groups, trait, { record }) => this.leave(groups, trait, record));
  }

  /** Whether an article has a rule's key, or the sketch of it. */
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

  /** URIs of all files whose findings may have changed since this was asked for the last time, removed ones included. */
  takeChanged(): Set<string> {
    const files = new Set<string>();
    for (const changed of this.changed) {
      if (typeof changed === 'string') files.add(changed);
      else for (const { file } of changed.articles.values()) files.add(file.uri);
    }
    this.changed.clear();
    return files;
  }

  /** What is wrong with a file's articles in view of all others, in the order of their places. */
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

  /** Whether no article of a file, as it is now, has a key in common with another one of it or of another file. */
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

/** What articles must have in common for a rule to look at them together. */
export function traitOf(rule: CorpusRule, article: Occurrence): Trait | undefined {
  return rule.sketch ? rule.sketch(article) : rule.key(article);
}

/** What a rule says of articles with one trait: of those among them that have one key. */
function verdictOn(rule: CorpusRule, articles: Iterable<Occurrence>): Map<ArticleRecord, CorpusRuleFinding[]> {
  const byKey = new Map<string, Occurrence[]>();
  for (const article of [...articles].sort(byPlace)) {
    const key = rule.key(article);
    if (key === undefined) continue;
    const same = byKey.get(key);
    if (same) same.push(article);
    else byKey.set(key, [article]);
  }
  const verdict = new Map<ArticleRecord, CorpusRuleFinding[]>();
  for (const same of byKey.values()) {
    for (const found of rule.check(same)) {
      const { record } = found.article;
      verdict.set(record, [...(verdict.get(record) ?? []), found]);
    }
  }
  return verdict;
}

/** By file, then by place; by code units, so that the order is the same on every machine. */
function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.file.uri !== b.file.uri) return a.file.uri < b.file.uri ? -1 : 1;
  return a.record.span.start - b.record.span.start;
}
