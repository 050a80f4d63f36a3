/**
 * U+FFFD in the text of a file that is not UTF-8. It replaces bytes that the finding on the file already reports. A U+FFFD
 * before the first of those bytes is in the file itself, and is reported separately.
 */

import { type FileFinding, NOT_UTF_8 } from '../../core/fileFindings';
import type { Article } from '../../core/parse/article';
import type { Finding } from '../../core/rules';
import { invisibleCharacter } from '../../core/rules/invisible-character';

/** The finding that a file is not UTF-8, if there is one. Its offset is that of the first such byte. */
export function undecoded<Found extends FileFinding>(fileFindings: readonly Found[]): Found | undefined {
  return fileFindings.find(({ code }) => code === NOT_UTF_8.code);
}

/** Whether a finding in an article at `base` is only about bytes that are not UTF-8. `from` is the offset of the first of these. */
export function isOfBytes({ code, span }: Finding, { text }: Article, base: number, from: number | undefined): boolean {
  if (from === undefined || base + span.start < from) return false;
  return code === invisibleCharacter.code && text.charCodeAt(span.start) === 0xfffd;
}
