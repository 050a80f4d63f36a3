/** The language of people: English, and another one as soon as a client asks for it. */
import { assert } from 'chai';
import {
  allOf,
  anyOf,
  counted,
  dayInWords,
  type Messages,
  monthInWords,
  plural,
  speak,
} from '../../../server/src/core/language';

const SPANISH: Messages = {
  '{0} file in {1}': '{0} archivo en {1}',
  '{0} files in {1}': '{0} archivos en {1}',
  '{0} files in {1}/many': '{0} de archivos en {1}',
};

const files = (count: number) => plural(count, '{0} file in {1}', '{0} files in {1}', 'corpus');

describe('the language of people', () => {
  afterEach(() => speak('en'));

  it('is English at first', () => {
    assert.deepEqual([0, 1, 1234, 1_000_000].map(files), [
      '0 files in corpus',
      '1 file in corpus',
      '1,234 files in corpus',
      '1,000,000 files in corpus',
    ]);
    assert.equal(dayInWords('2024-04-09'), '9 April 2024');
    assert.equal(monthInWords('2024-04'), 'April 2024');
  });

  it('chooses among all plurals of another language', () => {
    speak('es', SPANISH);
    assert.deepEqual([0, 1, 10_820, 1_000_000].map(files), [
      '0 archivos en corpus',
      '1 archivo en corpus',
      '10.820 archivos en corpus',
      '1.000.000 de archivos en corpus',
    ]);
  });

  it('writes days and lists', () => {
    speak('es', SPANISH);
    assert.equal(dayInWords('2024-04-09'), '9 de abril de 2024');
    assert.equal(monthInWords('2024-04-09'), 'abril de 2024');
    assert.equal(allOf(['DATE', 'TITLE', 'TEXT']), 'DATE, TITLE y TEXT');
    assert.equal(anyOf(['sábado', 'domingo']), 'sábado o domingo');
  });

  it('loads no data of languages for English, in which each server starts', () => {
    const before = globalThis.Intl;
    const used: PropertyKey[] = [];
    const get = (data: object, name: PropertyKey) => {
      used.push(name);
      return Reflect.get(data, name);
    };
    Object.assign(globalThis, { Intl: new Proxy(before, { get }) });
    try {
      for (const language of ['en', 'en-GB', 'en_US.UTF-8']) speak(language);
      assert.equal(counted(4000), '4,000');
      assert.deepEqual(used, []);
    } finally {
      Object.assign(globalThis, { Intl: before });
    }
  });

  it('takes the names that systems have for languages', () => {
    const written = (language: string) => {
      speak(language);
      return counted(1_234_567);
    };
    assert.deepEqual(['pt_BR', 'de_DE.UTF-8', 'ca@valencia', 'es-419'].map(written), [
      '1.234.567',
      '1.234.567',
      '1.234.567',
      '1,234,567',
    ]);
    assert.deepEqual(['en_US.UTF-8', 'C', 'POSIX', '', 'no language'].map(written), Array(5).fill('1,234,567'));
  });

  it('keeps English sentences, with the days and numbers of the editor, where there is no translation', () => {
    speak('de');
    assert.equal(files(4000), '4.000 files in corpus');
    assert.equal(dayInWords('2024-04-09'), '9. April 2024');
    assert.equal(allOf(['DATE', 'TEXT']), 'DATE and TEXT');
  });

  it('writes English as Intl does, without its data', () => {
    for (const count of [0, 7, 999, 1000, 12_345, 999_999, 1_234_567_890, 1234.5])
      assert.equal(counted(count), count.toLocaleString('en'));
    for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      assert.equal(allOf(items), new Intl.ListFormat('en-GB').format(items));
      assert.equal(anyOf(items), new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(items));
    }
    const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    for (const day of ['0001-01-01', '1582-10-10', '2024-12-31', '9999-12-31'])
      assert.equal(dayInWords(day), days.format(new Date(day)));
  });
});
