/** The corpus on which the engines work: files like the real ones, some of them damaged, and the same as records. */
import fs from 'node:fs';
import path from 'node:path';
import { CorpusWriter, SEED } from '../bench/corpora/corpus';
import { LANGUAGES, type Language } from '../bench/corpora/languages';
import { records } from '../bench/corpora/records';

const ARTICLE: Language = LANGUAGES.article;
const IN_FOLDER = 1000;

/** One article in a hundred has lost the full stop of a marker, which is fixed safely. */
const DAMAGED = 100;
/** One in two thousand has the number of the article before it, with other white space after it. */
const TWICE = 2000;

/** Writes `corpus/` with so many files, and `records.jsonl` with the same in their order. */
export function writeCorpus(work: string, count: number): void {
  const lines: string[] = [];
  for (const record of records(SEED)) {
    const index = Number(record.number);
    const number = index % TWICE === 0 ? `${index - 1}\n\t` : record.number;
    const writer = new CorpusWriter().raw(ARTICLE.open);
    ARTICLE.record(writer, { ...record, number });
    const whole = writer.raw(ARTICLE.close).parts.join('');
    const content = index % DAMAGED === 0 ? whole.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D') : whole;
    const file = `corpus/${padded(index / IN_FOLDER, 2)}/article_${padded(index, 6)}.txt`;
    fs.mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
    fs.writeFileSync(path.join(work, file), content);
    lines.push(`${JSON.stringify({ file, content })}\n`);
    if (index === count) break;
  }
  fs.writeFileSync(path.join(work, 'records.jsonl'), lines.join(''));
}

/** Adds a file that is not UTF-8 to `corpus/`. */
export function addLatin1(work: string): void {
  fs.writeFileSync(path.join(work, 'corpus/latin1.txt'), Buffer.from(' F-N-S-T-A-R-T. Caf\xe9', 'latin1'));
}

function padded(value: number, digits: number): string {
  return String(Math.floor(value)).padStart(digits, '0');
}
