/**
 * Tests of rules as text. The template holds the source; below a line are its findings, each as carets under its
 * span and the beginning of its message:
 *
 *     expectFindings(invalidDate, `
 *      D-A-T-E-S-T-A-R-T. 2024-02-30 D-A-T-E-E-N-D.
 *                         ^^^^^^^^^^ February 2024 has no day 30
 *     `);
 *
 * `{U+200B}` in the source is that character; carets under it mean the character. Carets after the end of a line mean
 * its line end.
 */
import { assert } from 'chai';
import fc from 'fast-check';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { parse } from '../../../../server/src/core/parse/parser';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { isFaithful } from '../../../../server/src/core/repair/faithful';
import type { Context, Rule, RuleFinding } from '../../../../server/src/core/rules/rule';
import { shifted } from '../../../../server/src/core/span';

const CONTEXT: Context = { today: '2024-12-31', additionalFields: [] };

/** Checks that a rule has exactly the findings that the template shows. */
export function expectFindings(rule: Rule, template: string, context: Partial<Context> = {}): void {
  const { text, expected } = read(template);
  const unmet = [...expected];
  const actual = findings(rule, text, context).map(({ finding, base }) => {
    const { start, end } = shifted(finding.span, base);
    const met = unmet.findIndex(
      (other) => other.start === start && other.end === end && finding.message.startsWith(other.message),
    );
    return met === -1 ? { start, end, message: finding.message } : (unmet.splice(met, 1)[0] as Expectation);
  });
  assert.deepEqual(actual.map(show(text)).sort(), expected.map(show(text)).sort());
}

/** Checks that a rule finds its own example, and that a fix leaves fewer findings, if it has fixes. */
export function expectExample(rule: Rule): void {
  const context = { today: CONTEXT.today };
  const [first] = findings(rule, rule.example, context);
  assert.isDefined(first, 'the example has no finding');
  if (first?.finding.fixes?.length) {
    const left = findings(rule, fixed(rule, rule.example), context);
    assert.isBelow(left.length, findings(rule, rule.example, context).length);
  }
}

/** Checks the promise of all fixes in any text: they keep values, and remove the finding. */
export function expectFaithfulFixes(rule: Rule, texts: fc.Arbitrary<string>, context: Partial<Context> = {}): void {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { text: before } of parse(text).articles) {
        const all = findings(rule, before, context);
        for (const { finding, article } of all) {
          for (const fix of finding.fixes ?? []) {
            assert.isTrue(isFaithful(article, fix), fix.title);
            const after = applyEdits(article.text, fix.edits);
            const here = all.filter((other) => other.article === article).length;
            assert.isBelow(findings(rule, after, context).length, here, `${fix.title} leaves ${after}`);
          }
        }
      }
    }),
    { numRuns: 1000 },
  );
}

/** The text after the n-th fix of the first finding. */
export function fixed(rule: Rule, template: string, n = 0): string {
  const { text } = read(template);
  const [first] = findings(rule, text, {});
  const fix = first?.finding.fixes?.[n];
  if (!fix) assert.fail(`there is no fix ${n}`);
  const edits = fix.edits.map((edit) => ({ ...edit, span: shifted(edit.span, first?.base ?? 0) }));
  return applyEdits(text, edits);
}

/** The titles of the first finding's fixes. */
export function fixTitles(rule: Rule, template: string): readonly string[] {
  const [first] = findings(rule, read(template).text, {});
  return (first?.finding.fixes ?? []).map(({ title }) => title);
}

/** A rule's findings in all articles of a text, each with its article and where that begins. */
function findings(rule: Rule, text: string, context: Partial<Context>) {
  const { articles, starts } = parse(text);
  const all = { ...CONTEXT, ...context };
  return articles.flatMap((article, i) =>
    [...rule.check(article, all, damagesOf(article, all.additionalFields))].map((finding: RuleFinding) => ({
      finding,
      article,
      base: starts[i] as number,
    })),
  );
}

export interface Expectation {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** The source and the expectations of a template. One that begins with a line break may end in a blank line, too. */
export function read(template: string): { text: string; expected: readonly Expectation[] } {
  const expected: Expectation[] = [];
  let text = '';
  let line = '';
  let start = 0;
  const lines = template.replace(/^\n(.*?)(?:\n *)?$/s, '$1').split('\n');
  for (const [i, written] of lines.entries()) {
    const carets = /^( *)(\^+) (.*)$/.exec(written);
    if (!carets) {
      if (i > 0) text += '\n';
      line = written;
      start = text.length;
      text += decode(line);
      continue;
    }
    const [, indent, run, message] = carets as unknown as [string, string, string, string];
    const place = (column: number) => start + decode(line.slice(0, column)).length + Math.max(0, column - line.length);
    expected.push({ start: place(indent.length), end: place(indent.length + run.length), message });
  }
  return { text, expected };
}

function decode(text: string): string {
  return text.replace(/\{U\+([0-9A-F]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

export function show(text: string): (expectation: Expectation) => string {
  return ({ start, end, message }) => `${start}–${end} “${text.slice(start, end)}”: ${message}`;
}
