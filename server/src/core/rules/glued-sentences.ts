import * as l10n from '@vscode/l10n';
import { ownMarkers } from '../parse/article';
import { textOf } from '../span';
import type { Rule } from './rule';

/** Two sentences without a space between them, for example where paragraphs were joined. Shown on both words. */
export const gluedSentences: Rule = {
  code: 'glued-sentences',
  severity: 'off',
  get finds() {
    return l10n.t('two sentences without a space between them, such as “soldiers.That”');
  },
  why: 'Stanford CoreNLP does not separate the sentences there. It reads two sentences as one, and the two words beside the full stop as one word.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. They were soldiers.That is all. T-E-X-T-E-N-D. ',
  *check(article) {
    for (const field of article.fields) {
      if (field.format?.kind !== 'text' || !ownMarkers(field)) continue;
      for (const match of textOf(article.text, field.value).matchAll(glued())) {
        const [left, first, second] = match as unknown as [string, string, string];
        if (ABBREVIATION.test(first) || SUFFIX.test(second)) continue;
        const start = field.value.start + match.index;
        const at = start + left.length;
        yield {
          span: { start, end: at + second.length },
          message: l10n.t(
            'There is no space between these two sentences, so CoreNLP reads them as one. Insert a space.',
          ),
          fixes: [
            {
              title: l10n.t('Insert a space'),
              edits: [{ span: { start: at, end: at }, text: ' ' }],
              tier: 'suggested',
              changes: [field.letters],
            },
          ],
        };
      }
    }
  },
};

/** Letters, with the apostrophes and hyphens between them. */
const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
const WORD = `${LETTER}+(?:['’-]${LETTER}+)*`;

/**
 * A word that ends with a small letter, a closing quote or bracket; its punctuation; and a word that begins with a capital
 * and goes on in small letters. A further dot, slash or at sign beside them means a web address, a path or an abbreviation.
 * Linear: a match begins only where a word begins, and no part of it can match in two ways.
 */
// Made when it is needed: to compile it takes as long as all other rules, and this rule is off by default.
const glued = () =>
  new RegExp(
    `(?<!(?:${LETTER}|[./@\\\\])['’-]?)(${WORD})["”’'»)\\]}]*(?<=[\\p{Ll}"”’'»)\\]}])[.!?]` +
      `(?=(\\p{Lu}\\p{Ll}${LETTER}*(?:['’-]${LETTER}+)*)(?!${LETTER}|['’-]${LETTER}|[./@\\\\]\\S))`,
    'gu',
  );

/** Short forms that are written with a full stop before a name. */
const ABBREVIATION = /^(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Rev|Sen|Rep|Gov|Jr|Sr|Ph|vs)$/;

/** Suffixes of the names of hosts and files; no sentence begins with them. */
const SUFFIX = /^(?:Com|Org|Edu|Gov|Io|Uk|Eu|Js|Pdf|Txt|Html?|Xml|Json|Csv|Docx?|Xlsx?|Jpe?g|Png|Gif|Zip|Exe)$/;
