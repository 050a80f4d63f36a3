/** The folder of a run that replaced files: what is written in it besides the copies, and how it is read. */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { reasonOf } from '../reasons';
import { ensureFolder } from '../writing/ensureFolder';
import { isRunning } from '../writing/replaceFile';
import { type Kept, keptCopies, MANIFEST } from './copies';

/** The file in a run's folder that says what the run did. */
const HEAD = 'run.json';
/** Marks a run that has been undone. Holds the number of files that could not be restored, if there are any. */
export const UNDONE = 'undone';
/** Marks a run whose process will keep no more copies in it. */
export const ENDED = 'ended';

/** What a run did. */
export interface Head {
  readonly command: string;
  /** The real paths of the folder that it was called for, and of the working directory at the time. */
  readonly folder: string;
  readonly from: string;
  /** The name of the run that it undid, if it was an undo. */
  readonly of?: string;
}

interface WrittenHead extends Head {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly process: number;
}

/** A run as it is kept. */
export interface KeptRun extends WrittenHead, Kept {
  /** Its day and time. */
  readonly name: string;
  readonly isUndone: boolean;
  /** How many files could not be restored when it was undone. */
  readonly left: number;
  /** Whether its process is still running and may keep more copies in it. */
  readonly isAtWork: boolean;
}

/** A run whose own files cannot be read. */
export interface DamagedRun {
  readonly name: string;
  /** Where its copies are. */
  readonly folder: string;
  /** A sentence. */
  readonly reason: string;
}

/** Undefined for a folder that is not a run or was just removed. Throws, with a sentence, for a damaged run. */
export async function readRun(place: string, name: string): Promise<KeptRun | undefined> {
  const folder = path.join(place, name);
  const head = await readHead(folder);
  if (!head) return readOld(folder, name);
  const undone = await textOf(path.join(folder, UNDONE));
  const hasEnded = (await textOf(path.join(folder, ENDED))) !== undefined;
  return {
    ...{ ...head, name, isUndone: undone !== undefined, left: Number(undone) || 0 },
    ...{ isAtWork: !hasEnded && isAtWork(head), ...(await keptIn(folder)) },
  };
}

/**
 * A run of an earlier version of the extension. Its folder is named by milliseconds since 1970, and has only copies and a
 * manifest. Undefined if there is no manifest: the folder is not a run, or its call ended before the run began. Throws for
 * a run without a head.
 */
async function readOld(folder: string, name: string): Promise<KeptRun | undefined> {
  if ((await textOf(path.join(folder, MANIFEST))) === undefined) return undefined;
  if (!/^\d{13}$/.test(name)) throw new Error(l10n.t('Its {0} is missing.', HEAD));
  const head = { command: 'fix', folder: '', from: '', time: Number(name), process: 0 };
  return { ...head, name, isUndone: false, left: 0, isAtWork: false, ...(await keptIn(folder)) };
}

/** Creates the folder of a run, named by the local time. Throws Node's error. */
export async function newRunFolder(place: string, now: number): Promise<string> {
  ensureFolder(place, 0o700);
  const stamp = nameOf(new Date(now));
  for (let count = 1; ; count++) {
    const name = count === 1 ? stamp : `${stamp}-${String(count).padStart(3, '0')}`;
    try {
      const folder = path.join(place, name);
      await fs.mkdir(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Writes the manifest before the head, because a run with a head and no manifest counts as damaged. */
export async function writeHead(folder: string, head: WrittenHead): Promise<void> {
  const file = path.join(folder, HEAD);
  await fs.writeFile(path.join(folder, MANIFEST), '', { mode: 0o600 });
  await fs.writeFile(`${file}.new`, JSON.stringify(head), { flush: true, mode: 0o600 });
  await fs.rename(`${file}.new`, file);
}

/** Undefined if there is no head. Throws, with a sentence, if it cannot be read. */
async function readHead(folder: string): Promise<WrittenHead | undefined> {
  const text = await textOf(path.join(folder, HEAD));
  if (text === undefined) return undefined;
  const head = parsed(text);
  if (!isHead(head)) throw new Error(l10n.t('Its {0} is damaged.', HEAD));
  return head;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** About the last time that a Date of JavaScript can hold, in milliseconds. */
const LAST = 8.6e15;

function isHead(head: unknown): head is WrittenHead {
  if (typeof head !== 'object' || head === null) return false;
  const { command, folder, from, of = '', time, process } = head as Partial<Record<keyof WrittenHead, unknown>>;
  const isTime = Number.isSafeInteger(time) && Math.abs(time as number) <= LAST;
  return [command, folder, from, of].every((each) => typeof each === 'string') && isTime && Number.isInteger(process);
}

/** A file's text; undefined if there is no such file. Throws, with a sentence, if it cannot be read. */
async function textOf(file: string): Promise<string | undefined> {
  return fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw unreadable(path.basename(file), error);
  });
}

async function keptIn(folder: string): Promise<Kept> {
  return keptCopies(folder).catch((error: unknown) => {
    throw unreadable(MANIFEST, error);
  });
}

function unreadable(name: string, error: unknown): Error {
  return new Error(`${l10n.t('Its {0} cannot be read.', name)} ${reasonOf(error)}`);
}

/**
 * Whether the run's process is still running. A run from before the machine was started has ended: the number is
 * another process's.
 */
function isAtWork({ process, time }: WrittenHead): boolean {
  return process > 0 && time > Date.now() - os.uptime() * 1000 && isRunning(process);
}

/** Such as `20240409-173005`. */
function nameOf(time: Date): string {
  const parts = [
    time.getFullYear(),
    time.getMonth() + 1,
    time.getDate(),
    time.getHours(),
    time.getMinutes(),
    time.getSeconds(),
  ];
  const [year, month, day, ...clock] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}${month}${day}-${clock.join('')}`;
}
