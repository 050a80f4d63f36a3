/** A corpus on disk with the same records as the documents, in many files or in one. */
import fs from 'node:fs';
import path from 'node:path';
import { CorpusWriter, SEED } from './corpus';
import { LANGUAGES, type Language, type LanguageName } from './languages';
import { type Record, records } from './records';

/** Makes the records of a corpus from a seed. */
export type Source = (seed: number) => Iterable<Record>;

/** Writes one file for each of the first records, with the names that the producers use. */
export function writeFiles(folder: string, languageId: LanguageName, count: number, source: Source = records): void {
  const { open, close, extension, record: write }: Language = LANGUAGES[languageId];
  const ending = languageId === 'article' ? 'txt' : extension;
  fs.mkdirSync(folder, { recursive: true });
  for (const record of source(SEED)) {
    const writer = new CorpusWriter().raw(open);
    write(writer, record);
    fs.writeFileSync(path.join(folder, `article_${record.number}.${ending}`), writer.raw(close).parts.join(''));
    if (Number(record.number) === count) break;
  }
}

/** How many records are written at a time. */
const PORTION = 1000;

/** Writes one file of this many bytes, or more to complete the last record. */
export function writeFile(file: string, languageId: LanguageName, bytes: number, source: Source = records): void {
  const { open, between, close, record: write }: Language = LANGUAGES[languageId];
  const output = fs.openSync(file, 'w');
  let writer = new CorpusWriter().raw(open);
  let written = 0;
  for (const record of source(SEED)) {
    write(writer, record);
    const isLast = written + writer.bytes >= bytes;
    writer.raw(isLast ? close : between);
    if (isLast || Number(record.number) % PORTION === 0) {
      fs.writeSync(output, writer.parts.join(''));
      written += writer.bytes;
      writer = new CorpusWriter();
    }
    if (isLast) break;
  }
  fs.closeSync(output);
}

/** Writes a file several times one after another into a new one: every article then has duplicates. */
export function repeatFile(file: string, times: number, repeated: string): void {
  const bytes = fs.readFileSync(file);
  fs.writeFileSync(repeated, '');
  for (let time = 0; time < times; time++) fs.appendFileSync(repeated, bytes);
}
