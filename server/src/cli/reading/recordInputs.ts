/** Reads file records: one JSON object on each line of standard input or of files. */
import fs from 'node:fs';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { type InputOptions, inputFiles } from '../input/inputs';
import { type Complain, shown, UsageError } from '../output/faults';
import { withProgress } from '../output/progress';
import { byteLines } from './byteLines';
import { BadRecordError, type FileRecord, fileRecord } from './fileRecord';
import { streamOf } from './streamReading';

export interface RecordOptions extends InputOptions {
  /** The inputs are not articles but hold file records. */
  readonly records?: boolean;
}

/** The folder whose settings apply to all records. The folders in their names may be on another machine. */
export const HERE = { folder: '.', root: '.' };

/**
 * The inputs of a call: files, as `inputFiles` finds them; or what holds its file records, which is standard input if it names nothing.
 * What cannot be read is complained of. Throws a UsageError for a folder of records.
 */
export async function namedInputs(
  paths: readonly string[],
  options: RecordOptions,
  complain: Complain,
): Promise<readonly InputFile[]> {
  if (!options.records) return inputFiles(paths, options, complain);
  for (const folder of paths) {
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    throw new UsageError(
      `${shown(folder)} is a folder, and records are read from files. Name them, or a glob in quotation marks.`,
    );
  }
  const named = paths.length === 0 && options.filesFrom === undefined ? [STDIN] : paths;
  return inputFiles(named, { ...options, articlesOnly: false, folders: false }, complain);
}

export interface RecordLine {
  /** From 1. */
  readonly number: number;
  /** As it came, with its line feed if it has one. */
  readonly bytes: Buffer;
  /** Undefined for an empty line and for a bad record. */
  readonly record: FileRecord | undefined;
  /** What is wrong with a bad record: the rest of a sentence that begins with the line. */
  readonly fault: string | undefined;
}

/** The lines of an input, each as soon as it is complete. Throws Node's errors, and what `streamOf` throws. */
export async function* recordLines(input: InputFile): AsyncGenerator<RecordLine> {
  for await (const line of byteLines(streamOf(input))) yield { ...line, ...recordIn(line.bytes) };
}

function recordIn(bytes: Buffer): Pick<RecordLine, 'record' | 'fault'> {
  try {
    return { record: fileRecord(bytes), fault: undefined };
  } catch (error) {
    if (error instanceof BadRecordError) return { record: undefined, fault: error.message };
    throw error;
  }
}

/** All records of the inputs, in order. Bad records, and inputs that cannot be read, are complained of and left out. */
export async function* fileRecords(inputs: readonly InputFile[], complain: Complain): AsyncGenerator<FileRecord> {
  for (const input of withProgress(inputs)) {
    try {
      for await (const { number, record, fault } of recordLines(input)) {
        if (fault !== undefined) complain(nameOf(input), new Error(`Line ${number} ${fault} It was left out.`));
        if (record) yield record;
      }
    } catch (error) {
      complain(nameOf(input), error);
    }
  }
}

/** The file of a record, as a file of the call. It is not on this disk. */
export function inputOf({ file }: Pick<FileRecord, 'file'>): InputFile {
  return { path: file, ...HERE, named: true, regular: false };
}
