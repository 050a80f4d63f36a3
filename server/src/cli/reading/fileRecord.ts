/**
 * A file record: a file as a JSON object on one line, with its name and its text. Engines that pass on lines and know no files,
 * such as Spark and Kafka, speak it.
 */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { jsonText } from '../../corpus/tables/jsonLine';
import { repeatedKey } from '../../corpus/tables/repeatedKey';
import { exactText, markApart, NotUtf8Error } from '../../corpus/text/exactText';
import { reasonOf } from '../../disk/reasons';
import { shown } from '../output/faults';
import { withoutLineFeed } from './byteLines';

export interface FileRecord {
  /** The name of the file, as the record gives it. */
  readonly file: string;
  /** Its text, with a byte order mark if it has one. */
  readonly content: string;
  /** All of the object. */
  readonly values: object;
}

/** A line that is no file record. The message is the rest of a sentence that begins with the line. */
export class BadRecordError extends Error {}

const CONTENT = 'content';
const NAMES = ['file', CONTENT] as const;

/** A half of a surrogate pair without the other, which UTF-8 cannot represent. */
const HALF = /\p{Cs}/u;

/** The record in a line of bytes; undefined if the line is empty. Throws a BadRecordError. */
export function fileRecord(bytes: Buffer): FileRecord | undefined {
  const line = textOf(bytes);
  if (line.trim() === '') return undefined;
  const values = valuesIn(line);
  const [file, content] = NAMES.map((name) => textUnder(values, name)) as [string, string];
  if (file === '') throw new BadRecordError('has no name in file. Put the name of the file there.');
  const twice = mayRepeat(line) ? repeatedKey(line) : undefined;
  if (twice !== undefined) throw new BadRecordError(`has the key ${shown(twice)} twice. Keep one of them.`);
  return { file, content, values };
}

/** The keys of a record that say nothing about its file. */
export function otherKeys({ values }: FileRecord): readonly string[] {
  return Object.keys(values).filter((key) => !(NAMES as readonly string[]).includes(key));
}

/** The line of a record with another content. Nothing else of it changes, not even the way in which it is written. */
export function withContent(bytes: Buffer, content: string): string {
  const { mark, content: json } = markApart(bytes.toString());
  const { offset, length } = findNodeAtLocation(parseTree(json) as Node, [CONTENT]) as Node;
  return mark + json.slice(0, offset) + jsonText(content) + json.slice(offset + length);
}

function textOf(bytes: Buffer): string {
  try {
    return markApart(exactText(withoutLineFeed(bytes))).content;
  } catch (error) {
    // The place in the line helps nobody: programs wrote it.
    const reason = error instanceof NotUtf8Error ? 'It is not UTF-8.' : reasonOf(error);
    throw new BadRecordError(`cannot be read. ${reason}`);
  }
}

function valuesIn(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadRecordError(line.trimStart().startsWith('[') ? LIST : `is not JSON. ${RECORD}`);
  }
  if (Array.isArray(value)) throw new BadRecordError(LIST);
  if (typeof value !== 'object' || value === null) throw new BadRecordError(`is not a JSON object. ${RECORD}`);
  return value;
}

const RECORD = 'A record is an object on one line, with the name of a file in file and its text in content.';
const LIST =
  'begins a JSON array. Records are JSON Lines, with an object on each line; jq -c ".[]" converts an array to that.';

/** Throws a BadRecordError if there is no text under this key. */
function textUnder(values: object, name: (typeof NAMES)[number]): string {
  const value: unknown = Object.hasOwn(values, name) ? values[name as keyof object] : null;
  if (value === null) {
    const alike = Object.keys(values).find((key) => key !== name && key.toLowerCase() === name);
    throw new BadRecordError(`has no ${name}. ${alike === undefined ? RECORD : `It has ${shown(alike)}.`}`);
  }
  if (typeof value !== 'string') throw new BadRecordError(`has no text in ${name}. A text is in quotation marks.`);
  if (HALF.test(value)) throw new BadRecordError(`has half a character (a lone surrogate) in ${name}.`);
  return value;
}

/** Whether a line may have `file` or `content` twice. Only then, all of it is looked at, which takes longer than the check. */
function mayRepeat(line: string): boolean {
  return ESCAPED_LETTER.test(line) || NAMES.some((name) => line.indexOf(`"${name}"`) !== line.lastIndexOf(`"${name}"`));
}

/** Keys may be written with escapes. */
const ESCAPED_LETTER = /\\u00[67]/;
