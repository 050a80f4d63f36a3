/** All fixes of a file: one function for the corpus and the command line. */

import { type ParsedDocument, parse, wholeText } from '../core/parse/parser';
import type { Edit, Fix } from '../core/repair/edit';
import { applyEdits } from '../core/repair/edit';
import { keepsValues } from '../core/repair/faithful';
import { fixAll } from '../core/writing/fixAll';
import type { Terms } from './checkFile';
import { markApart } from './exactText';

/** A fix would change a value that it does not name. This is a fault of this program; nothing must be written. */
class UnfaithfulError extends Error {
  constructor() {
    super('The fixes would change a value. Correct this file by hand, and please report this error.');
  }
}

/**
 * The edits that apply all fixes of a tier, in offsets of the document. After safe fixes the whole result is parsed again:
 * throws UnfaithfulError if a value is not the same before and after.
 */
export function fixes(
  document: ParsedDocument,
  { context, severities }: Terms,
  tier: Fix['tier'] = 'safe',
): readonly Edit[] {
  const edits = fixAll(document, context, severities, { tier });
  if (edits.length === 0 || tier !== 'safe') return edits;
  const fixed = parse(applyEdits(wholeText(document), edits));
  if (!keepsValues(document.articles, fixed.articles)) throw new UnfaithfulError();
  return edits;
}

/** A file's text, a byte order mark with it, after all fixes of a tier. Throws as `fixes` does. */
export function fixText(text: string, terms: Terms, tier: Fix['tier'] = 'safe'): string {
  const { mark, content } = markApart(text);
  return mark + applyEdits(content, fixes(parse(content), terms, tier));
}
