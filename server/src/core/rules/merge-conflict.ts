import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { textOf } from '../span';
import type { Rule } from './rule';

/** A merge conflict of git: two versions of a text, with git's lines around them. */
export const mergeConflict: Rule = {
  code: 'merge-conflict',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('two versions of a text that git could not merge');
  },
  why: 'Programs read both versions, and the lines that git added. An article is counted twice, or a value holds both versions.',
  example:
    '<<<<<<< HEAD\n F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. \n=======\n F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce at last T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. \n>>>>>>> branch\n',
  *check({ text, conflicts }, _context, damages) {
    for (const { start, end } of conflicts) {
      // This is the rest of a conflict that begins in the article before.
      if (!text.startsWith('<', start)) continue;
      const [line = ''] = textOf(text, { start, end }).split(/[\r\n]/, 1);
      yield {
        span: { start, end: start + line.length },
        message: l10n.t(
          'A merge conflict begins here: the file contains two versions of this part. Keep one of them. Remove the other one, and the lines that begin with <<<<<<<, ======= and >>>>>>>.',
        ),
      };
    }
    for (const { lines } of ofKind(damages, 'leftover')) {
      const [first, ...others] = lines;
      if (!first) continue;
      yield {
        span: first,
        message: l10n.t(
          '{0} is left from a merge conflict of git. Remove this line, and check that only one of the two versions is left.',
          textOf(text, first).slice(0, SIGN),
        ),
        related: others.map((span) => ({ span, message: l10n.t('This line is left from it as well.') })),
      };
    }
  },
};

/** How many characters git begins its lines with. */
const SIGN = 7;
