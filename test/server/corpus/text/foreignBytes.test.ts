import { assert } from 'chai';
import fc from 'fast-check';
import { decodeWide, foreignKind, type WideText, wideText } from '../../../../server/src/corpus/text/foreignBytes';
import { beginsLikeArticle } from '../../../../server/src/corpus/verdict/checkFile';
import { articleText, realisticArticle } from '../../core/articles';
import { WIDE } from '../../encodings';

/** Sentences as news has them, by language. */
const SENTENCES = {
  Arabic: 'قال متحدث باسم الأمم المتحدة يوم الثلاثاء إن الهدنة صامدة في معظم أنحاء المدينة. ',
  Chinese: '联合国发言人星期二表示，一项停火协议在这座城市的大部分地区仍然有效。',
  Portuguese: 'Um porta-voz das Nações Unidas disse na terça-feira que a trégua se mantém em quase toda a cidade. ',
  Russian: 'Представитель ООН заявил во вторник, что перемирие соблюдается почти во всём городе. ',
  Hindi: 'संयुक्त राष्ट्र के प्रवक्ता ने मंगलवार को कहा कि शहर के अधिकांश हिस्सों में युद्धविराम कायम है। ',
  Japanese: '国連の報道官は火曜日、市内のほぼ全域で停戦が維持されていると述べた。',
  Korean: '유엔 대변인은 화요일 도시 대부분 지역에서 휴전이 유지되고 있다고 말했다. ',
  Hebrew: 'דובר האו"ם אמר ביום שלישי כי הפסקת האש נשמרת ברוב חלקי העיר. ',
  Thai: 'โฆษกสหประชาชาติกล่าวเมื่อวันอังคารว่าการหยุดยิงยังคงมีผลในเกือบทั้งเมือง ',
  Greek: 'Εκπρόσωπος του ΟΗΕ δήλωσε την Τρίτη ότι η εκεχειρία τηρείται σχεδόν σε όλη την πόλη. ',
};

const article = (sentence: string, times: number) =>
  articleText(['1986', '2024-04-09', sentence.slice(0, 20), sentence.repeat(times)]);

const nameOf = (wide: WideText | undefined) => `${wide?.encoding}${wide?.order}`;

describe('the encoding of a file', () => {
  for (const [language, sentence] of Object.entries(SENTENCES)) {
    it(`is found of articles in ${language}, and of other text`, () => {
      for (const [name, encode] of Object.entries(WIDE)) {
        for (const text of [article(sentence, 1), article(sentence, 200), `${sentence.repeat(4)}\n`.repeat(9)]) {
          for (const bytes of [encode(text), encode(text).subarray(0, 4095)]) {
            assert.equal(nameOf(wideText(bytes)), name);
          }
          const found = wideText(encode(`\ufeff${text}`));
          assert.deepEqual([nameOf(found), found?.hasMark], [name, true]);
          assert.equal(decodeWide(encode(`\ufeff${text}`), found as NonNullable<typeof found>), text);
        }
      }
    });

    it(`is UTF-8 of articles in ${language}, also where they hold NULs`, () => {
      for (const times of [1, 200]) {
        const text = article(sentence, times);
        assert.isUndefined(wideText(Buffer.from(text)));
        for (const every of [7, 40, 41, 300]) {
          const damaged = text.replace(new RegExp(`.{${every}}`, 'gsu'), (part) => `${part}\0`);
          assert.isUndefined(wideText(Buffer.from(damaged)), `a NUL after every ${every} characters`);
          assert.isUndefined(wideText(Buffer.from(damaged.replace(/[^\0-\xff]/g, '\xe9'), 'latin1')), 'Latin-1');
        }
      }
    });
  }

  it('is not UTF-16 of text in another encoding with NULs, or of what is no text', () => {
    const english = 'The \x93truce\x94 holds, spokesmen said. Talks over prisoners resume in Cairo. ';
    for (const text of [
      english,
      SENTENCES.Portuguese,
      'Die Waffenruhe h\xe4lt, hie\xdf es. Die Gespr\xe4che gehen weiter. ',
    ]) {
      for (const every of [7, 8, 40, 41, 50, 300]) {
        const bytes = Buffer.from(
          text.repeat(60).replace(new RegExp(`.{${every}}`, 'gs'), (part) => `${part}\0`),
          'latin1',
        );
        assert.isUndefined(wideText(bytes), `${text}, a NUL after every ${every} bytes`);
      }
    }
    const bytes = Buffer.alloc(4096);
    for (const [step, modulus] of [
      [31, 256],
      [7, 251],
      [89, 127],
    ] as const) {
      for (const index of bytes.keys()) bytes[index] = (index * index * step) % modulus;
      assert.isUndefined(wideText(bytes), `${step} ${modulus}`);
    }
  });

  it('is found of any article, and none is one in UTF-8', () => {
    fc.assert(
      fc.property(realisticArticle, fc.constantFrom(...Object.keys(WIDE)), (text, name) => {
        assert.isUndefined(wideText(Buffer.from(text)));
        const found = wideText(WIDE[name as keyof typeof WIDE](text));
        assert.equal(nameOf(found), name);
      }),
    );
  });
});

describe('the kind of a file', () => {
  const beginnings: Readonly<Record<string, readonly [begins: string, says: string]>> = {
    gzip: ['\x1f\x8b\x08', 'This is gzip: unpack it first.'],
    zip: ['PK\x03\x04\x14', 'This is a zip file, as .docx, .xlsx and .epub are: unpack it, or save its text as UTF-8.'],
    xz: ['\xfd7zXZ\x00\x00', 'This is xz: unpack it first.'],
    bzip2: ['BZh91AY', 'This is bzip2: unpack it first.'],
    zstd: ['\x28\xb5\x2f\xfd\x04', 'This is zstd: unpack it first.'],
    '7z': ['7z\xbc\xaf\x27\x1c\x00', 'This is a 7z file: unpack it first.'],
    RAR: ['Rar!\x1a\x07\x01', 'This is a RAR file: unpack it first.'],
    PDF: ['%PDF-1.7', 'This is PDF: save its text as UTF-8.'],
    RTF: ['{\\rtf1\\ansi', 'This is RTF: save its text as UTF-8.'],
    Word: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00', 'This is a file of Word or Excel: save its text as UTF-8.'],
    Parquet: [
      'PAR1\x15',
      'This is a Parquet table, as export writes it, not articles. Name the files of the articles.',
    ],
    SQLite: ['SQLite format 3\x00\x10', 'This is an SQLite database: save its texts as UTF-8.'],
  };

  for (const [kind, [begins, says]] of Object.entries(beginnings)) {
    it(`is ${kind} by its first bytes, and by nothing less`, () => {
      const bytes = Buffer.from(begins, 'latin1');
      assert.equal(foreignKind(bytes), says);
      assert.isUndefined(foreignKind(bytes.subarray(1)));
      assert.isUndefined(foreignKind(bytes.subarray(0, 2 - (begins.charCodeAt(0) === 0x1f ? 1 : 0))));
    });
  }

  it('is none of text', () => {
    for (const text of ['', 'P', 'PKO', article(SENTENCES.Chinese, 3)]) {
      assert.isUndefined(foreignKind(Buffer.from(text)));
    }
    assert.isTrue(beginsLikeArticle(Buffer.from(article(SENTENCES.Arabic, 3))));
  });
});
