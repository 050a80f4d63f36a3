/** A document that is too large to be read as a whole. It is changed part by part, in little memory. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { lineEndOf } from '../../core/text/lineEnd';
import { unfixedSentence } from '../../corpus/fixes/fixes';
import { beginsLikeArticle } from '../../corpus/verdict/checkFile';
import { partsOfCopy } from '../reading/fileReading';
import { decodePart } from '../reading/origin';
import { Cutter } from '../reading/parts';
import type { CopiedBytes } from '../reading/streamCopy';
import type { DocumentPlace } from './changes';
import type { PartTexts } from './difference';
import { PartChanges, type PartsTask } from './partChanges';
import type { Digests, NewContent } from './replaceLarge';

const BLOCK = 1024 * 1024;
const HEAD = 64 * 1024;

/** Bytes that are read several times. */
export interface LargeBytes extends CopiedBytes {
  readonly length: number;
  close(): void;
}

/** The bytes of a file, as long as nobody writes into it. */
export class FileBytes implements LargeBytes {
  private readonly descriptor: number;
  readonly length: number;

  /** Throws Node's error if the file cannot be opened. */
  constructor(path: string) {
    this.descriptor = fs.openSync(path, 'r');
    this.length = fs.fstatSync(this.descriptor).size;
  }

  read(target: Uint8Array, offset: number, length: number, at: number): number {
    return fs.readSync(this.descriptor, target, offset, length, at);
  }

  close(): void {
    fs.closeSync(this.descriptor);
  }
}

export interface LargeTask extends Omit<PartsTask, 'lineEnd'> {
  /** Articles that are proven healthy with no date after this day, YYYY-MM-DD, need no change; undefined if any may need one. */
  readonly provenUntil: string | undefined;
}

/** What is known of a document once all of its parts have been changed. */
export interface LargeOutcome {
  readonly isArticle: boolean;
  readonly isChanged: boolean;
  /** What was left alone in it, as a sentence. */
  readonly unfixed: string | undefined;
}

export type WrittenDocument = LargeOutcome & Digests;

/** Lets signals through; called for each part. */
type Turn = () => Promise<void>;

export class LargeDocument implements NewContent<WrittenDocument> {
  private lineEnd: DocumentPlace['lineEnd'] | undefined;

  constructor(
    private readonly bytes: LargeBytes,
    private readonly task: LargeTask,
  ) {}

  /** In bytes. */
  get length(): number {
    return this.bytes.length;
  }

  /** Goes through the changes of all parts, or to the first that changes if that is enough. Throws what they throw. */
  async look(turn: Turn, isEnough = false): Promise<LargeOutcome> {
    const changes = this.changes();
    for (const _part of changes) {
      if (isEnough && changes.isChanged) break;
      await turn();
    }
    return this.outcomeOf(changes);
  }

  /** Writes the new content of all parts. Throws what they throw, and what `write` throws. */
  async write(write: (bytes: Uint8Array) => Promise<void>): Promise<WrittenDocument> {
    const changes = this.changes();
    const [before, after] = [createHash('sha256'), createHash('sha256')];
    let waiting: Uint8Array[] = [];
    let length = 0;
    const pass = async () => {
      await write(Buffer.concat(waiting));
      [waiting, length] = [[], 0];
    };
    for (const part of changes) {
      before.update(part.before);
      after.update(part.after);
      waiting.push(part.after);
      length += part.after.length;
      if (length >= BLOCK) await pass();
    }
    await pass();
    return { ...this.outcomeOf(changes), before: before.digest('hex'), after: after.digest('hex') };
  }

  /** The texts of all parts. Throws what their changes throw. */
  *texts(): Generator<PartTexts> {
    for (const { before, after } of this.changes()) {
      const text = decodePart(before);
      yield { before: text, after: after === before ? text : decodePart(after) };
    }
  }

  close(): void {
    this.bytes.close();
  }

  private changes(): PartChanges {
    const { bytes, task } = this;
    this.lineEnd ??= lineEndOf(textsOf(bytes));
    const parts = partsOfCopy(new Cutter(), bytes, task.provenUntil, bytes.length);
    return new PartChanges(parts, { ...task, lineEnd: this.lineEnd });
  }

  private outcomeOf({ articles, isChanged, unfixed }: PartChanges): LargeOutcome {
    const isArticle = articles > 0 || beginsLikeArticle(headOf(this.bytes));
    return { isArticle, isChanged, unfixed: unfixedSentence(unfixed) };
  }
}

/** The first bytes: enough to recognise an article. */
export function headOf(bytes: CopiedBytes): Uint8Array {
  const head = Buffer.alloc(HEAD);
  return head.subarray(0, bytes.read(head, 0, HEAD, 0));
}

/** The text, without a byte order mark. */
function* textsOf(bytes: CopiedBytes): Generator<string> {
  const decoder = new TextDecoder();
  const block = Buffer.alloc(BLOCK);
  for (let at = 0, count = -1; count !== 0; at += count) {
    count = bytes.read(block, 0, BLOCK, at);
    yield decoder.decode(block.subarray(0, count), { stream: count !== 0 });
  }
}
