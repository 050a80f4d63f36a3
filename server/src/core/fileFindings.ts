/**
 * Faults of a file's bytes, which its text does not show. When VS Code opens a file, it removes a byte order mark, makes all
 * line ends the same, and replaces what is not UTF-8 by U+FFFD. On save it writes that. An empty file is a fault too.
 */
import * as l10n from '@vscode/l10n';
import type { DescribedRule, Severity } from './rules/rule';
import { finished, type Steps } from './steps';

/** A kind of fault in a file's bytes. */
export interface FileRule extends DescribedRule {
  readonly severity: Severity | 'off';
}

/** A fault in a file's bytes, with its position in the text that an editor shows. */
export interface FileFinding {
  readonly code: string;
  /** From 0. */
  readonly line: number;
  /** In UTF-16 units, from 0. */
  readonly character: number;
  /** The same position as a UTF-16 offset of the text. */
  readonly offset: number;
  /** In UTF-16 units. */
  readonly length: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do, if that differs between the editor and the command line; otherwise the message says it. */
  readonly advice?: Readonly<Record<'editor' | 'commandLine', string>>;
}

export const NOT_UTF_8: FileRule = {
  code: 'not-utf-8',
  severity: 'error',
  get finds() {
    return l10n.t('bytes that are not UTF-8');
  },
  why: 'VS Code shows them as U+FFFD, and saving writes U+FFFD in their place, so the characters are lost.',
};

const BYTE_ORDER_MARK: FileRule = {
  code: 'byte-order-mark',
  severity: 'information',
  get finds() {
    return l10n.t('a byte order mark at the beginning of the file');
  },
  why: 'The producers write none. Some programs read it as the first character of the first marker, and do not find the number.',
};

const MIXED_LINE_ENDINGS: FileRule = {
  code: 'mixed-line-endings',
  severity: 'warning',
  get finds() {
    return l10n.t('more than one kind of line endings');
  },
  why: 'VS Code makes them all the same when it opens the file, so saving changes bytes inside values.',
};

const UNREADABLE_FILE: FileRule = {
  code: 'unreadable-file',
  severity: 'error',
  get finds() {
    return l10n.t('a file among the articles that cannot be read');
  },
  why: 'It may contain articles. They are not checked, and are in no table, count or comparison. On the command line such a file is not a finding: it is named, and the exit code is 2.',
};

export const NO_ARTICLE: FileRule = {
  code: 'no-article',
  severity: 'off',
  get finds() {
    return l10n.t('a file that does not begin like an article, and is left alone');
  },
  why: 'Such a file is in no table, count or comparison. Switch this rule on for folders in which every .txt file should be an article. Then an incomplete download, or an article after a long preface, is reported.',
};

export const EMPTY_FILE: FileRule = {
  code: 'empty-file',
  severity: 'off',
  get finds() {
    return l10n.t('a file that is empty or contains only white space');
  },
  why: 'It may be an article whose download failed. Switch this rule on for folders in which every .txt file should be an article.',
};

/** The kinds of faults that only a file's bytes show. */
export const FILE_RULES: readonly FileRule[] = [
  NOT_UTF_8,
  BYTE_ORDER_MARK,
  MIXED_LINE_ENDINGS,
  UNREADABLE_FILE,
  NO_ARTICLE,
  EMPTY_FILE,
];

/** The finding on a file that cannot be read; the reason is a sentence. */
export function unreadableFile(reason: string): FileFinding {
  return {
    ...{ code: UNREADABLE_FILE.code, line: 0, character: 0, offset: 0, length: 0 },
    message: `${l10n.t('This file could not be read, and has not been checked.')} ${reason}`,
  };
}

/** The finding on a file that is left alone, in folders where every file should be an article. */
export function noArticle(bytes: Uint8Array): FileFinding {
  const isEmpty = bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
  const start = { line: 0, character: 0, offset: 0, length: 0 };
  if (isEmpty)
    return { code: EMPTY_FILE.code, ...start, message: l10n.t('This file is empty. Download it again, or remove it.') };
  const message = l10n.t(
    'This file does not begin like an article, and is left alone. Begin it with the marker of its number, F-N-S-T-A-R-T., or move it to another folder.',
  );
  return { code: NO_ARTICLE.code, ...start, message };
}

/** Facts about a file's bytes that its text does not show. */
export interface ByteFacts {
  /** It begins with a byte order mark. */
  readonly hasMark: boolean;
  /** The first byte that is not part of a UTF-8 character, and its position in the text. */
  readonly invalid: InvalidByte | undefined;
  readonly lineEnds: Readonly<Record<'CRLF' | 'LF' | 'CR', number>>;
}

export interface InvalidByte {
  readonly byte: number;
  /** In bytes of the file. */
  readonly at: number;
  readonly line: number;
  /** In UTF-16 units of the text, as is `offset`. */
  readonly character: number;
  readonly offset: number;
}

/** All faults of a file's bytes. Linear in their number. */
export function checkBytes(bytes: Uint8Array): readonly FileFinding[] {
  return finished(checkingBytes(bytes));
}

/** `checkBytes` in steps. */
export function* checkingBytes(bytes: Uint8Array): Steps<readonly FileFinding[]> {
  return factFindings(yield* readingFacts(bytes));
}

/** The facts about bytes, which are a whole file or its beginning; a byte order mark is only there. */
export function byteFacts(bytes: Uint8Array): ByteFacts {
  return finished(readingFacts(bytes));
}

function* readingFacts(bytes: Uint8Array): Steps<ByteFacts> {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const at = yield* seekingInvalidByte(bytes);
  const position = at === undefined ? undefined : positionAfter(bytes.subarray(hasMark ? 3 : 0, at));
  yield;
  return {
    hasMark,
    invalid: at === undefined || !position ? undefined : { byte: bytes[at] as number, at, ...position },
    lineEnds: yield* countingLineEnds(bytes),
  };
}

/** The findings that follow from facts about bytes. */
export function factFindings({ hasMark, invalid, lineEnds }: ByteFacts): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (invalid) {
    const byte = invalid.byte.toString(16).toUpperCase().padStart(2, '0');
    findings.push({
      code: NOT_UTF_8.code,
      line: invalid.line,
      character: invalid.character,
      offset: invalid.offset,
      length: 1,
      message: l10n.t(
        'This file is not UTF-8: byte {0} (hexadecimal) at offset {1} is not part of a character.',
        byte,
        invalid.at,
      ),
      advice: {
        editor: l10n.t(
          'Saving would lose it. Open the file with its own encoding (Reopen with Encoding), then save it as UTF-8.',
        ),
        commandLine: 'Convert the file, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW',
      },
    });
  }
  if (hasMark) {
    findings.push({
      code: BYTE_ORDER_MARK.code,
      line: 0,
      character: 0,
      offset: 0,
      length: 0,
      message: l10n.t(
        'This file begins with a byte order mark, which the producers do not write. Save it as UTF-8 without BOM.',
      ),
    });
  }
  const kinds = Object.entries(lineEnds).filter(([, count]) => count > 0);
  if (kinds.length > 1) {
    findings.push({
      code: MIXED_LINE_ENDINGS.code,
      line: 0,
      character: 0,
      offset: 0,
      length: 0,
      message: l10n.t(
        'This file has several kinds of line endings ({0}). An editor shows them all as the same, and saving would make them all the same.',
        kinds.map(([kind, count]) => `${count} ${kind}`).join(', '),
      ),
    });
  }
  return findings;
}

/** Offset of the first byte that is not part of a UTF-8 character (RFC 3629), or undefined. */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  return finished(seekingInvalidByte(bytes));
}

/** So many bytes are looked at in a step: for a millisecond or two. */
const STEP = 1024 * 1024;

function* seekingInvalidByte(bytes: Uint8Array): Steps<number | undefined> {
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + STEP, bytes.length);
    at = validUntil(bytes, at, end);
    if (at < end) return at;
    yield;
  }
  return undefined;
}

/** The offset after the last character that begins before `end`; or of the first byte before it that is not part of a character. */
function validUntil(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length in bytes of the character that begins at `at`; 0 when none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) {
    if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] as number;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const surrogate = first === 0xed && second >= 0xa0;
  const tooLarge = first === 0xf4 && second >= 0x90;
  return overlong || surrogate || tooLarge ? 0 : length;
}

/** The position in the text after these bytes, which are valid UTF-8. */
function positionAfter(before: Uint8Array): { line: number; character: number; offset: number } {
  let line = 0;
  let character = 0;
  let offset = 0;
  for (let at = 0; at < before.length; at += characterLength(before, at)) {
    const byte = before[at] as number;
    const isLineEnd = byte === 0x0a || (byte === 0x0d && before[at + 1] !== 0x0a);
    const units = byte >= 0xf0 ? 2 : 1;
    line += isLineEnd ? 1 : 0;
    character = isLineEnd ? 0 : character + units;
    offset += units;
  }
  return { line, character, offset };
}

function* countingLineEnds(bytes: Uint8Array): Steps<ByteFacts['lineEnds']> {
  const ends = { CRLF: 0, LF: 0, CR: 0 };
  for (let from = 0; from < bytes.length; from += STEP) {
    const block = bytes.subarray(from, from + STEP);
    for (let at = block.indexOf(0x0d); at !== -1; at = block.indexOf(0x0d, at + 1)) {
      if (bytes[from + at + 1] === 0x0a) ends.CRLF++;
      else ends.CR++;
    }
    for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1)) {
      if (bytes[from + at - 1] !== 0x0d) ends.LF++;
    }
    yield;
  }
  return ends;
}
