/** Results of CoreNLP are read from its JSON, and nothing else is taken for one. */
import { assert } from 'chai';
import fc from 'fast-check';
import { finished } from '../../../../server/src/core/steps';
import { elementsOf, membersOf } from '../../../../server/src/corpus/corenlp/jsonParts';
import { readingResult } from '../../../../server/src/corpus/corenlp/result';
import { fixture } from './fixture';

const JSON_TEXT = fixture()['for-corenlp/results/two_2.xml.json'] as string;

const read = (text: string) => finished(readingResult(text));

describe('reading a result of CoreNLP', () => {
  it('keeps words, sentences, entities and the day', () => {
    const result = read(JSON_TEXT);
    assert.deepInclude(result, { day: '2024-04-13', sentences: [0, 5, 9] });
    assert.deepEqual(result?.tokens.map(({ original, tag, lemma }) => [original, tag, lemma].join(' ')).slice(0, 4), [
      'She PRP she',
      'stayed VBD stay',
      'in IN in',
      'Rome NNP Rome',
    ]);
    assert.deepInclude([...(result?.entities ?? [])], { from: 3, to: 4, type: 'CITY', value: undefined });
  });

  it('reads the same from JSON without line ends', () => {
    assert.deepEqual(read(JSON.stringify(JSON.parse(JSON_TEXT))), read(JSON_TEXT));
  });

  it('finds nothing in a part of a result, wherever it ends', () => {
    const whole = JSON_TEXT.trimEnd();
    for (let end = 0; end < whole.length; end += 7) assert.isUndefined(read(whole.slice(0, end)), String(end));
  });

  for (const [what, text] of Object.entries({
    nothing: '',
    'package.json': '{"name": "a", "version": "1.0.0"}',
    'an array': '[{"sentences": []}]',
    XML: '<?xml version="1.0"?><root><document/></root>',
    CoNLL: '1\tFire\tfire\tNN\tO\t2\tnsubj\n',
    'sentences that are texts': '{"sentences": ["One.", "Two."]}',
    'sentences that are no list': '{"sentences": 17}',
    'tokens without offsets': '{"sentences": [{"tokens": [{"originalText": "One"}]}]}',
    'an entity outside its sentence':
      '{"sentences": [{"tokens": [{"originalText": "A", "characterOffsetBegin": 0, "characterOffsetEnd": 1}], "entitymentions": [{"tokenBegin": 0, "tokenEnd": 2, "ner": "CITY"}]}]}',
    'two results': `${JSON_TEXT}${JSON_TEXT}`,
  })) {
    it(`finds nothing in ${what}`, () => assert.isUndefined(read(text)));
  }
});

describe('the parts of a JSON text', () => {
  const indents = fc.constantFrom(undefined, 1, '\t');

  it('are the members of an object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), indents, (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const members = [...membersOf(text)].map(([key, { start, end }]) => [key, JSON.parse(text.slice(start, end))]);
        assert.deepEqual(members, Object.entries(JSON.parse(text)));
      }),
    );
  });

  it('are the elements of an array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), indents, (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parts = [...elementsOf(text, { start: 0, end: text.length })];
        assert.deepEqual(
          parts.map(({ start, end }) => JSON.parse(text.slice(start, end))),
          JSON.parse(text),
        );
      }),
    );
  });
});
