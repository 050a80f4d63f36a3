/** What CoreNLP says of a word, in words. The results are real. */
import { assert } from 'chai';
import type { Article } from '../../../../server/src/core/parse/article';
import { parse } from '../../../../server/src/core/parse/parser';
import { finished } from '../../../../server/src/core/steps';
import { resultHover, sentenceSpans } from '../../../../server/src/corpus/corenlp/hover';
import { type PlacedResult, placed } from '../../../../server/src/corpus/corenlp/placed';
import { type Result, readingResult } from '../../../../server/src/corpus/corenlp/result';
import { documentSource, fileSource, type SourceText } from '../../../../server/src/corpus/corenlp/sourceText';
import { entityKind, entityName, partOfSpeech } from '../../../../server/src/corpus/corenlp/wording';
import { fixture } from './fixture';

const FILES = fixture();
const TRUCE = FILES['corpus/truce.txt'] as string;
const OWN = FILES['corpus/own.txt'] as string;

function place(name: string, source: SourceText | undefined): PlacedResult {
  return placed(finished(readingResult(FILES[name] as string)) as Result, source as SourceText) as PlacedResult;
}

const truce = place('for-corenlp/results/truce.xml.json', documentSource(parse(TRUCE).articles[0] as Article, 'truce'));

/** The hover in the first place of some words, at the sign `|` in them. */
function hovered(words: string, text = TRUCE, result = truce): string | undefined {
  const at = words.indexOf('|');
  const start = text.indexOf(words.replace('|', ''));
  assert.notEqual(start, -1, words);
  return resultHover(result, text, start + at)?.markdown;
}

describe('the hover of CoreNLP’s results', () => {
  for (const [words, markdown] of [
    ['|Rebels', '**Rebels** · noun, plural (NNS) · lemma rebel\n\nSentence 2 of 4'],
    ['agree|d', '**agreed** · verb, past tense (VBD) · lemma agree\n\nSentence 2 of 4'],
    [
      'last Tue|sday',
      '**Tuesday** · proper noun, singular (NNP) · lemma Tuesday\n\n**last Tuesday** · date (DATE) · 2024-04-02\n\nSentence 2 of 4',
    ],
    [
      'A|T&T',
      '**AT&T** · proper noun, singular (NNP) · lemma AT&T\n\n**AT&T** · organization (ORGANIZATION)\n\nSentence 2 of 4',
    ],
    [
      '3.5 mill|ion',
      '**million** · number (CD) · lemma million\n\n**$3.5 million** · money (MONEY) · $3500000.0\n\nSentence 4 of 4',
    ],
    ['ceasefire|.”', '**.** · end of a sentence (.) · lemma .\n\nSentence 3 of 4'],
    ['Rebels| agreed', 'Sentence 2 of 4'],
  ] as const) {
    it(`on ${words}`, () => assert.equal(hovered(words), markdown));
  }

  it('is not there between sentences and on markers', () => {
    assert.isUndefined(hovered('|\r\n\r\n'));
    assert.isUndefined(hovered('T-I|-T-L-E-S-T-A-R-T.'));
  });

  it('says that a relative date could not be computed', () => {
    const result = place('corpus/own.txt.json', fileSource(OWN, false));
    const entities = [{ from: 0, to: 1, type: 'DATE', value: 'XXXX-WXX-2 OFFSET P-1W' }];
    const markdown = resultHover({ ...result, result: { ...result.result, entities } }, OWN, 1)?.markdown;
    assert.include(markdown, 'date (DATE) · XXXX-WXX-2 OFFSET P-1W · CoreNLP was given no date from which to count');
  });

  it('has sentences from their first word to their last', () => {
    assert.deepEqual(
      sentenceSpans(truce).map(({ start, end }) => `${TRUCE.slice(start, start + 6)}…${TRUCE.slice(end - 6, end)}`),
      ['Truce … last?', 'Rebels… said.', '“Cafe\u0301…fire.”', 'The Un…Haiti.'],
    );
  });

  it('shows a tag or a type that has no words as it is', () => {
    assert.deepEqual(['PROPN', 'QX'].map(partOfSpeech), ['proper noun (PROPN)', 'QX']);
    assert.deepEqual(['STATE_OR_PROVINCE', 'MISC'].map(entityName), ['state or province', 'other name']);
    assert.deepEqual(['CITY', 'SET', 'RELIGION'].map(entityKind), ['place', 'time', 'other']);
  });
});
