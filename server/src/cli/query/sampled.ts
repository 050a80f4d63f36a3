/** The articles from which a sample is drawn, and the copies of those that are drawn. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { grouped } from '../../core/grouping';
import { NotUtf8Error } from '../../corpus/text/exactText';
import { type InputFile, nameOf } from '../input/inputFile';
import { shown, UsageError } from '../output/faults';
import { articlesOf } from '../reading/articles';
import { LeftAlone } from '../reading/leftAlone';
import { ArticleValues } from './articleValues';

/** An article that may be drawn. */
export interface SampledArticle {
  readonly file: InputFile;
  /** Its index among the articles of its file, from 1. */
  readonly index: number;
  readonly stratum: string;
  /** The digest of its bytes, by which it is recognised when it is copied. */
  readonly digest: string;
}

export interface DrawnCopy {
  readonly candidate: SampledArticle;
  readonly bytes: Uint8Array;
  readonly values: ArticleValues;
}

/** SHA-256, hexadecimal. */
export function digestOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The articles that were drawn, byte for byte; the whole file if it has no other article. Those of one file are neighbours. Throws a
 * UsageError if a file has changed since, and Node's error if it cannot be read.
 */
export async function* copiesOf(drawn: readonly SampledArticle[]): AsyncGenerator<DrawnCopy> {
  for (const [file, candidates] of grouped(drawn, ({ file }) => file)) yield* copiesIn(file, candidates);
}

async function* copiesIn(file: InputFile, drawn: readonly SampledArticle[]): AsyncGenerator<DrawnCopy> {
  const byIndex = new Map(drawn.map((candidate) => [candidate.index, candidate]));
  const copies: DrawnCopy[] = [];
  let count = 0;
  const complain = (_file: string, error: unknown) => {
    if (!(error instanceof NotUtf8Error)) throw error; // That was reported when it was drawn.
  };
  for await (const { index, article, bytes } of articlesOf([file], { leftAlone: new LeftAlone(false), complain })) {
    count++;
    const candidate = byIndex.get(index);
    if (!candidate) continue;
    const copy = Uint8Array.from(bytes());
    if (digestOfBytes(copy) !== candidate.digest) break;
    copies.push({ candidate, bytes: copy, values: new ArticleValues(article, nameOf(file), []) });
  }
  if (copies.length < drawn.length)
    throw new UsageError(`${shown(nameOf(file))} was changed while the sample was drawn. Draw it again.`);
  const [only] = copies;
  if (count === 1 && only) yield { ...only, bytes: fs.readFileSync(file.path) };
  else yield* copies;
}
