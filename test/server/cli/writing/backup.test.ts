import path from 'node:path';
import { assert } from 'chai';
import { backupFor } from '../../../../server/src/cli/writing/backup';
import { folder } from '../commandLine';

describe('a copy that cannot be kept', () => {
  it('is reported with the place where it would be, and with what to do', async () => {
    const cwd = folder({ 'a.txt': 'old', store: 'no folder' });
    const variable = process.platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME';
    const before = process.env[variable];
    process.env[variable] = path.join(cwd, 'store');
    try {
      const backup = backupFor({ command: 'fix', folder: cwd }, {});
      const [old, now] = [Buffer.from('old'), Buffer.from('new')];
      const error = await backup?.keep(path.join(cwd, 'a.txt'), old, now).catch((thrown: unknown) => thrown);
      assert.instanceOf(error, Error);
      const place = path.join(cwd, 'store', 'article-format', 'runs');
      assert.match((error as Error).message, /^It was left as it is, because no copy of it can be kept in /);
      assert.include((error as Error).message, place);
      assert.match((error as Error).message, / Make room there, or add --no-backup\.$/);
      assert.isUndefined((error as NodeJS.ErrnoException).code, 'A code would be said of the file.');
    } finally {
      if (before === undefined) delete process.env[variable];
      else process.env[variable] = before;
    }
  });
});
