/** The list of rules, and the check of an article by them. */
import { damagesOf } from '../damage/damages';
import { leftoversIn } from '../damage/leftovers';
import { plural } from '../language';
import type { Article } from '../parse/article';
import { doubtAbout } from '../repair/accidents';
import type { Fix } from '../repair/edit';
import { canonicalLayout } from './canonical-layout';
import { crossedFields } from './crossed-fields';
import { duplicateField } from './duplicate-field';
import { emptyField } from './empty-field';
import { fieldOrder } from './field-order';
import { futureDate } from './future-date';
import { gluedSentences } from './glued-sentences';
import { invalidDate } from './invalid-date';
import { invisibleCharacter } from './invisible-character';
import { markerSpacing } from './marker-spacing';
import { mergeConflict } from './merge-conflict';
import { missingField } from './missing-field';
import { misspelledMarker } from './misspelled-marker';
import { nestedField } from './nested-field';
import { placeholderText } from './placeholder-text';
import type { Context, Finding, Rule, RuleFinding, Severity } from './rule';
import { strayText } from './stray-text';
import { unfinishedText } from './unfinished-text';
import { unfinishedTitle } from './unfinished-title';
import { unknownField } from './unknown-field';
import { unmatchedEnd } from './unmatched-end';
import { unmatchedStart } from './unmatched-start';
import { unreadableArticle } from './unreadable-article';

export type { Context, DescribedRule, Finding, Related, Rule, Severity } from './rule';
export { SEVERITIES } from './rule';

export const RULES: readonly Rule[] = [
  mergeConflict,
  unreadableArticle,
  unmatchedStart,
  unmatchedEnd,
  crossedFields,
  nestedField,
  misspelledMarker,
  missingField,
  duplicateField,
  fieldOrder,
  unknownField,
  strayText,
  emptyField,
  invalidDate,
  futureDate,
  markerSpacing,
  placeholderText,
  invisibleCharacter,
  canonicalLayout,
  unfinishedTitle,
  unfinishedText,
  gluedSentences,
];

/** The rules that may find something in an article that is whole. */
const NOT_SILENT_IN_WHOLE = RULES.filter(({ silentIn }) => silentIn !== 'whole');

/** The rules that may find something in an article that is proven healthy. */
const NOT_SILENT_IN_HEALTHY = RULES.filter(({ silentIn }) => silentIn === undefined);

/** Severities that differ from the rules' own, by code. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Whether the proof is enough: all rules that are on are silent in an article that is proven healthy. */
export function provenIsEnough(severities: Severities): boolean {
  return NOT_SILENT_IN_HEALTHY.every(({ code, severity }) => (severities[code] ?? severity) === 'off');
}

/** One empty list for all articles without findings. */
const NOTHING: readonly Finding[] = [];

/** The most findings of one rule in one article that are reported one by one. Only hostile texts have more: millions. */
const MOST_OF_A_RULE = 10_000;

/** All findings in an article, in the order of their offsets. Rules that are off are not run. */
export function check(article: Article, context: Context, severities: Severities = {}): readonly Finding[] {
  const findings: Finding[] = [];
  const rules = rulesFor(article, context);
  // A healthy article is not read.
  const damages = rules === NOT_SILENT_IN_HEALTHY ? [] : damagesOf(article, context.additionalFields);
  for (const rule of rules) {
    const severity = severities[rule.code] ?? rule.severity;
    if (severity === 'off') continue;
    let left = MOST_OF_A_RULE;
    let next: RuleFinding | undefined;
    for (const found of rule.check(article, context, damages)) {
      if (left-- > 0) findings.push({ code: rule.code, severity, ...judged(article, found) });
      else next ??= found;
    }
    if (next) findings.push({ code: rule.code, severity, span: next.span, message: restMessage(-left) });
  }
  if (findings.length === 0) return NOTHING;
  return outsideConflicts(article, findings).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The finding with fixes that are safe only where no doubt remains; its message then says what cannot be known. */
function judged(article: Article, { span, message, related, fixes }: RuleFinding): RuleFinding {
  const doubts = fixes?.map((fix) => (fix.tier === 'safe' ? doubtAbout(article, fix) : undefined));
  const doubt = doubts?.find((each) => each !== undefined);
  return {
    span,
    message: doubt ? `${message} ${doubt}` : message,
    related,
    fixes: fixes?.map((fix, i): Fix => (doubts?.[i] ? { ...fix, tier: 'suggested' } : fix)),
  };
}

/** The findings outside merge conflicts and their lines. The rest is checked when only one version is left. */
function outsideConflicts(article: Article, findings: Finding[]): Finding[] {
  const conflicts = [...article.conflicts, ...leftoversIn(article)];
  if (conflicts.length === 0) return findings;
  const isInConflict = ({ span }: Finding) => conflicts.some(({ start, end }) => span.start < end && span.end > start);
  return findings.filter((finding) => finding.code === mergeConflict.code || !isInConflict(finding));
}

function restMessage(count: number): string {
  return plural(
    count,
    'This article has {0} more problem of this kind. It is shown after the problems before it are fixed.',
    'This article has {0} more problems of this kind. They are shown one by one after the problems before them are fixed.',
  );
}

/** The rules that may find something in an article. */
function rulesFor(article: Article, { today, additionalFields }: Context): readonly Rule[] {
  if (article.healthy && article.healthy.latest <= today) return NOT_SILENT_IN_HEALTHY;
  // A single marker of a user-defined field may be in any value.
  return additionalFields.length === 0 && article.isWhole ? NOT_SILENT_IN_WHOLE : RULES;
}
