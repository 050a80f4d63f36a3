/** A file that is checked at once. */
import { type ParsedDocument, parse } from '../../../server/src/core/parse/parser';
import { finished } from '../../../server/src/core/steps';
import { type CheckedContent, checking, decode, type Terms } from '../../../server/src/corpus/verdict/checkFile';

export interface CheckedFile extends CheckedContent {
  /** The text as an editor shows it, with the line ends of the file. */
  readonly text: string;
  readonly parsed: ParsedDocument;
}

/** The verdict on a file, and its text, which must fit into one string. */
export function checkFile(bytes: Uint8Array, terms: Terms): CheckedFile {
  const text = decode(bytes);
  return { text, parsed: parse(text), ...finished(checking(bytes, terms)) };
}
