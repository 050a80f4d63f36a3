/** Finds the articles whose texts may be nearly the same, by a second look at all of them. */
import { finished } from '../../../core/steps';
import { type Candidates, candidatesAmong } from '../../../corpus/nearTexts/candidates';
import { Signatures } from '../../../corpus/nearTexts/signatures';
import type { ArticleNotes } from './articleNotes';
import { textsOfArticles } from './comparedArticle';
import type { KnownFile } from './knownFiles';
import { ChangedFileError, PartReader, WINDOW } from './partReader';

/**
 * The candidates among all articles, by their indexes. Some 120 bytes are kept of each article meanwhile. `fail` gets the files that
 * cannot be read, or have changed.
 */
export function nearCandidates(notes: ArticleNotes, fail: (file: KnownFile, error: unknown) => void): Candidates {
  const signatures = new Signatures();
  const window = Buffer.allocUnsafeSlow(WINDOW);
  for (const file of notes.files) {
    try {
      addFile(file, notes, signatures, window);
    } catch (error) {
      fail(file, error);
    }
    // Whatever has happened, the next file begins at its own index.
    while (signatures.length < file.articles.to) signatures.add(undefined);
  }
  return finished(
    candidatesAmong(
      signatures,
      Uint32Array.from({ length: signatures.length }, (_, index) => index),
    ),
  );
}

/** Throws Node's error, and a ChangedFileError if a part does not have as many articles as before. */
function addFile(file: KnownFile, notes: ArticleNotes, signatures: Signatures, window: Buffer): void {
  const reader = new PartReader(file, window);
  try {
    for (const { origin, length, articles, final } of notes.parts.of(file.parts)) {
      const texts = textsOfArticles(reader.read(origin.byte, length), { origin, before: 0, final });
      if (texts.length !== articles) throw new ChangedFileError();
      for (const text of texts) signatures.add(text);
    }
  } finally {
    reader.close();
  }
}
