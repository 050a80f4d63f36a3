import { assert } from 'chai';
import { hover } from '../../../../server/src/core/features/hover';
import { atCursor } from './cursor';

function hovered(textWithCursor: string): string | undefined {
  const { article, offset } = atCursor(textWithCursor);
  return hover(article, offset, '2024-04-12')?.markdown;
}

describe('hover', () => {
  it('says what a marker is for, and how long its value is', () => {
    assert.equal(
      hovered('T-E-X-T-S-T-A-R-T. It failed. Nobody knows why. T-E-X-$0T-E-N-D.'),
      '**END of TEXT**\n\nBody of the article.\n\n28 characters, 5 words, 2 sentences',
    );
    assert.equal(
      hovered('$0F-N-S-T-A-R-T. 7 F-N-E-N-D.'),
      '**START of F-N**\n\nNumber or file name of the article in its source.\n\n1 character',
    );
  });

  it('says what day a date is, and how far from today', () => {
    assert.equal(hovered('D-A-T-E-S-T-A-R-T. 2024-$004-09 D-A-T-E-E-N-D.'), 'Tuesday, 9 April 2024, 3 days ago');
    assert.equal(hovered('D-A-T-E-S-T-A-R-T. 2024-$004-12 D-A-T-E-E-N-D.'), 'Friday, 12 April 2024, today');
    assert.equal(hovered('D-A-T-E-S-T-A-R-T. 2024-$004-13 D-A-T-E-E-N-D.'), 'Saturday, 13 April 2024, in 1 day');
    assert.isUndefined(hovered('D-A-T-E-S-T-A-R-T. 2024-$002-30 D-A-T-E-E-N-D.'));
  });

  it('is about a date or a number, not about the white space beside it', () => {
    assert.isUndefined(hovered('D-A-T-E-S-T-A-R-T. 2024-04-12  $0 D-A-T-E-E-N-D.'));
    assert.isUndefined(hovered('F-N-S-T-A-R-T. \n$0 1986 F-N-E-N-D.'));
  });

  it('shows the article in short on its number, as text whatever it holds', () => {
    const article =
      'F-N-S-T-A-R-T. 19$086 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. [go](command:x) T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. It failed. T-E-X-T-E-N-D.';
    assert.equal(hovered(article), '**1986** · 2024-04-09\n\n\\[go](command:x)\n\n2 words');
  });

  it('shows any title as the text that it is, and escapes no more than that needs', () => {
    const markdown = (title: string) =>
      hovered(`F-N-S-T-A-R-T. 1$09 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. ${title} T-I-T-L-E-E-N-D.`)?.split('\n\n')[1] ?? '';
    for (const plain of ['“No”, he said (again): 5 - 3 = 2!', 'Q&A, p < 0.05', 'snake_case', 'U.S. $5 {a} | b]']) {
      assert.equal(markdown(plain), plain);
    }
    for (const [title, escaped] of [
      ['# one', '\\# one'],
      ['- one', '\\- one'],
      ['12. one', '12\\. one'],
      ['> one', '\\> one'],
      ['*a* _b_ ~c~ `d`', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`'],
      ['![a](b) <b> &amp; \\', '!\\[a](b) \\<b> \\&amp; \\\\'],
      ['https://a.org www.a.org a@b.org', 'https\\://a.org www\\.a.org a\\@b.org'],
    ] as const) {
      assert.equal(markdown(title), escaped);
    }
  });

  it('shows nothing in prose', () => {
    assert.isUndefined(hovered('T-E-X-T-S-T-A-R-T. It fai$0led. T-E-X-T-E-N-D.'));
  });

  it('says in days how far a date is, with one day as one', () => {
    const date = (day: string) => hovered(`D-A-T-E-S-T-A-R-T. $0${day} D-A-T-E-E-N-D.`);
    assert.equal(date('2024-04-11'), 'Thursday, 11 April 2024, 1 day ago');
    assert.equal(date('2024-04-14'), 'Sunday, 14 April 2024, in 2 days');
    assert.equal(date('2021-04-12'), 'Monday, 12 April 2021, 1,096 days ago');
    assert.isUndefined(date('April 9, 2024'));
    assert.isUndefined(date(''));
  });

  it('counts words and sentences of titles and texts only', () => {
    assert.match(hovered('T-I-T-L-E-S-T-A-R-T.$0 Truce T-I-T-L-E-E-N-D.') ?? '', /5 characters, 1 word, 1 sentence$/);
    assert.match(hovered('D-A-T-E-S-T-A-R-T.$0 2024-04-09 D-A-T-E-E-N-D.') ?? '', /\n\n10 characters$/);
    assert.match(
      hovered(`T-E-X-T-S-T-A-R-T.$0 ${'word '.repeat(1200)} T-E-X-T-E-N-D.`) ?? '',
      /6,000 characters, 1,200/,
    );
  });

  it('names a user-defined field, and a marker that no field has', () => {
    assert.equal(hovered('B-Y-L-I-N-E-S-T-A-R-T.$0 Ruiz B-Y-L-I-N-E-E-N-D.'), '**START of BYLINE**\n\n4 characters');
    const nested = 'T-I-T-L-E-S-T-A-R-T. Truce D-A-T-E-E-N-D.$0 in Gaza T-I-T-L-E-E-N-D.';
    assert.equal(hovered(`D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ${nested}`), '**END of DATE**');
  });

  it('shows an article in short with what it has, and nothing where it has nothing', () => {
    assert.equal(hovered('F-N-S-T-A-R-T. 19$086 F-N-E-N-D.'), '**1986**');
    assert.equal(
      hovered('F-N-S-T-A-R-T. 19$086 F-N-E-N-D. T-E-X-T-S-T-A-R-T. Talks T-E-X-T-E-N-D.'),
      '**1986**\n\n1 word',
    );
    assert.equal(hovered('F-N-S-T-A-R-T. $0 F-N-E-N-D. D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.'), '2024-04-09');
    assert.isUndefined(hovered('F-N-S-T-A-R-T. $0 F-N-E-N-D.'));
  });

  it('shows nothing outside of fields, and none in a title', () => {
    assert.isUndefined(hovered('F-N-S-T-A-R-T. 7 F-N-E-N-D. $0 Reuters'));
    assert.isUndefined(hovered('T-I-T-L-E-S-T-A-R-T. Tr$0uce T-I-T-L-E-E-N-D.'));
  });
});
