import { Ajv2020 } from 'ajv/dist/2020';
import { assert } from 'chai';
import { gitlab } from '../../../../server/src/cli/reporters/gitlab';
import { finding, reportOf } from './findings';

/** What GitLab’s documentation of Code Quality requires of a report. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

const issuesOf = (...findings: Parameters<typeof reportOf>[1]) => JSON.parse(reportOf(gitlab, findings));
const printsOf = (...findings: Parameters<typeof reportOf>[1]) =>
  issuesOf(...findings).map(({ fingerprint }: { fingerprint: string }) => fingerprint);

describe('the report for GitLab', () => {
  it('is as its documentation requires, also without findings', () => {
    const issues = issuesOf(finding('./corpus/a.txt'), finding('b.txt', { severity: 'hint', line: 3 }));
    const validate = new Ajv2020().compile(SCHEMA);
    assert.isTrue(validate(issues), JSON.stringify(validate.errors));
    assert.deepEqual(issues[0].location, { path: 'corpus/a.txt', lines: { begin: 1, end: 1 } });
    assert.deepEqual([issues[1].severity, issues[1].location.lines.begin], ['info', 4]);
    assert.deepEqual(issuesOf(), []);
  });

  it('names files below the working directory from there, however they were given', () => {
    assert.equal(issuesOf(finding(`${process.cwd()}/a.txt`))[0].location.path, 'a.txt');
  });

  it('gives each finding a fingerprint of its own', () => {
    const twice = [finding('a.txt'), finding('b.txt'), finding('a.txt', { line: 7 })];
    assert.lengthOf(new Set(printsOf(...twice)), 3);
  });

  it('gives a finding the same fingerprint when others come and go, and when it moves', () => {
    const [print] = printsOf(finding('a.txt'));
    assert.deepEqual(printsOf(finding('a.txt', { marked: 'x' }), finding('./a.txt', { line: 9 }))[1], print);
  });
});
