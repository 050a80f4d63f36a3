/** What the rules across articles say of a corpus: all at once, or kept up to date file by file, with the same result. */
import type { Severities } from '../core/rules';
import { CORPUS_RULES, type CorpusFile, type CorpusFinding, type CorpusRuleFinding, type Occurrence } from './rules';

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

/** Articles with one key of one rule, and what that rule says of them, once somebody has asked. */
class Group {
  verdict: Map<Occurrence, CorpusRuleFinding[]> | undefined;

  constructor(readonly articles: Set<Occurrence>) {}
}

/** Nearly all articles have nothing in common with another one, and need no group. */
type Groups = Map<string, Occurrence | Group>;

/** The articles of a corpus, by what the rules compare. A change costs as much as the changed file is long. */
export class Comparison {
  private readonly articles = new Map<string, readonly Occurrence[]>();
  private readonly groups = CORPUS_RULES.map((): Groups => new Map());
  private readonly changed = new Set<string | Group>();

  /** Takes a file up, in the place of one with the same URI. */
  add(file: CorpusFile): void {
    this.remove(file.uri);
    const articles = file.records.map((record) => ({ file, record }));
    this.articles.set(file.uri, articles);
    this.changed.add(file.uri);
    for (const [groups, key, article] of this.keysOf(articles)) this.join(groups, key, article);
  }

  /** Leaves a file out; nothing happens where there is none. */
  remove(uri: string): void {
    const articles = this.articles.get(uri);
    if (!articles) return;
    this.articles.delete(uri);
    this.changed.add(uri);
    for (const [groups, key, article] of this.keysOf(articles)) this.leave(groups, key, article);
  }

  /** URIs of all files whose findings may have changed since this was asked for the last time, removed ones included. */
  takeChanged(): Set<string> {
    const files = new Set<string>();
    for (const changed of this.changed) {
      if (typeof changed === 'string') files.add(changed);
      else for (const { file } of changed.articles) files.add(file.uri);
    }
    this.changed.clear();
    return files;
  }

  /** What is wrong with a file's articles in view of all others, in the order of their places. */
  findings(uri: string, severities: Severities): readonly CorpusFinding[] {
    const findings: CorpusFinding[] = [];
    const articles = this.articles.get(uri) ?? [];
    for (const [index, rule] of CORPUS_RULES.entries()) {
      const severity = severities[rule.code] ?? rule.severity;
      if (severity === 'off') continue;
      for (const article of articles) {
        for (const found of this.verdict(index, article)) findings.push({ ...found, code: rule.code, severity });
      }
    }
    return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** Whether no article of a file, as it is now, has a key in common with another one of it or of another file. */
  hasNothingInCommon(file: CorpusFile): boolean {
    return CORPUS_RULES.every((rule, index) => {
      const groups = this.groups[index] as Groups;
      const own = new Set<string>();
      for (const record of file.records) {
        const key = rule.key({ file, record });
        if (key === undefined) continue;
        const other = groups.get(key);
        if (rule.alone || own.has(key) || other instanceof Group || (other && other.file.uri !== file.uri))
          return false;
        own.add(key);
      }
      return true;
    });
  }

  private verdict(index: number, article: Occurrence): Iterable<CorpusRuleFinding> {
    const rule = CORPUS_RULES[index];
    const key = rule?.key(article);
    const group = key === undefined ? undefined : this.groups[index]?.get(key);
    if (!rule || !group) return [];
    if (!(group instanceof Group)) return rule.check([article]);
    if (!group.verdict) {
      group.verdict = new Map();
      for (const found of rule.check([...group.articles].sort(byPlace))) {
        group.verdict.set(found.article, [...(group.verdict.get(found.article) ?? []), found]);
      }
    }
    return group.verdict.get(article) ?? [];
  }

  private *keysOf(articles: readonly Occurrence[]): Generator<[groups: Groups, key: string, article: Occurrence]> {
    for (const [index, rule] of CORPUS_RULES.entries()) {
      for (const article of articles) {
        const key = rule.key(article);
        if (key !== undefined) yield [this.groups[index] as Groups, key, article];
      }
    }
  }

  private join(groups: Groups, key: string, article: Occurrence): void {
    const present = groups.get(key);
    if (!present) {
      groups.set(key, article);
      return;
    }
    const group = present instanceof Group ? present : new Group(new Set([present]));
    group.articles.add(article);
    group.verdict = undefined;
    groups.set(key, group);
    this.changed.add(group);
  }

  private leave(groups: Groups, key: string, article: Occurrence): void {
    const present = groups.get(key);
    if (!(present instanceof Group)) {
      groups.delete(key);
      return;
    }
    present.articles.delete(article);
    present.verdict = undefined;
    this.changed.add(present);
    const [last] = present.articles;
    if (present.articles.size === 1 && last) groups.set(key, last);
  }
}

/** By file, then by place; by code units, so that the order is the same on every machine. */
function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.file.uri !== b.file.uri) return a.file.uri < b.file.uri ? -1 : 1;
  return a.record.span.start - b.record.span.start;
}
