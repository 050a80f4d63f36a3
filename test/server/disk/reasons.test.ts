import { assert } from 'chai';
import { reasonOf } from '../../../server/src/disk/reasons';

describe('the reason of a system error', () => {
  const reason = (code: string, syscall: string) => reasonOf(Object.assign(new Error('uv'), { code, syscall }));

  it('is a sentence', () => assert.equal(reason('ENOENT', 'open'), 'There is no such file or folder.'));

  it('says that it is the working directory that is gone, which the error does not name', () => {
    assert.equal(reason('ENOENT', 'uv_cwd'), 'The working directory is gone. Change to a folder that exists.');
  });

  it('is its message if it is not known', () => assert.equal(reason('EODD', 'open'), 'uv'));
});
