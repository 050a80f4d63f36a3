/** A corpus on disk: the same records as in the documents, as many files or as one. */
import fs from 'node:fs';
import path from 'node:path';
import { CorpusWriter, SEED } from './corpus';
import { LANGUAGES, type Language, type LanguageName } from './languages';
import { records } from './records';

/** Writes a document for each of the first records, named as the producers name them. */
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

/** Records that are written to the file at a time. */
const PORTION = 1000;

/** Writes one document of so many bytes, and what the last record needs beyond. */
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
