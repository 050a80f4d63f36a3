import path from 'node:path';
import { assert } from 'chai';
import { stateFolder } from '../../../../server/src/disk/copies/stateFolder';

describe('the state folder', () => {
  const isWindows = process.platform === 'win32';
  const home = path.resolve('/home/amal');
  const named = (value: string) => stateFolder({ [isWindows ? 'LOCALAPPDATA' : 'XDG_STATE_HOME']: value }, home);

  it('is where the environment says, if that is an absolute path', () => {
    assert.equal(named(path.resolve('/state')), path.resolve('/state/article-format'));
    const usual = path.join(home, ...(isWindows ? ['AppData', 'Local'] : ['.local', 'state']), 'article-format');
    for (const value of ['', 'state', './state']) assert.equal(named(value), usual, value);
    assert.equal(stateFolder({}, home), usual);
  });

  it('is never in the working directory: if no home folder is known, the environment must name it', () => {
    const variable = isWindows ? 'LOCALAPPDATA' : 'XDG_STATE_HOME';
    for (const env of [{}, { [variable]: 'state' }]) {
      assert.throws(() => stateFolder(env, null), 'Your home folder is not known');
      assert.throws(() => stateFolder(env, null), `Set ${variable} to the whole path of a folder.`);
    }
    assert.equal(stateFolder({ [variable]: path.resolve('/s') }, null), path.resolve('/s/article-format'));
  });
});
