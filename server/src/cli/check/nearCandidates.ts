/** Finds the articles whose texts may be nearly the same, by a second look at all of them. */
import { BANDS, bandsOf } from '../../corpus/nearTexts/bands';
import type { ArticleNotes } from './articleNotes';
import { textsOfArticles } from './comparedArticle';
import type { KnownFile } from './knownFiles';
import { ChangedFileError, PartReader, WINDOW } from './partReader';
import { Sketches } from './sketches';

/**
 * The indexes of all articles that share a band with another one, and hardly any others. Four bytes are kept for
 * each band of each article. `fail` gets the files that cannot be read, or have changed.
 */
export function nearCandidates(
  notes: ArticleNotes,
  fail: (file: KnownFile, error: unknown) => void,
): ReadonlySet<number> {
  const bands = Array.from({ length: BANDS }, () => new Sketches());
  const window = Buffer.allocUnsafeSlow(WINDOW);
  for (const file of notes.files) {
    try {
      addFile(file, notes, bands, window);
    } catch (error) {
      fail(file, error);
    }
    // Whatever has happened, the next file begins at its own index.
    for (const sketches of bands) sketches.fillTo(file.articles.to);
  }
  return new Set(bands.flatMap((sketches) => [...sketches.shared()]));
}

/** Throws Node's error, and a ChangedFileError if a part does not have as many articles as before. */
function addFile(file: KnownFile, notes: ArticleNotes, bands: readonly Sketches[], window: Buffer): void {
  const reader = new PartReader(file, window);
  try {
    for (const { origin, length, articles, final } of notes.parts.of(file.parts)) {
      const texts = textsOfArticles(reader.read(origin.byte, length), { origin, before: 0, final });
      if (texts.length !== articles) throw new ChangedFileError();
      for (const text of texts) {
        const ofText = bandsOf(text);
        for (const [band, sketches] of bands.entries()) sketches.add(ofText?.[band]);
      }
    }
  } finally {
    reader.close();
  }
}
