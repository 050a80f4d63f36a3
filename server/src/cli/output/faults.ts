/** Errors other than findings: in the call itself, in reading or in writing. Each leads to exit code 2. */
import { ICONV } from '../../core/fileFindings';
import { NotUtf8Error } from '../../corpus/text/exactText';
import { leadsNowhere } from '../../disk/readFile';
import { reasonOf } from '../../disk/reasons';
import { clearProgress } from './progress';

/** The call is not valid. The message says what to do. */
export class UsageError extends Error {}

/** The name of a file is not UTF-8. Node replaces the bytes by U+FFFD, and no file has the resulting name. */
export class NotUtf8NameError extends Error {
  constructor() {
    super('Its name is not UTF-8, so it cannot be opened. Rename it, for example with convmv.');
  }
}

/** A link leads to no file. */
export class DanglingLinkError extends Error {
  constructor() {
    super(leadsNowhere());
  }
}

/** A file is left out, for a reason that is not an error. */
export class Remark extends Error {}

/** A file has already been read under another name. No article is counted twice. */
export class OtherNameRemark extends Remark {
  constructor(first: string) {
    super(`This is another name of ${shown(first)}. The file is read once.`);
  }
}

/** Reports what went wrong with one file. The call goes on with the other files. */
export type Complain = (file: string, error: unknown) => void;

/** Writes one line to standard error. Sets the exit code to 2, except for a Remark. */
export const complain: Complain = (file, error) => {
  clearProgress();
  const advice = error instanceof NotUtf8Error ? ` Or convert it with: ${ICONV}` : '';
  process.stderr.write(`article-format: ${shown(file)}: ${reasonOf(error)}${advice}\n`);
  if (!(error instanceof Remark)) process.exitCode = 2;
};

/** Said at the end of a call that has stopped at a full disk, instead of the same of each further file. */
export const AFTER_FULL_DISK =
  'The disk is full, so nothing more was written. Free some space, then run the same command again.';

/** Reports why a call has failed, and sets the exit code to 2. */
export function failure(error: unknown): void {
  clearProgress();
  process.stderr.write(`article-format: ${reasonOf(error)}\n`);
  process.exitCode = 2;
}

/** Makes a name or a text from a file safe for a terminal: control and bidi characters become visible. */
export function shown(text: string): string {
  if (SAFE.test(text)) return text;
  return text.replace(UNSAFE, (character) => {
    const unit = character.charCodeAt(0);
    return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : `<U+${unit.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Nearly all texts, which take much longer with UNSAFE. */
const SAFE = /^[ -~]*$/;

/**
 * Control characters, format characters (including bidi and zero-width ones), line separators, and halves of surrogate
 * pairs.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]|(?=\p{Cf})[^\u{10000}-\u{10ffff}]|\p{Cs}/gu;
