/** What `--map` says, and what is proposed. */
import { assert } from 'chai';
import fc from 'fast-check';
import { type Mapping, MappingError, mappingText, readMapping } from '../../../../server/src/corpus/mapping/mapping';
import { previewOf } from '../../../../server/src/corpus/mapping/preview';
import { proposalFor } from '../../../../server/src/corpus/mapping/proposal';

const shown = (mapping: Mapping) => mapping.map(({ letters, column }) => `${letters}=${column}`).join(' ');

describe('a mapping', () => {
  it('names a column for each field, and has them in the order of an article', () => {
    assert.equal(
      shown(readMapping('text=maintext, title =my title,date= a=b,byline=authors,number=id')),
      'F-N=id D-A-T-E= a=b T-I-T-L-E=my title B-Y-L-I-N-E=authors T-E-X-T=maintext',
    );
    assert.equal(
      shown(readMapping('number=#,"title=Headline, ""main""",date=d,text=t')),
      'F-N=# D-A-T-E=d T-I-T-L-E=Headline, "main" T-E-X-T=t',
    );
  });

  it('is refused with a sentence that says what to write', () => {
    for (const [text, message] of [
      ['', /^The mapping has no column for number, date, title and text\. .*number=# to number the rows\.$/],
      ['number=#,title=t,text=x', /^The mapping has no column for date\. [^#]*$/],
      ['number=a,number=b,date=c,title=d,text=e', /^The mapping names number twice\./],
      ['number', /^“number” is not a field and its column\./],
      ['number=', /^“number=” is not a field/],
      ['Titel=t', /^“Titel” is not a field\. Fields are number, date/],
      ['file=name', /^“file” is not a field\./],
      ['title=#', /^# numbers the rows/],
    ] as const) {
      assert.throws(() => readMapping(text), MappingError, message);
    }
  });

  it('is read again from its text, whatever the columns are called', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && text !== '#');
    fc.assert(
      fc.property(fc.tuple(name, name, name, name), ([number, date, title, text]) => {
        const mapping = [
          { letters: 'F-N', column: number },
          { letters: 'D-A-T-E', column: date },
          { letters: 'T-I-T-L-E', column: title },
          { letters: 'T-E-X-T', column: text },
        ];
        assert.deepEqual(readMapping(mappingText(mapping)), mapping);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a proposal', () => {
  const proposed = (columns: string) => {
    const names = columns.split(' ');
    return mappingText(proposalFor(names, [Object.fromEntries(names.map((name) => [name, 'x']))]));
  };

  it('knows the columns of the programs that people come with', () => {
    for (const [program, columns, mapping] of [
      [
        'news-please',
        'authors date_download date_modify date_publish description filename image_url language localpath maintext source_domain title title_page title_rss url',
        'number=#,date=date_publish,title=title,text=maintext',
      ],
      [
        'trafilatura',
        'title author hostname date fingerprint id license comments raw_text text language source',
        'number=id,date=date,title=title,text=text',
      ],
      ['newspaper', 'url title text publish_date authors summary', 'number=#,date=publish_date,title=title,text=text'],
      [
        'NewsAPI',
        'source author title description url publishedAt content',
        'number=#,date=publishedAt,title=title,text=content',
      ],
      [
        'LexisNexisTools',
        'ID Source_File Newspaper Date Length Headline Article',
        'number=ID,date=Date,title=Headline,text=Article',
      ],
      ['Factiva', 'AN HD PD SN LP TD', 'number=AN,date=PD,title=HD'],
    ] as const) {
      assert.equal(proposed(columns), mapping, program);
    }
  });

  it('knows the names that people give to columns in Spanish, Portuguese and Arabic, with and without accents', () => {
    for (const [columns, mapping] of [
      ['número fecha titular texto medio', 'number=número,date=fecha,title=titular,text=texto'],
      ['Nº Fecha_publicación Título Cuerpo', 'number=Nº,date=Fecha_publicación,title=Título,text=Cuerpo'],
      ['data título corpo veículo', 'number=#,date=data,title=título,text=corpo'],
      ['numero data_publicacao manchete conteúdo', 'number=numero,date=data_publicacao,title=manchete,text=conteúdo'],
      ['الرقم التاريخ العنوان النص', 'number=الرقم,date=التاريخ,title=العنوان,text=النص'],
      ['id data date title text', 'number=id,date=date,title=title,text=text'],
    ] as const)
      assert.equal(proposed(columns), mapping);
  });

  it('has the user-defined fields whose names are those of columns', () => {
    const row = { id: '1', date: '2024-04-09', title: 'T', text: 'B.', Byline: 'J. D.', field_words: 'many', words: 1 };
    assert.equal(
      mappingText(proposalFor(Object.keys(row), [row], ['B-Y-L-I-N-E', 'W-O-R-D-S', 'S-O-U-R-C-E'])),
      'number=id,date=date,title=title,byline=Byline,field_words=field_words,text=text',
    );
  });

  it('takes no column that is empty in the first rows', () => {
    const rows = [
      { id: null, date: '2024-04-09', title: 'T', text: 'NA', body: 'B.' },
      { id: '', date: '', title: null, text: null, body: '' },
    ];
    assert.equal(
      mappingText(proposalFor(Object.keys(rows[0] as object), rows)),
      'number=#,date=date,title=title,text=body',
    );
  });

  it('is shown with the beginnings of the values', () => {
    const values = { t: 'a\n b', n: { x: 1 } };
    const row = { at: 2, index: 1, values, written: () => '' };
    const mapping = [
      { letters: 'F-N', column: '#' },
      { letters: 'T-I-T-L-E', column: 't' },
      { letters: 'T-E-X-T', column: 'n' },
    ];
    assert.deepEqual(
      previewOf(row, mapping).map(({ value }) => value),
      ['1', 'a b', '{"x":1}'],
    );
    const whole = { at: 1, index: 1, values: { ids: [1n, 2n] }, written: () => '' };
    assert.deepEqual(previewOf(whole, [{ letters: 'I-D-S', column: 'ids' }])[0]?.value, '["1","2"]');
  });
});
