import { assert } from 'chai';
import { csv } from '../../../../server/src/cli/reporters/csv';
import { pretty } from '../../../../server/src/cli/reporters/pretty';
import { statistics, statisticsLines } from '../../../../server/src/cli/reporters/statistics';
import { finding, reportOf } from './findings';

const FINDINGS = [
  finding('a.txt', { code: 'missing-field', isFixable: true }),
  finding('a.txt', { code: 'empty-field', severity: 'warning' }),
  finding('b.txt'),
  finding('b.txt'),
];

describe('the statistics of check', () => {
  it('count the findings of each rule, the most first', () => {
    assert.equal(
      reportOf(statistics, FINDINGS, { files: 3 }),
      `2  invalid-date   a date that is not in the form YYYY-MM-DD, or is not a day of the calendar
1  empty-field    a field that is empty or contains only white space
1  missing-field  a required field that is missing

3 errors, 1 warning in 2 of 3 files.
1 problem can be fixed safely: article-format fix
`,
    );
    assert.equal(reportOf(statistics, [], { files: 3 }), 'No problems in 3 files.\n');
  });

  it('and the report for people say what could not be read, so that nobody takes the other files for all', () => {
    const unread = ['b.txt', 'c', 'b.txt'].map((file) => ({ file, reason: 'There is no such file or folder.' }));
    const end = '3 messages on standard error say what could not be read or compared.\n';
    for (const make of [statistics, pretty]) {
      assert.equal(reportOf(make, [], { files: 3, faults: unread }), `No problems in 3 files.\n${end}`);
      assert.include(
        reportOf(make, FINDINGS, { faults: unread.slice(1, 2) }),
        '\n1 message on standard error says what',
      );
    }
  });

  it('are objects for programs', () => {
    assert.equal(
      reportOf(statisticsLines, FINDINGS.slice(1)),
      '{"code":"invalid-date","count":2}\n{"code":"empty-field","count":1}\n',
    );
  });
});

describe('the report as CSV', () => {
  it('has a row for each finding, with places from 1 and guarded against formulas', () => {
    const rows = [finding('=a,.txt', { line: 2, fix: 'safe' }), finding('b.txt', { article: null })];
    assert.equal(
      reportOf(csv, rows),
      `file,line,column,severity,rule,article,index,message,fix\r
"'=a,.txt",3,50,error,invalid-date,1986,1,Correct the date.,safe\r
b.txt,1,50,error,invalid-date,,,Correct the date.,\r
`,
    );
  });
});

describe('the report for people', () => {
  const report = (isQuiet: boolean) => {
    let text = '';
    const reporter = pretty(
      (part) => {
        text += part;
      },
      { isColored: true, isQuiet },
    );
    reporter.finding(finding('a.txt', { code: 'missing-field' }));
    reporter.end({ files: 1, withFindings: 1, others: 0, faults: [], someAccepted: false });
    return text;
  };

  it('has no summary if it is to be quiet, and colours if it is to have them', () => {
    assert.include(report(false), '1 error\u001b[22m in 1 of 1 file.');
    assert.notInclude(report(true), 'in 1 of 1 file');
    assert.include(report(true), '\u001b[31merror\u001b[39m');
  });

  it('does not call problems healthy that a baseline accepts', () => {
    assert.equal(reportOf(pretty, [], { files: 2, someAccepted: true }), 'No new problems in 2 files.\n');
  });
});
