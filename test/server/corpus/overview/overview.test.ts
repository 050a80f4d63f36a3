import { assert } from 'chai';
import { finished } from '../../../../server/src/core/steps';
import { csvFile, svgFile } from '../../../../server/src/corpus/charts/files';
import type { Section } from '../../../../server/src/corpus/charts/sections';
import { type Cell, shownCell } from '../../../../server/src/corpus/charts/table';
import { collecting } from '../../../../server/src/corpus/overview/collected';
import { sectionMarkup } from '../../../../server/src/corpus/overview/markup';
import { type NearPair, nearSection } from '../../../../server/src/corpus/overview/nearTexts';
import type { NamedFile } from '../../../../server/src/corpus/overview/notArticles';
import { overviewSections } from '../../../../server/src/corpus/overview/overview';
import type { TimeUnit } from '../../../../server/src/corpus/overview/units';
import { counting, readFilter } from '../../../../server/src/corpus/query/filter';
import { article, articleText, BAD_DAY } from '../../core/articles';
import { indexed } from '../indexed';

const FILES = {
  'lf_1.txt': article(1, '2024-01-01'),
  'lf_2.txt': article(2, '2024-01-03'),
  'lf_3.txt': article(3, BAD_DAY),
  'two.txt': article(7, '2024-01-03') + article(7, '2024-01-08'),
  'a "quoted" \\ name.txt': articleText(['2874512034.xml', '2024-01-03', '<b>=1+1</b>', 'Talks 1.']),
  'bom.txt': `\ufeff${article(9, '2024-01-10')}`,
};

/** The sections of an overview of files, by their ids. */
function sectionsOf(
  texts: Readonly<Record<string, string>>,
  unit?: TimeUnit,
  notArticles: readonly NamedFile[] = [],
): Record<string, Section> {
  const { files, problemsOf } = indexed(texts);
  const sections = finished(overviewSections(finished(collecting(files, problemsOf, notArticles)), unit));
  return Object.fromEntries(sections.map((section) => [section.id, section]));
}

/** The bars of a chart: label, value and query. */
const bars = (section: Section | undefined) =>
  section?.chart?.bars.map(({ label, value, where }) => `${label}: ${value} if ${where}`);

const rows = (section: Section | undefined) => section?.table.rows.map((row) => row.map(shownCell).join(' | '));

describe('an overview', () => {
  const sections = sectionsOf(FILES, 'day');

  it('has articles by time, with gaps', () => {
    const { time } = sections;
    assert.deepEqual(bars(time)?.slice(0, 3), [
      '2024-01-01: 1 if date = 2024-01-01',
      '2024-01-02: 0 if date = 2024-01-02',
      '2024-01-03: 3 if date = 2024-01-03',
    ]);
    assert.equal(
      time?.sentence,
      '6 days of 10 have no article and are shaded. 1 article without a valid date is not shown.',
    );
    assert.equal(rows(time)?.[2], '2024-01-03 | 3 | 2 | 2 | 2');
    const { time: weeks } = sectionsOf(FILES, 'week');
    assert.deepEqual(bars(weeks), [
      '2024-01-01: 4 if date >= 2024-01-01 && date <= 2024-01-07',
      '2024-01-08: 2 if date >= 2024-01-08 && date <= 2024-01-14',
    ]);
    assert.equal(sectionsOf(FILES).time?.title, 'Articles by day');
  });

  it('counts and lists the files that are not articles, each of which it opens', () => {
    const none = sectionsOf(FILES);
    assert.equal(rows(none.figures)?.[1], 'Files left alone, because they are not articles | 0');
    assert.equal(none['not-articles']?.sentence, 'No file was left alone.');
    const some = Array.from({ length: 201 }, (_, at) => ({
      uri: `file:///corpus/notes%20${at}.txt`,
      name: `notes ${at}.txt`,
    }));
    const { figures, 'not-articles': list } = sectionsOf(FILES, undefined, some);
    assert.equal(rows(figures)?.[1], 'Files left alone, because they are not articles | 201');
    assert.equal(
      list?.sentence,
      '201 files do not begin with the marker of their number, F-N-S-T-A-R-T., so they are in no count, table or comparison. The first 200 are listed.',
    );
    assert.deepEqual(list?.table.rows[0], [
      { text: 'notes 0.txt', place: { uri: 'file:///corpus/notes%200.txt', position: { line: 0, character: 0 } } },
    ]);
    assert.lengthOf(list?.table.rows ?? [], 200);
  });

  it('has no room for a date that is a slip, and says so', () => {
    const { time } = sectionsOf({ ...FILES, 'slip.txt': article(11, '2999-04-09') }, 'day');
    assert.lengthOf(time?.chart?.bars ?? [], 10);
    assert.equal(
      time?.sentence,
      '6 days of 10 have no article and are shaded. 1 article with a date 100 years or more before or after all others is not shown. 1 article without a valid date is not shown.',
    );
  });

  it('has articles by weekday and by words', () => {
    assert.equal(bars(sections.weekdays)?.[2], 'Wednesday: 4 if weekday = Wednesday');
    assert.deepEqual(bars(sections.words), ['to 0: 0 if words = 0', 'to 2: 7 if words >= 1 && words <= 2']);
  });

  it('has problems by rule, stacked by severity', () => {
    assert.deepEqual(bars(sections.problems), [
      'duplicate-number: 2 if rule = duplicate-number',
      'duplicate-text: 2 if rule = duplicate-text',
      'byte-order-mark: 1 if rule = byte-order-mark',
      'invalid-date: 1 if rule = invalid-date',
    ]);
    assert.equal(rows(sections.problems)?.[3], 'invalid-date | 1 | 1 | 0 | 0 | 0');
  });

  it('has the numbers in order, and the gaps between them, the largest first', () => {
    assert.deepEqual(bars(sections.numbers)?.slice(5), [
      ...['6: 0 if number = 6', '7: 2 if number = 7', '8: 0 if number = 8', '9: 1 if number = 9'],
    ]);
    assert.equal(
      sections.numbers?.sentence,
      'The numbers run from 1 to 9. 1 article without a number in digits is not shown.',
    );
    assert.deepEqual(rows(sections.gaps), ['4 | 6 | 3', '8 | 8 | 1']);
    assert.deepEqual(sections.gaps?.table.rows[0]?.[0], { text: '4', where: 'number >= 3 && number <= 7' });
    const many = Object.fromEntries([100, 2000, 90_000].map((number) => [`${number}.txt`, article(number)]));
    const { numbers, gaps } = sectionsOf(many);
    assert.equal(bars(numbers)?.[0], '0–1999: 1 if number >= 0 && number <= 1999');
    assert.lengthOf(numbers?.chart?.bars ?? [], 46);
    assert.include(gaps?.sentence, 'Only 3 numbers of 89,901 are used, so gaps may mean nothing.');
  });

  it('has the articles with the same number and with the same text, in groups that lead to them', () => {
    assert.deepEqual(rows(sections['same-number']), [
      '1 | 7 | 2024-01-03 | Truce 7 | two.txt',
      '1 | 7 | 2024-01-08 | Truce 7 | two.txt',
    ]);
    const place = {
      uri: 'file:///corpus/two.txt',
      position: { line: 0, character: article(7, '2024-01-03').length + 1 },
    };
    assert.deepEqual(sections['same-number']?.table.rows[1]?.[3], { text: 'Truce 7', place });
    assert.equal(sections['same-text']?.sentence, '2 groups of articles, 4 articles in all, have the same text.');
  });

  it('has bars and links whose queries choose as many articles as they say', () => {
    const { files, problemsOf } = indexed(FILES);
    const count = (where: string) => finished(counting(readFilter(where), files, problemsOf)).articles;
    for (const id of ['time', 'weekdays', 'words', 'numbers']) {
      for (const { label, value, where = '' } of sections[id]?.chart?.bars ?? [])
        assert.equal(count(where), value, label);
    }
    const linked = (cell: Cell | undefined) => count((typeof cell === 'object' && cell.where) || '');
    for (const id of ['same-number', 'same-text']) {
      const groups = (sections[id]?.table.rows ?? []).filter(([cell]) => typeof cell === 'object');
      assert.isNotEmpty(groups);
      for (const [cell] of groups) assert.equal(linked(cell), 2, JSON.stringify(cell));
    }
    const undated = sections.figures?.table.rows.find(([what]) => what === 'Articles without a valid date')?.[1];
    assert.equal(linked(undated), 1);
  });

  it('is also made of no article, and of articles without dates and numbers', () => {
    for (const texts of [{}, { 'a.txt': articleText(['', '', '', '']) }]) {
      const html = Object.values(sectionsOf(texts)).map(sectionMarkup).join('');
      assert.notMatch(html, /NaN|Infinity|undefined/);
      assert.include(html, 'No article has a valid date.');
    }
  });

  it('shows what is in articles as text', () => {
    const html = Object.values(sections).map(sectionMarkup).join('');
    assert.include(html, '>&lt;b&gt;=1+1&lt;/b&gt;</button>');
    assert.notMatch(html, /<b>|<script| on\w+=| style=/);
  });
});

describe('a part of an overview as a file', () => {
  const { words, 'same-text': sameText } = sectionsOf(FILES);

  it('is an image on a light background, with what it shows', () => {
    const svg = svgFile(words as Section) ?? '';
    assert.include(svg, '<rect width="100%" height="100%" fill="#ffffff"/>');
    assert.include(svg, 'The scale is logarithmic; very short articles');
    assert.match(svg, /<rect fill="#1f5fa8" x="[\d.]+"/);
    assert.notMatch(svg, /class=|<style|<script|href|tabindex/);
    assert.isUndefined(svgFile(sameText as Section));
  });

  it('is a table whose values no spreadsheet runs', () => {
    const [head, first] = csvFile(
      sectionsOf({ 'a.txt': article(1), 'b.txt': articleText(['2', 'x', '=1+1', 'Talks 1.']) })['same-text'] as Section,
    )
      .split('\r\n')
      .filter((_, at) => at !== 1);
    assert.equal(head, 'group,number,date,title,file');
    assert.equal(first, "1,2,x,'=1+1,b.txt");
  });
});

describe('the list of nearly the same texts', () => {
  it('has the 200 most similar pairs, and says so', () => {
    const place = { number: '1', title: '', uri: 'file:///a', shown: 'file:///a', name: 'a', digest: '' };
    const article = { ...place, position: { line: 0, character: 0 } };
    const pairs = [0.999, 0.8].map((similarity, id): NearPair => ({ id, similarity, articles: [article, article] }));
    const section = nearSection({ pairs, count: 1201, groups: [], left: 0, missed: 0, isCurrent: true });
    assert.equal(
      section.sentence,
      '1,201 pairs of texts were found that share 80 % or more of their runs of five words. The 200 most similar pairs are listed.',
    );
    assert.deepEqual(rows(section), ['99 | No title | a | No title | a', '80 | No title | a | No title | a']);
    assert.notInclude(csvFile(section), 'Compare');
  });
});
