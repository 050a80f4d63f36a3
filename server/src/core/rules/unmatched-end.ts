import * as l10n from '@vscode/l10n';
import type { Rule } from './rule';
import { unmatchedFindings } from './unmatched';

/** An END without its START: it is not clear where the value begins. */
export const unmatchedEnd: Rule = {
  code: 'unmatched-end',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('an END without its START');
  },
  why: 'It is not clear where the value begins. Programs that search for the START skip the field, or take the field of another article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  check: (article, _context, damages) => unmatchedFindings(article, damages, 'end'),
};
