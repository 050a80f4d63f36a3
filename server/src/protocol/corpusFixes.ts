/** Fixing all files of the corpus, and restoring them. */
import type { LeftFile, LongRequest } from './longRequests';

/** Open files are fixed in the editor, all others on disk. */
export interface OpenEditors {
  /** URIs of the documents that are in a tab or not saved. */
  readonly open: readonly string[];
}

/** What is to be fixed: what can be fixed safely, or dates. */
export interface WantedFixes extends OpenEditors {
  /** Only dates, which have this form (see `readerOf`). */
  readonly dateForm?: string;
}

/** Request to the server: which files of the corpus have problems that can be fixed safely, as a PreviewFixesAnswer. */
export const PREVIEW_FIXES = 'article/corpus/previewFixes';

export interface PreviewFixesParams extends WantedFixes, LongRequest {
  /** URI of the only file that is meant, or of its fields view. */
  readonly only?: string;
}

export interface PreviewFixesAnswer {
  /** In the order of the corpus view; open files outside the corpus come last. */
  readonly files: readonly FixableFile[];
  /** Files with such problems that cannot be written. */
  readonly left: readonly LeftFile[];
  /** Whether the server can write files that are not open. */
  readonly writesClosed: boolean;
  /** The check of all files was stopped meanwhile, so that no file is previewed. */
  readonly wasStopped: boolean;
  /** Why the form of the dates cannot be used, as a sentence; absent if it can. */
  readonly refused?: string;
}

export interface FixableFile {
  readonly uri: string;
  /** How many problems the fixes remove. */
  readonly problems: number;
  readonly isOpen: boolean;
  /** Identifies the file's content at the time of the preview; for FIX_FILES. */
  readonly state: string;
}

/** Request to the server: a file before and after its fixes, as a BeforeAndAfter; null if there is nothing to show. */
export const COMPARE_FIXES = 'article/corpus/compareFixes';

export interface CompareFixesParams extends WantedFixes {
  readonly uri: string;
}

/** Both texts, in short lines. */
export interface BeforeAndAfter {
  readonly before: string;
  readonly after: string;
}

/**
 * Request to the server: fix these files, open ones by editing their documents, the others on disk. A file that has changed
 * since its preview is not fixed.
 */
export const FIX_FILES = 'article/corpus/fixFiles';

export interface FixFilesParams extends WantedFixes, LongRequest {
  readonly files: readonly Pick<FixableFile, 'uri' | 'state'>[];
  /** URI of the folder for copies of the original files on disk; without it, no file on disk is written. */
  readonly copies?: string;
}

/** Request to the server: the runs of FIX_FILES whose copies are in a folder, the latest first. */
export const FIX_RUNS = 'article/corpus/fixRuns';

export interface FixRunsParams {
  readonly copies: string;
}

export interface FixRun {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly time: number;
  /** How many files were written. */
  readonly files: number;
}

/** Request to the server: restore the bytes of the files of a run. */
export const RESTORE_FILES = 'article/corpus/restoreFiles';

export interface RestoreFilesParams extends LongRequest {
  readonly copies: string;
  /** Name of the run. */
  readonly run: string;
  /** URIs of the documents with unsaved changes, whose files are not restored. */
  readonly unsaved: readonly string[];
}

/** Which files were written and which were not. Files after a cancellation are in neither list. */
export interface WrittenFiles {
  readonly written: readonly string[];
  readonly left: readonly LeftFile[];
}
