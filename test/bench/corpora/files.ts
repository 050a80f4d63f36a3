/** A corpus on disk with the same records as the documents, in many files or in one. */
import fs from 'node:fs';
import path from 'node:path';
import { CorpusWriter, SEED } from './corpus';
import { LANGUAGES, type Language, type LanguageName } from './languages';
import { records } from './records';

/** Writes one file for each of the first records, with the names that the producers use. */
export function writeFiles(folder: string, languageId: LanguageName, count: number): void {
  const { open, close, extension, record: write }: Language = LANGUAGES[languageId];
  const ending = languageId === 'article' ? 'txt' : extension;
  fs.mkdirSync(folder, { recursive: true });
  for (const record of records(SEED)) {
    const writer = new CorpusWriter().raw(open);
    write(writer, record);
    fs.writeFileSync(path.join(folder, `article_${record.number}.${ending}`), writer.raw(close).parts.join(''));
    if (Number(record.number) === count) break;
  }
}

/** How many records are written at a time. */
const PORTION = 1000;

/** Writes one file of this many bytes, or more to complete the last record. */
export function writeFile(file: string, languageId: LanguageName, bytes: number): void {
  const { open, between, close, record: write }: Language = LANGUAGES[languageId];
  const output = fs.openSync(file, 'w');
  let writer = new CorpusWriter().raw(open);
  let written = 0;
  for (const record of records(SEED)) {
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
