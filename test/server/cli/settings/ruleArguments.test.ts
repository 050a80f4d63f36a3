import { assert } from 'chai';
import { addCodes, addRule } from '../../../../server/src/cli/settings/ruleArguments';
import { FolderSettings, type SettingsOptions } from '../../../../server/src/cli/settings/settings';
import { CODES } from '../../../../server/src/corpus/rules';
import { folder } from '../commandLine';

/** The severities that a call gives to some rules, in a folder whose settings say this. */
function severities(options: SettingsOptions, rules: Readonly<Record<string, string>> = {}) {
  const root = folder({ '.articlerc.json': JSON.stringify({ rules }) });
  const found = new FolderSettings('2026-01-01', options, assert.fail).of({ folder: root, root }).severities;
  const of = (code: string) => found[code] ?? 'default';
  return {
    missing: of('missing-field'),
    glued: of('glued-sentences'),
    empty: of('empty-field'),
    number: of('duplicate-number'),
  };
}

describe('--rule', () => {
  it('may set all rules, and the last argument counts', () => {
    const rule = addRule('missing-field=hint', addRule('all=off'));
    assert.sameMembers(Object.keys(rule), [...CODES]);
    assert.deepEqual([rule['missing-field'], rule['empty-field']], ['hint', 'off']);
    assert.equal(addRule('all=warning', rule)['missing-field'], 'warning');
  });

  it('refuses what is no rule and no severity, and asks what is meant', () => {
    assert.throws(() => addRule('feild-order=off'), 'There is no rule “feild-order”. Did you mean “field-order”?');
    assert.throws(() => addRule('field-order=warn'), 'Did you mean “warning”?');
    assert.throws(() => addRule('field-order'), 'field-order must be one of');
    assert.throws(() => addRule('on=off'), /There is no rule “on”\.$/);
  });
});

describe('--select and --ignore', () => {
  it('take codes, all, and spaces after commas', () => {
    assert.deepEqual(addCodes('field-order, no-article', ['empty-field']), [
      'empty-field',
      'field-order',
      'no-article',
    ]);
    assert.deepEqual(addCodes('all'), CODES);
    assert.throws(() => addCodes('glued'), 'There is no rule “glued”. Did you mean “glued-sentences”?');
    assert.throws(() => addCodes(' , '), 'Name one rule or more');
  });

  it('apply only the selected rules, also those that are off', () => {
    assert.deepEqual(severities({ select: ['missing-field', 'glued-sentences'] }), {
      ...{ missing: 'error', glued: 'warning', empty: 'off', number: 'off' },
    });
  });

  it('keep a severity of the settings, but not off', () => {
    const rules = { 'missing-field': 'hint', 'empty-field': 'off' };
    assert.deepEqual(severities({ select: ['missing-field', 'empty-field'] }, rules), {
      ...{ missing: 'hint', glued: 'off', empty: 'warning', number: 'off' },
    });
  });

  it('leave the severity to --rule, also off', () => {
    const options = { select: ['missing-field', 'empty-field'], rule: { 'missing-field': 'off', number: 'error' } };
    assert.deepEqual(severities(options as SettingsOptions), {
      ...{ missing: 'off', glued: 'off', empty: 'warning', number: 'off' },
    });
  });

  it('ignore a rule whatever else is said of it', () => {
    const ignore = ['missing-field'];
    const expected = { missing: 'off', glued: 'default', empty: 'default', number: 'default' };
    assert.deepEqual(severities({ ignore }), expected);
    assert.equal(severities({ ignore, select: ['missing-field'], rule: { 'missing-field': 'error' } }).missing, 'off');
  });

  it('spare the rules across files the second reading', () => {
    const files = ['a', 'b'].map((name) => ({ folder: name, root: name }));
    const isOn = (options: SettingsOptions) =>
      new FolderSettings('2026-01-01', options, assert.fail).mayBeOn(
        { code: 'duplicate-number', severity: 'warning' },
        files,
      );
    assert.isTrue(isOn({ ignore: ['empty-field'] }));
    assert.isFalse(isOn({ ignore: ['duplicate-number'] }));
    assert.isFalse(isOn({ select: ['empty-field'] }));
    assert.isTrue(isOn({ select: ['duplicate-number'] }));
  });
});
