/** Results of CoreNLP in their articles: what is proven, and what is not shown. */
import { assert } from 'chai';
import fc from 'fast-check';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { textOf } from '../../../../server/src/core/span';
import { finished } from '../../../../server/src/core/steps';
import { placed } from '../../../../server/src/corpus/corenlp/placed';
import { type Result, readingResult } from '../../../../server/src/corpus/corenlp/result';
import {
  documentSource,
  fileSource,
  type SourceText,
  textSource,
} from '../../../../server/src/corpus/corenlp/sourceText';
import { article } from '../../cli/commandLine';
import { fixture } from './fixture';

const FILES = fixture();

describe('a result of the real CoreNLP', () => {
  it('is placed in its article, word by word', () => {
    const [truce] = parse(FILES['corpus/truce.txt'] as string).articles as [Article];
    const words = wordsIn(resultIn('for-corenlp/results/truce.xml.json'), documentSource(truce, 'truce'), truce.text);
    assert.equal(
      words?.join(' '),
      'Truce holds in Port - au - Prince . Will it last ? ' +
        'Rebels agreed to a truce in Port - au - Prince last Tuesday , Amara Diallo of AT&T said . ' +
        '“ Cafe\u0301s near the port opened again 🕊️ after the ceasefire . ” ' +
        'The United Nations will send $ 3.5 million to Haiti .',
    );
  });

  it('is placed in the file that CoreNLP has read itself', () => {
    const text = FILES['corpus/own.txt'] as string;
    const words = wordsIn(resultIn('corpus/own.txt.json'), fileSource(text, false), text);
    assert.include(words?.join(' '), 'He left 🕊️ Paris .');
  });

  it('is not placed in a text that has another word, fewer or more', () => {
    const text = FILES['corpus/truce.txt'] as string;
    const result = resultIn('for-corenlp/results/truce.xml.json');
    const isPlaced = (changed: string) => {
      const [first] = parse(changed).articles as [Article];
      return wordsIn(result, documentSource(first, 'truce'), first.text) !== undefined;
    };
    assert.isTrue(isPlaced(text));
    for (const [before, after] of [
      ['Rebels', 'Rebel2'],
      ['truce in', 'truceAin'],
      ['truce in', 'truce  in'],
      [' to Haiti.', ' to Haiti. Now'],
      ['Rebels', 'No Rebels'],
      ['Truce holds', 'Truce held'],
      ['AT&T', 'AT&T&T'],
      ['e\u0301s', 'és'],
      ['\r\n\r\n', '\n\n'],
    ] as const) {
      assert.include(text, before);
      assert.isFalse(isPlaced(text.replace(before, after)), `${before} → ${after}`);
    }
  });
});

/** Words and signs as news has them, and everything that offsets go wrong with. */
const WORDS = ['truce', 'Cafe\u0301s', '🕊️', '𝒜', 'AT&T', '<b>', '>', '&amp;', 'soft\u00adhyphen', 'N’Djamena', '.'];
const GAPS = [' ', '  ', '\r\n', '\n\n', '\u00a0', '\u2028', '\u200b'];
const value = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.flat().slice(0, -1).join(''));

describe('any result', () => {
  const sources: Record<string, (article: Article, file: string) => SourceText | undefined> = {
    'of a document of export --for corenlp': (each) => documentSource(each, 'name'),
    'of a text of export --for text': (each) => textSource(each),
    'of the file': (_, file) => fileSource(file, false),
    'of the file with a byte order mark': (_, file) => fileSource(file, true),
  };
  for (const [name, sourceOf] of Object.entries(sources)) {
    for (const unit of ['UTF-16 units', 'characters'] as const) {
      it(`${name} leads back exactly, if offsets count ${unit}, and to no text with one character less or another one`, () => {
        fc.assert(
          fc.property(value, value, fc.nat(), (title, text, at) => {
            const file = article('7', { title, text });
            const [own] = parse(file).articles as [Article];
            const source = sourceOf(own, file) as SourceText;
            const result = tokenized(source, unit);
            const words = wordsIn(result, source, file);
            assert.deepEqual(
              words,
              result.tokens.map(({ original }) => (name.includes('--for corenlp') ? unescaped(original) : original)),
            );
            const { start, end } = result.tokens[at % result.tokens.length] as Result['tokens'][number];
            const from = unit === 'characters' ? [...source.text].slice(0, start).join('').length : start;
            assert.isAbove(end, start);
            for (const other of ['', 'Ω']) {
              const changed = source.text.slice(0, from) + other + source.text.slice(from + 1);
              assert.isUndefined(placed(result, { ...source, text: changed }));
            }
          }),
          { numRuns: 60 },
        );
      });
    }
  }
});

/** A result for the words of a source, with offsets in this unit. */
function tokenized({ text, places }: SourceText, unit: 'UTF-16 units' | 'characters'): Result {
  const offsetOf = (at: number) => (unit === 'characters' ? [...text.slice(0, at)].length : at);
  const values = Array.from(places, (place, at) => (place < 0 ? ' ' : text[at])).join('');
  const tokens = [...values.matchAll(/[^\s\u00a0\u2028\u200b]+/g)].map(({ index, 0: original }) => {
    const end = offsetOf(index + original.length);
    return { start: offsetOf(index), end, original, before: undefined, tag: undefined, lemma: undefined };
  });
  return { day: undefined, tokens, sentences: [0, tokens.length], entities: [] };
}

function wordsIn(result: Result, source: SourceText | undefined, text: string): string[] | undefined {
  return source && placed(result, source)?.places.map((place) => textOf(text, place));
}

function resultIn(name: string): Result {
  return finished(readingResult(FILES[name] as string)) as Result;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
