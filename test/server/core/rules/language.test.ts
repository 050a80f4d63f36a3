/** What the rules say in another language: the same of the same article, with every name and value as it is written. */
import fs from 'node:fs';
import { assert } from 'chai';
import { speak } from '../../../../server/src/core/language';
import { parse } from '../../../../server/src/core/parse/parser';
import { check, type Finding, RULES } from '../../../../server/src/core/rules';
import { articleText, MARKERS } from '../articles';
import { MISSPELLINGS } from '../damages';

const SPANISH = JSON.parse(fs.readFileSync(new URL('../../../../l10n/bundle.l10n.es.json', import.meta.url), 'utf8'));

const CONTEXT = { today: '2026-01-01', additionalFields: ['B-Y-L-I-N-E'] };
const ALL_ON = Object.fromEntries(RULES.map(({ code }) => [code, 'warning'] as const));

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce in sight.', 'Talks failed.']);

/** Articles that are damaged in every way that the tests know, and the examples of all rules. */
const TEXTS = [
  ...RULES.map(({ example }) => example),
  ...MARKERS.flatMap((marker) => [
    HEALTHY.replace(marker, ''),
    HEALTHY.replace(marker, `${marker} ${marker}`),
    HEALTHY.replace(` ${marker} `, marker),
    ...Object.values(MISSPELLINGS).map((damage) => HEALTHY.replace(marker, damage(marker))),
  ]),
  HEALTHY.replace('04-09', '02-30').replace('Talks', '\u200b\u200bTalks').replace('Truce', 'Tru\ufffdce'),
];

function found(): readonly Finding[] {
  return TEXTS.flatMap((text) => parse(text).articles.flatMap((article) => check(article, CONTEXT, ALL_ON)));
}

/** The sentences and titles of a finding. */
function said({ message, related = [], fixes = [] }: Finding): string[] {
  return [message, ...related.map((other) => other.message), ...fixes.map(({ title }) => title)];
}

/** A finding without its words. */
function unsaid({ code, severity, span, related, fixes }: Finding) {
  return {
    ...{ code, severity, span, related: related?.map((other) => other.span) },
    fixes: fixes?.map(({ edits, tier, changes }) => ({ edits, tier, changes })),
  };
}

/** What no language translates: markers and what looks like them, names of fields, code points, dates, figures. */
function namesIn(text: string): string[] {
  return (
    text
      .replaceAll(/YYYY-MM-DD|AAAA-MM-DD|«line»/g, '')
      .match(
        /(?<![\p{L}\p{Pd}])\p{L}(?:\p{Pd}\p{L})+(?!\p{L})\.?|\b(?:F-N|DATE|TITLE|TEXT|START|END)\b|U\+[0-9A-F]+|\d+|«[^»]*»|“[^”]*”/gu,
      ) ?? []
  )
    .map((name) => name.replace(/[«»“”]/g, '"'))
    .sort();
}

describe('the findings in another language', () => {
  const english = found();
  speak('es', SPANISH);
  const spanish = found();
  speak('en');

  it('are the same, with the same fixes', () => {
    assert.isAbove(english.length, 400);
    assert.sameMembers(
      [...new Set(english.map(({ code }) => code))],
      RULES.map(({ code }) => code),
    );
    assert.deepEqual(spanish.map(unsaid), english.map(unsaid));
  });

  it('have all their sentences in it', () => {
    const pairs = english.flatMap((finding, index) =>
      said(finding).map((text, at) => [text, said(spanish[index] as Finding)[at] as string] as const),
    );
    for (const [text, translated] of pairs) assert.notEqual(translated, text);
  });

  it('name the same markers, fields and values', () => {
    for (const [index, finding] of english.entries()) {
      for (const [at, text] of said(finding).entries()) {
        const translated = said(spanish[index] as Finding)[at] as string;
        assert.deepEqual(namesIn(translated), namesIn(text), translated);
      }
    }
  });
});
