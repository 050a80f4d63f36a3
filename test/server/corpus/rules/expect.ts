/**
 * Tests of rules across files as text: each file is a line `== name`, its source, and the findings under it, as in
 * core/rules/expect.ts.
 */
import { assert } from 'chai';
import type { CorpusFile, CorpusFinding, CorpusRule } from '../../../../server/src/corpus/rules';
import { checkCorpus } from '../../../../server/src/corpus/verdict/checkCorpus';
import { context } from '../../core/findings';
import { read, show } from '../../core/rules/expect';
import { checkFile } from '../checkedFile';

/** A file of a corpus, by its name. */
export function corpusFile(name: string, text: string): CorpusFile {
  const { records } = checkFile(new TextEncoder().encode(text), { context, severities: {} });
  return { uri: `file:///${name}`, name, records };
}

/** Checks that a rule has exactly the findings that the template shows. */
export function expectAcross(rule: CorpusRule, template: string): void {
  const sources = template
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [, name = '', source = ''] = /^(.*?)\n(.*?)(?:\n *)?$/s.exec(part) ?? [];
      return { name, ...read(source) };
    });
  const found = findings(
    rule,
    sources.map(({ name, text }) => corpusFile(name, text)),
  );
  for (const { name, text, expected } of sources) {
    const actual = (found.get(name) ?? []).map(({ span, message }) => {
      const met = expected.find(({ start, end }) => start === span.start && end === span.end);
      return { ...span, message: met && message.startsWith(met.message) ? met.message : message };
    });
    assert.deepEqual(actual.map(show(text)), expected.map(show(text)), name);
  }
}

/** The findings of one rule, by the file's name. */
export function findings(rule: CorpusRule, files: readonly CorpusFile[]): Map<string, readonly CorpusFinding[]> {
  const all = checkCorpus(files, () => ({ [rule.code]: rule.severity }));
  return new Map([...all].map(([file, found]) => [file.name, found.filter(({ code }) => code === rule.code)]));
}

/** Checks that a rule finds its own example. */
export function expectExample(rule: CorpusRule): void {
  const files = Object.entries(rule.example).map(([name, text]) => corpusFile(name, text));
  for (const [name, found] of findings(rule, files)) assert.isNotEmpty(found, name);
}
