/** What a rule across articles says of those that have a trait in common. */
import { grouped } from '../../core/grouping';
import type { ArticleRecord } from '../articles/record';
import type { CorpusRule, CorpusRuleFinding, Occurrence } from '../rules';
import { SameText } from '../rules/rule';

/** A rule's key, or the sketch of a key. */
export type Trait = string | number;

/** The trait by which a rule groups articles. */
export function traitOf(rule: CorpusRule, article: Occurrence): Trait | undefined {
  return rule.sketch ? rule.sketch(article) : rule.key(article);
}

/** The findings of a rule on the articles with one trait; among these, it compares those with the same key. */
export function verdictOn(rule: CorpusRule, articles: Iterable<Occurrence>): Map<ArticleRecord, CorpusRuleFinding[]> {
  const byKey = grouped([...articles].sort(byPlace), (article) => rule.key(article));
  return byRecord([...byKey.values()].flatMap((same) => [...rule.check(same)]));
}

/** The findings of a rule, by the record of their article. */
export function byRecord(findings: Iterable<CorpusRuleFinding>): Map<ArticleRecord, CorpusRuleFinding[]> {
  return grouped(findings, ({ article }) => article.record);
}

/** Articles by their texts. */
export function byText(articles: Iterable<Occurrence>): Map<string, SameText> {
  const byDigest = grouped([...articles].sort(byPlace), ({ record }) => record.digest);
  return new Map([...byDigest].map(([digest, same]) => [digest, new SameText(same)]));
}

/** By file, then by offset. Names are compared by code units, so that the order is the same on every machine. */
function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.file.uri !== b.file.uri) return a.file.uri < b.file.uri ? -1 : 1;
  return a.record.span.start - b.record.span.start;
}
