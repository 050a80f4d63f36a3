/**
 * U+FFFD in the text of a file that is not UTF-8: it stands for bytes of which the file finding says all there is to say.
 * Where the file itself holds U+FFFD, which is before the first of those bytes, it is a finding of its own.
 */

import { type FileFinding, NOT_UTF_8 } from '../core/fileFindings';
import type { Article } from '../core/parse/article';
import type { Finding } from '../core/rules';
import { invisibleCharacter } from '../core/rules/invisible-character';

/** The finding that a file is not UTF-8, if it has one: it is at the first byte that is not. */
export function undecoded<Found extends FileFinding>(fileFindings: readonly Found[]): Found | undefined {
  return fileFindings.find(({ code }) => code === NOT_UTF_8.code);
}

/** Whether a finding, in an article that begins at `base`, is only of bytes that are not UTF-8, the first of which is at `from`. */
export function isOfBytes({ code, span }: Finding, { text }: Article, base: number, from: number | undefined): boolean {
  if (from === undefined || base + span.start < from) return false;
  return code === invisibleCharacter.code && text.charCodeAt(span.start) === 0xfffd;
}
