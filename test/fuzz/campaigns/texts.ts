/** Any text can be parsed without loss, and all features answer. */
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/core/repair/edit';
import { finished } from '../../../server/src/core/steps';
import { ArticleDocument } from '../../../server/src/lsp/documents/document';
import { Features } from '../../../server/src/lsp/features/features';
import { ArticleFindings } from '../../../server/src/lsp/verdict/articleFindings';
import { anyDocument, anyEdit, jumbledDocument, markerSoup, realisticDocument } from '../../server/core/articles';
import { MISSPELLINGS } from '../../server/core/damages';
import { TERMS } from '../agreement';
import { campaignOf } from '../campaign';

const bytes = fc.uint8Array({ maxLength: 600 }).map((content) => new TextDecoder().decode(content));

/** Real articles in which a part is replaced and a marker misspelled. */
const mutated = fc
  .tuple(realisticDocument, anyEdit, fc.constantFrom(...Object.values(MISSPELLINGS)), fc.nat(7))
  .map(([text, { at, length, text: inserted }, misspell, marker]) => {
    const start = Math.floor(at * text.length);
    const end = Math.min(text.length, start + Math.floor(length * 40));
    let met = 0;
    return applyEdits(text, [{ span: { start, end }, text: inserted }]).replace(/(?:[A-Z]-)+[A-Z]\./g, (written) =>
      met++ === marker ? misspell(written) : written,
    );
  });

/** One piece, repeated thousands of times. */
const repeated = fc
  .tuple(
    fc.constantFrom(
      'T-E-X-T-S-T-A-R-T.',
      'F-N-S-T-A-R-T. ',
      'T-E-X-T-E-N-D. ',
      'T–E–',
      'A-',
      'T.',
      ' ',
      '\r',
      '\n',
      "a'",
      '1-',
    ),
    fc.integer({ min: 1, max: 4000 }),
    markerSoup,
  )
  .map(([piece, times, soup]) => piece.repeat(times) + soup);

export const texts = campaignOf(
  {
    name: 'texts',
    unit: 'texts',
    holds:
      'Random bytes, marker soup and mutated articles parse without loss, and every feature answers at every place',
    short: 300,
    round: 1_000,
    full: 20_000,
  },
  fc.record({
    content: fc.oneof(
      { weight: 9, arbitrary: mutated },
      { weight: 9, arbitrary: bytes },
      { weight: 9, arbitrary: anyDocument },
      { weight: 1, arbitrary: fc.oneof(repeated, jumbledDocument) },
    ),
    from: fc.nat(),
    to: fc.nat(),
  }),
  readText,
);

interface TextCase {
  readonly content: string;
  /** The places of requests, modulo the length of the text. */
  readonly from: number;
  readonly to: number;
}

function readText({ content, from, to }: TextCase): number {
  const document = ArticleDocument.create('file:///article.txt', 'article', 1, content);
  const joined = document.parsed.articles.map(({ text }) => text).join('');
  if (joined !== content) throw new Error('The articles, joined, differ from the text.');
  const features = new Features();
  new ArticleFindings().in(document, TERMS);
  finished(features.documentSymbols(document, true));
  finished(features.foldingRanges(document));
  finished(features.tokens.full(document, TERMS));
  finished(features.summary(document, TERMS));
  finished(features.formatting(document, TERMS));
  const [start, end] = [from, to].map((offset) => document.positionAt(offset % (content.length + 1))) as [
    ReturnType<ArticleDocument['positionAt']>,
    ReturnType<ArticleDocument['positionAt']>,
  ];
  features.hover(document, start, TERMS, true);
  features.definition(document, start);
  features.documentHighlights(document, start);
  features.selectionRange(document, start);
  features.place(document, start);
  features.neighbour(document, start, 'field', 'next');
  features.copy(document, { textDocument: document, ranges: [{ start, end }], what: 'citation' });
  features.tokens.range(document, TERMS, { start, end });
  return 1;
}
