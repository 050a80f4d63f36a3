import * as l10n from '@vscode/l10n';
import type { Rule } from './rule';
import { unmatchedFindings } from './unmatched';

/** A START without its END: the value runs into whatever follows, and CoreNLP reads the marker as text. */
export const unmatchedStart: Rule = {
  code: 'unmatched-start',
  severity: 'error',
  silentIn: 'whole',
  get finds() {
    return l10n.t('a START without its END');
  },
  why: 'It is not clear where the value ends. Programs that search for the END read everything up to the next END, often that of another article, as one value.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  check: (article, _context, damages) => unmatchedFindings(article, damages, 'start'),
};
