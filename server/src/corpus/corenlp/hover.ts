/** What CoreNLP says of the word or the sentence at an offset. */
import * as l10n from '@vscode/l10n';
import type { Hover } from '../../core/features/hover';
import { counted } from '../../core/language';
import { countBefore, type Span, textOf } from '../../core/span';
import { escaped } from '../../core/text/markdown';
import type { PlacedResult } from './placed';
import type { Entity, Word } from './result';
import { entityName, partOfSpeech } from './wording';

/** Undefined outside all sentences. `text` is that in which the result was placed; offset and spans are offsets in it. */
export function resultHover(placed: PlacedResult, text: string, offset: number): Hover | undefined {
  const { result, places } = placed;
  const sentence = sentenceAt(placed, offset);
  if (!sentence) return undefined;
  const count = result.sentences.length - 1;
  const index = l10n.t('Sentence {0} of {1}', counted(sentence.index + 1), counted(count));
  const token = countBefore(places, offset + 1, (place) => place) - 1;
  const place = places[token] as Span;
  if (offset >= place.end) return { span: sentence.span, markdown: index };
  const { tag, lemma } = result.tokens[token] as Word;
  const word = [tag !== undefined && partOfSpeech(tag), lemma !== undefined && l10n.t('lemma {0}', escaped(lemma))];
  const entity = result.entities.find(({ from, to }) => from <= token && token < to);
  return {
    span: place,
    markdown: [
      [`**${escaped(textOf(text, place))}**`, ...word.filter((part) => part !== false)].join(' · '),
      ...(entity ? [entityLine(placed, text, entity)] : []),
      index,
    ].join('\n\n'),
  };
}

/** The sentence at an offset, with its index, from 0; undefined outside all sentences. */
export function sentenceAt(placed: PlacedResult, offset: number): { index: number; span: Span } | undefined {
  const spans = sentenceSpans(placed);
  const index = countBefore(spans, offset + 1, (span) => span) - 1;
  const span = spans[index];
  return span && offset < span.end ? { index, span } : undefined;
}

/** From the first word of each sentence to its last. */
export function sentenceSpans({ result: { sentences }, places }: PlacedResult): readonly Span[] {
  return sentences.slice(1).map((end, index) => ({
    start: (places[sentences[index] as number] as Span).start,
    end: (places[end - 1] as Span).end,
  }));
}

/** The words of an entity, from the first to the last. */
export function entitySpan({ places }: PlacedResult, { from, to }: Entity): Span {
  return { start: (places[from] as Span).start, end: (places[to - 1] as Span).end };
}

/** The words of an entity, its type, and the day or number that CoreNLP has computed from them. */
function entityLine(placed: PlacedResult, text: string, entity: Entity): string {
  const { type, value } = entity;
  const words = textOf(text, entitySpan(placed, entity));
  const parts = [`**${escaped(words)}**`, `${entityName(type)} (${escaped(type)})`];
  if (value !== undefined) parts.push(escaped(value));
  if (value?.includes('OFFSET') && placed.result.day === undefined)
    parts.push(l10n.t('CoreNLP was given no date from which to count'));
  return parts.join(' · ');
}
