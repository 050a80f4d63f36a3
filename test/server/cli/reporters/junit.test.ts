import { assert } from 'chai';
import { junit } from '../../../../server/src/cli/reporters/junit';
import { finding, reportOf } from './findings';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Reads XML of elements and attributes alone, and fails for anything that is not well-formed. */
function read(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const left = rest.replace(
    /<(\/?)([a-z]+)((?: [a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*)(\/?)>/g,
    (_, closes: string, name: string, written: string, isEmpty: string) => {
      if (closes) {
        assert.equal(open.pop()?.name, name);
        return '';
      }
      const attributes = Object.fromEntries(
        [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      if (!isEmpty) open.push(element);
      return '';
    },
  );
  assert.match(left, /^\s*$/);
  assert.deepEqual(open, [root]);
  return root.children[0] as Element;
}

describe('the report for JUnit', () => {
  const faults = [{ file: 'gone.txt', reason: 'There is no such file.' }];
  const findings = [finding('a.txt'), finding('a.txt', { line: 4 }), finding('b&"<>.txt')];
  const xml = reportOf(junit, findings, { files: 5, faults });

  it('is well-formed, with what the usual schemas require of suites and cases', () => {
    const suites = read(xml);
    assert.equal(suites.name, 'testsuites');
    for (const { name, attributes, children } of suites.children) {
      assert.equal(name, 'testsuite');
      const of = (kind: string) => children.filter((each) => each.children[0]?.name === kind).length;
      const { tests, failures, errors } = attributes;
      assert.deepEqual([tests, failures, errors], [children.length, of('failure'), of('error')].map(String));
      for (const each of children) {
        assert.equal(each.name, 'testcase');
        assert.containsAllKeys(each.attributes, ['name', 'classname']);
        for (const { attributes: why } of each.children) assert.containsAllKeys(why, ['type', 'message']);
      }
    }
  });

  it('has a suite for each file with findings, and one for all others', () => {
    const suites = read(xml).children.map(({ attributes: { name, failures } }) => [name, failures]);
    assert.deepEqual(suites, [
      ['a.txt', '2'],
      ['b&amp;&quot;&lt;&gt;.txt', '1'],
      ['article-format', '0'],
    ]);
    const [healthy, unread] = read(xml).children[2]?.children ?? [];
    assert.equal(healthy?.attributes.name, '3 files without problems');
    assert.equal(unread?.children[0]?.attributes.message, 'There is no such file.');
  });

  it('makes visible what XML cannot have', () => {
    assert.include(reportOf(junit, [finding('a.txt', { message: 'Bad \u0007\ud800.' })]), 'Bad ␇&lt;U+D800&gt;.');
  });
});
