import { ofKind } from '../damage/damages';
import type { Wrapped } from '../damage/wrapped';
import { fieldName, markerText } from '../format';
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
  finds: 'text outside any field',
  why: 'No program that reads the format finds it, so it is lost to the study. Often it is the rest of a marker that was overwritten.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our correspondent  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    for (const each of ofKind(damages, 'wrapped')) yield unwrapping(article, each);
    for (const { text, home } of ofKind(damages, 'astray')) {
      yield {
        span: text,
        message: `This text is outside the ${fieldName(home.letters)} field, which is empty. Move it into the field, or remove it.`,
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
    message: 'This text is outside any field. Move it into one, or remove it.',
    // If there is no field, the text is the whole article, and is not removed.
    ...(article.fields.length > 0 && { fixes: [removal(article, span)] }),
  };
}

/** The finding on invisible characters. Without them, only white space is left. A byte order mark has no meaning there. */
function ofUnseen({ text }: Article, span: Span, sequences: readonly Span[]): RuleFinding {
  const run = sequences.map((sequence) => textOf(text, sequence)).join('');
  const isOne = [...run].every((character) => isAlike(character.codePointAt(0), run.codePointAt(0)));
  const fix: Fix = {
    title: isOne ? removalOf(run) : 'Remove the invisible characters',
    edits: sequences.map((sequence) => ({ span: sequence, text: '' })),
    tier: isOne && run.startsWith(BYTE_ORDER_MARK) ? 'safe' : 'suggested',
  };
  const [kind, them] = [...run].length === 1 ? ['an invisible character', 'it'] : ['invisible characters', 'them'];
  const message = isOne ? `${nameOfRun(run)}: ${kind} outside any field.` : 'Invisible characters outside any field.';
  return { span, message: `${message} Remove ${them}.`, fixes: [fix] };
}

/** The finding on both sides of what is around an article. */
function unwrapping({ text }: Article, { before, after }: Wrapped): RuleFinding {
  return {
    span: before,
    message: `${textOf(text, before)} is before the article and ${textOf(text, after)} after it. Neither is part of it. Remove both.`,
    related: [{ span: after, message: 'This is the text on the other side of the article.' }],
    fixes: [
      {
        title: 'Remove both',
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
  if (words <= FEW_WORDS && !isMarked) return { title: 'Remove the text', edits, tier: 'suggested' };
  const count = `${words} ${words === 1 ? 'word' : 'words'}`;
  const title = `Remove the text (${count}${isMarked ? ', with what may be markers' : ''})`;
  return { title, edits, tier: 'suggested', byHand: true };
}

const FEW_WORDS = 8;

function bringHome(article: Article, span: Span, { letters, span: own }: Field): Fix {
  const { inside } = spacing(article);
  const value = inside + textOf(article.text, span) + inside;
  return {
    title: `Move the text into ${fieldName(letters)}`,
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
