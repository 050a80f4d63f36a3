import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { FIELDS, markerText } from '../format';
import { counted } from '../language';
import { textOf } from '../span';
import type { Rule } from './rule';

const MARKERS = FIELDS.map(({ marker }) => markerText(marker, 'start'));

/** A text that has the letters of an article's markers, written in a way that nobody can read; or markers in no order. */
export const unreadableArticle: Rule = {
  code: 'unreadable-article',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('an article whose markers cannot be read, because of their spelling or their order');
  },
  why: 'Programs do not see the article at all. It is missing from every count and table, and nothing shows that it is missing.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D.  F(1)N(2)S(3)T(4)A(5)R(6)T. 1987 F(1)N(2)E(3)N(4)D.  D(1)A(2)T(3)E(4)S(5)T(6)A(7)R(8)T. 2024-04-10 D(1)A(2)T(3)E(4)E(5)N(6)D.  T(1)I(2)T(3)L(4)E(5)S(6)T(7)A(8)R(9)T. Truce at last T(1)I(2)T(3)L(4)E(5)E(6)N(7)D.  T(1)E(2)X(3)T(4)S(5)T(6)A(7)R(8)T. Talks end. T(1)E(2)X(3)T(4)E(5)N(6)D. ',
  *check({ text }, _context, damages) {
    for (const { jumble } of ofKind(damages, 'jumbled')) {
      yield {
        span: jumble.first,
        message: l10n.t(
          'Only markers follow here ({0}), in no order and without values. They were not checked one by one. Remove them, or get the articles again from their source.',
          counted(jumble.count),
        ),
        related: [{ span: jumble.last, message: l10n.t('The last of these markers is here.') }],
      };
    }
    for (const { markers } of ofKind(damages, 'unreadable')) {
      for (const span of markers) {
        yield {
          span,
          message: l10n.t(
            'An article may begin here, but its markers cannot be read: {0}. Write them as {1} and so on, or get the article again from its source.',
            textOf(text, span),
            MARKERS.join(', '),
          ),
        };
      }
    }
  },
};
