/** Fixing all files of the corpus, and taking that back. */
import type { LeftFile, LongRequest } from './longRequests';

/** What a person has open decides how a file is fixed: in the editor, or on disk. */
export interface OpenEditors {
  /** URIs of the documents that are in a tab or are not saved. */
  readonly open: readonly string[];
}

/** Request to the server: which files of the corpus have problems that can be fixed safely. */
export const PREVIEW_FIXES = 'article/corpus/previewFixes';

export interface PreviewFixesParams extends OpenEditors, LongRequest {}

export interface PreviewFixesAnswer {
  /** In the order of the corpus view; those that are open and not in it last. */
  readonly files: readonly FixableFile[];
  /** Files that have such problems and cannot be written. */
  readonly left: readonly LeftFile[];
  /** Whether files that are not open can be written from here. */
  readonly writesClosed: boolean;
}

export interface FixableFile {
  readonly uri: string;
  /** How many problems the fixes mend. */
  readonly problems: number;
  readonly isOpen: boolean;
  /** Names what the file held; for FIX_FILES. */
  readonly state: string;
}

/** Request to the server: what differs in a file before and after its fixes; null when there is nothing to show. */
export const COMPARE_FIXES = 'article/corpus/compareFixes';

export interface CompareFixesParams extends OpenEditors {
  readonly uri: string;
}

/** Both sides, in short lines. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
}

/**
 * Request to the server: fix these files, those that are open by edits of their documents, the others on disk. A file that
 * does not hold what it held when it was previewed is left as it is.
 */
export const FIX_FILES = 'article/corpus/fixFiles';

export interface FixFilesParams extends OpenEditors, LongRequest {
  readonly files: readonly Pick<FixableFile, 'uri' | 'state'>[];
  /** URI of the folder for copies of the files on disk as they were; without it, none of these is written. */
  readonly copies?: string;
}

/** Request to the server: the runs of FIX_FILES of which a folder has copies, the latest first. */
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

/** Request to the server: give the files of a run their bytes back. */
export const RESTORE_FILES = 'article/corpus/restoreFiles';

export interface RestoreFilesParams extends LongRequest {
  readonly copies: string;
  /** Name of the run. */
  readonly run: string;
  /** URIs of the documents that are not saved: their files stay as they are. */
  readonly unsaved: readonly string[];
}

/** What became of the files. Those after a cancellation are in neither list. */
export interface WrittenFiles {
  readonly written: readonly string[];
  readonly left: readonly LeftFile[];
}
