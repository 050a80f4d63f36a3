import { assert } from 'chai';
import { isFullDisk, reasonOf } from '../../../server/src/disk/reasons';

describe('the reason of a system error', () => {
  const reason = (code: string, syscall: string) => reasonOf(Object.assign(new Error('uv'), { code, syscall }));

  it('is a sentence', () => assert.equal(reason('ENOENT', 'open'), 'There is no such file or folder.'));

  it('says that it is the working directory that is gone, which the error does not name', () => {
    assert.equal(reason('ENOENT', 'uv_cwd'), 'The working directory is gone. Change to a folder that exists.');
  });

  it('is its message if it is not known', () => assert.equal(reason('EODD', 'open'), 'uv'));
});

it('a disk is full, or a quota is used up, by the error itself or by its cause', () => {
  const error = (code: string) => Object.assign(new Error('uv'), { code });
  const of = (cause: unknown) => new Error('No copy of it can be kept.', { cause });
  for (const full of [error('ENOSPC'), error('EDQUOT'), of(error('ENOSPC'))]) assert.isTrue(isFullDisk(full));
  for (const other of [error('EIO'), of(error('EACCES')), of(undefined), undefined]) assert.isFalse(isFullDisk(other));
});
