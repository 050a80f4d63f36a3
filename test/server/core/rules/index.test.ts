import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { check, RULES } from '../../../../server/src/core/rules';
import { anyDocument, healthyDocument } from '../articles';

const CONTEXT = { today: '2026-01-01', additionalFields: [] };

/** Articles with something typed between two of their words, fields or markers. */
const disturbedDocument = fc
  .tuple(healthyDocument, fc.nat(), fc.constantFrom('x', '', 'T-E-X-T-E-N-D.', 'D-A-T-E-S-T-A-R-T.', 'TEXTEND.'))
  .map(([text, place, typed]) => {
    const words = text.split(/(?<=\.) (?= )/);
    const at = place % (words.length + 1);
    return [words.slice(0, at).join(' '), typed, words.slice(at).join(' ')].join(' ');
  });

describe('rules that are on', () => {
  for (const { code, silentIn } of RULES.filter(({ severity }) => severity !== 'off')) {
    it(`say that they are silent in healthy articles: ${code}`, () => {
      ok(silentIn, 'One rule that may speak about any article has every article parsed.');
    });
  }

  it('are silent in whole articles where they say so', () => {
    const rules = RULES.filter(({ silentIn }) => silentIn === 'whole');
    let whole = 0;
    fc.assert(
      fc.property(fc.oneof(healthyDocument, disturbedDocument), (text) => {
        for (const article of parse(text).articles.filter(({ isWhole }) => isWhole)) {
          whole++;
          const damages = damagesOf(article, []);
          for (const rule of rules) deepEqual([...rule.check(article, CONTEXT, damages)], [], rule.code);
        }
      }),
      { numRuns: 300 },
    );
    ok(whole > 100);
  });
});

describe('all rules together', () => {
  it('find what each of them finds by itself', () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, disturbedDocument), (text) => {
        for (const article of parse(text).articles) {
          const together = check(article, CONTEXT).map(({ code }) => code);
          // In a conflict, only its own rule speaks.
          if (article.conflicts.length > 0 || together.includes('merge-conflict')) continue;
          const damages = damagesOf(article, []);
          const alone = RULES.filter(({ severity }) => severity !== 'off').flatMap((rule) =>
            [...rule.check(article, CONTEXT, damages)].map(() => rule.code),
          );
          deepEqual(together.toSorted(), alone.toSorted());
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('say how many more there are, where one rule would find thousands in one article', () => {
    const [article] = parse(' T-E-X-T-S-T-A-R-T. a'.repeat(10_500)).articles as [Article];
    const found = check(article, CONTEXT).filter(({ code }) => code === 'unmatched-start');
    const all = article.faults.filter(({ code }) => code === 'unmatched-start').length;
    deepEqual(found.length, 10_001);
    deepEqual(
      found.at(-1)?.message,
      `This article has ${all - 10_000} more problems of this kind. They are shown one by one after the problems before them are fixed.`,
    );
  });
});
