/**
 * Faults of a file's bytes, which its text does not show. When VS Code opens a file, it removes a byte order mark, makes all
 * line ends the same, and replaces what is not UTF-8 by U+FFFD. On save it writes that. An empty file is a fault too.
 */
import * as l10n from '@vscode/l10n';
import type { DescribedRule, Severity } from './rules/rule';
import { finished, type Steps } from './steps';
import { type ByteFacts, readingFacts } from './text/byteFacts';

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

/** What makes UTF-8 of a file in the encoding that it most often has if it is not UTF-8, on the command line. */
export const ICONV = 'iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW (for Arabic, usually WINDOWS-1256)';

/** The kinds of faults that only a file's bytes show. */
export const FILE_RULES: readonly FileRule[] = [
  NOT_UTF_8,
  BYTE_ORDER_MARK,
  MIXED_LINE_ENDINGS,
  UNREADABLE_FILE,
  NO_ARTICLE,
  EMPTY_FILE,
];

/** The place of what is wrong with a file as a whole. */
const START = { line: 0, character: 0, offset: 0, length: 0 };

/** The finding on a file that cannot be read; the reason is a sentence. */
export function unreadableFile(reason: string): FileFinding {
  const message = `${l10n.t('This file could not be read, and has not been checked.')} ${reason}`;
  return { code: UNREADABLE_FILE.code, ...START, message };
}

/** The finding on a file that is left alone, in folders where every file should be an article. */
export function noArticle(bytes: Uint8Array): FileFinding {
  const isEmpty = bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
  if (isEmpty)
    return { code: EMPTY_FILE.code, ...START, message: l10n.t('This file is empty. Download it again, or remove it.') };
  const message = l10n.t(
    'This file does not begin like an article, and is left alone. Begin it with the marker of its number, F-N-S-T-A-R-T., or move it to another folder.',
  );
  return { code: NO_ARTICLE.code, ...START, message };
}

/** All faults of a file's bytes. Linear in their number. */
export function checkBytes(bytes: Uint8Array): readonly FileFinding[] {
  return finished(checkingBytes(bytes));
}

/** `checkBytes` in steps. */
export function* checkingBytes(bytes: Uint8Array): Steps<readonly FileFinding[]> {
  return factFindings(yield* readingFacts(bytes));
}

/** The findings that follow from facts about bytes. */
export function factFindings({ hasMark, invalid, lineEnds }: ByteFacts): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (invalid) {
    const byte = invalid.byte.toString(16).toUpperCase().padStart(2, '0');
    findings.push({
      code: NOT_UTF_8.code,
      ...{ line: invalid.line, character: invalid.character, offset: invalid.offset, length: 1 },
      message: l10n.t(
        'This file is not UTF-8: byte {0} (hexadecimal) at offset {1} is not part of a character.',
        byte,
        invalid.at,
      ),
      advice: {
        editor: l10n.t(
          'Saving would lose it. Open the file with its own encoding (Reopen with Encoding), then save it as UTF-8.',
        ),
        commandLine: `Convert it in VS Code (Change File Encoding: Reopen with Encoding, then Save with Encoding, UTF-8), or with: ${ICONV}`,
      },
    });
  }
  if (hasMark) {
    findings.push({
      code: BYTE_ORDER_MARK.code,
      ...START,
      message: l10n.t(
        'This file begins with a byte order mark, which the producers do not write. Save it as UTF-8 without BOM.',
      ),
    });
  }
  const kinds = Object.entries(lineEnds).filter(([, count]) => count > 0);
  if (kinds.length > 1) {
    findings.push({
      code: MIXED_LINE_ENDINGS.code,
      ...START,
      message: l10n.t(
        'This file has several kinds of line endings ({0}). An editor shows them all as the same, and saving would make them all the same.',
        kinds.map(([kind, count]) => `${count} ${kind}`).join(', '),
      ),
    });
  }
  return findings;
}
