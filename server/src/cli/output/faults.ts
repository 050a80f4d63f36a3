/** What goes wrong beside the findings: with the call itself, or with reading and writing. Each ends in exit code 2. */
import { LEADS_NOWHERE } from '../../disk/readFile';
import { reasonOf } from '../../disk/reasons';

/** The call makes no sense; the message says what to do. */
export class UsageError extends Error {}

/** The name of a file is not UTF-8: Node gives U+FFFD for what it cannot read, and no file has that name. */
export class NotUtf8NameError extends Error {
  constructor() {
    super('Its name is not UTF-8, so it cannot be opened. Rename it, for example with convmv.');
  }
}

/** A link that leads to no file. */
export class DanglingLinkError extends Error {
  constructor() {
    super(LEADS_NOWHERE);
  }
}

/** A file is left out for a reason that is no fault. */
export class Remark extends Error {}

/** A file has been read under another name: one article is not to be counted twice. */
export class OtherNameRemark extends Remark {
  constructor(first: string) {
    super(`This is another name of ${shown(first)}. The file is read once.`);
  }
}

/** Says what went wrong with a file, and goes on with the others. */
export type Complain = (file: string, error: unknown) => void;

/** On standard error, a line each. The exit code is 2 from then on, but for a Remark. */
export const complain: Complain = (file, error) => {
  process.stderr.write(`article-format: ${shown(file)}: ${reasonOf(error)}\n`);
  if (!(error instanceof Remark)) process.exitCode = 2;
};

/** Says why a call has come to its end. */
export function failure(error: unknown): void {
  process.stderr.write(`article-format: ${reasonOf(error)}\n`);
  process.exitCode = 2;
}

/** A text from a file, or its name, as a terminal may safely show it: control and bidi characters become visible. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const unit = character.charCodeAt(0);
    return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : `<U+${unit.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Controls, format characters (bidi and zero-width ones among them), separators of lines, halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]|(?=\p{Cf})[^\u{10000}-\u{10ffff}]|\p{Cs}/gu;
