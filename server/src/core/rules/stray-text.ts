import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import type { Wrapped } from '../damage/wrapped';
import { fieldName, markerText } from '../format';
import { plural } from '../language';
import { spelledOut } from '../markers/spelledOut';
import type { Article, Field } from '../parse/article';
import { countWords } from '../parse/words';
import type { Fix } from '../repair/edit';
import { remove } from '../repair/markerEdits';
import { spacing } from '../repair/spacing';
import { type Span, textOf } from '../span';
import { BYTE_ORDER_MARK, isAlike, nameOfRun, removalOf } from '../text/invisible';
import type { Rule, RuleFinding } from './rule';

/** Text outside any field: no program that reads the format finds it. */
export const strayText: Rule = {
  code: 'stray-text',
  severity: 'warning',
  silentIn: 'whole',
  get finds() {
    return l10n.t('text outside any field');
  },
  why: 'No program that reads the format finds it, so it is lost to the study. Often it is the rest of a marker that was overwritten.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our correspondent  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    for (const each of ofKind(damages, 'wrapped')) yield unwrapping(article, each);
    for (const { text, home } of ofKind(damages, 'astray')) {
      yield {
        span: text,
        message: l10n.t(
          'This text is outside the {0} field, which is empty. Move it into the field, or remove it.',
          fieldName(home.letters),
        ),
        fixes: [bringHome(article, text, home), removal(article, text)],
      };
    }
    for (const { text } of ofKind(damages, 'stray'))
      yield text.unseen ? ofUnseen(article, text.span, text.unseen) : outside(article, text.span);
  },
};

function outside(article: Article, span: Span): RuleFinding {
  return {
    span,
    message: l10n.t('This text is outside any field. Move it into one, or remove it.'),
    // If there is no field, the text is the whole article, and is not removed.
    ...(article.fields.length > 0 && { fixes: [removal(article, span)] }),
  };
}

/** The finding on invisible characters. Without them, only white space is left. A byte order mark has no meaning there. */
function ofUnseen({ text }: Article, span: Span, sequences: readonly Span[]): RuleFinding {
  const run = sequences.map((sequence) => textOf(text, sequence)).join('');
  const isOne = [...run].every((character) => isAlike(character.codePointAt(0), run.codePointAt(0)));
  const fix: Fix = {
    title: isOne ? removalOf(run) : l10n.t('Remove the invisible characters'),
    edits: sequences.map((sequence) => ({ span: sequence, text: '' })),
    tier: isOne && run.startsWith(BYTE_ORDER_MARK) ? 'safe' : 'suggested',
  };
  return { span, message: isOne ? messageOn(run) : manyKinds(), fixes: [fix] };
}

function manyKinds(): string {
  return l10n.t('Invisible characters outside any field. Remove them.');
}

function messageOn(run: string): string {
  const name = nameOfRun(run);
  return [...run].length === 1
    ? l10n.t('{0}: an invisible character outside any field. Remove it.', name)
    : l10n.t('{0}: invisible characters outside any field. Remove them.', name);
}

/** The finding on both sides of what is around an article. */
function unwrapping({ text }: Article, { before, after }: Wrapped): RuleFinding {
  return {
    span: before,
    message: l10n.t(
      '{0} is before the article and {1} after it. Neither is part of it. Remove both.',
      textOf(text, before),
      textOf(text, after),
    ),
    related: [{ span: after, message: l10n.t('This is the text on the other side of the article.') }],
    fixes: [
      {
        title: l10n.t('Remove both'),
        edits: [before, after].map((span) => ({ span, text: '' })),
        tier: 'suggested',
      },
    ],
  };
}

/** A removal is applied together with other fixes only if little is removed, and nothing that may be meant as markers. */
function removal(article: Article, span: Span): Fix {
  const edits = [remove(article, span)];
  const words = countWords(article.text, span);
  const isMarked = [...spelledOut(textOf(article.text, span))].length > 0;
  if (words <= FEW_WORDS && !isMarked) return { title: l10n.t('Remove the text'), edits, tier: 'suggested' };
  const title = isMarked
    ? plural(
        words,
        'Remove the text ({0} word, with what may be markers)',
        'Remove the text ({0} words, with what may be markers)',
      )
    : plural(words, 'Remove the text ({0} word)', 'Remove the text ({0} words)');
  return { title, edits, tier: 'suggested', byHand: true };
}

const FEW_WORDS = 8;

function bringHome(article: Article, span: Span, { letters, span: own }: Field): Fix {
  const { inside } = spacing(article);
  const value = inside + textOf(article.text, span) + inside;
  return {
    title: l10n.t('Move the text into {0}', fieldName(letters)),
    edits: [
      {
        span: { start: Math.min(span.start, own.start), end: Math.max(span.end, own.end) },
        text: markerText(letters, 'start') + value + markerText(letters, 'end'),
      },
    ],
    tier: 'suggested',
    changes: [letters],
  };
}
