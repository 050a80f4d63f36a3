import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { StreamCopy } from '../../../../server/src/cli/reading/streamCopy';
import { folder } from '../commandLine';

/** Does some work with another folder for temporary files. */
function withTemporary<T>(temporary: string, work: () => T): T {
  const { TMPDIR, TEMP } = process.env;
  Object.assign(process.env, { TMPDIR: temporary, TEMP: temporary });
  try {
    return work();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, TEMP })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function read(copy: StreamCopy, at: number, length: number): string {
  const bytes = Buffer.alloc(length + 2, '.');
  const count = copy.read(bytes, 1, length, at);
  return `${count} ${bytes}`;
}

describe('a copy of a stream', () => {
  for (const [where, most] of [
    ['in memory', 100],
    ['in a file', 5],
  ] as const) {
    it(`${where} can be read at any place`, () => {
      const temporary = folder({});
      withTemporary(temporary, () => {
        const copy = new StreamCopy(most);
        const block = Buffer.from('abcd');
        copy.add(block);
        block.write('efgh'); // A stream may use its memory again.
        copy.add(block);
        copy.add(Buffer.from('ij'));
        assert.equal(read(copy, 3, 4), '4 .defg.');
        assert.equal(read(copy, 8, 4), '2 .ij...');
        assert.equal(read(copy, 12, 1), '0 ...');
        // Nothing is left if the process is killed. (Windows removes it at the end.)
        if (os.platform() !== 'win32') assert.isEmpty(fs.readdirSync(temporary));
        copy.close();
        assert.isEmpty(fs.readdirSync(temporary));
        assert.isUndefined(copy.failure);
      });
    });
  }

  it('says why it could not be made', () => {
    withTemporary(path.join(folder({}), 'nowhere'), () => {
      const copy = new StreamCopy(5);
      copy.add(Buffer.from('abc'));
      assert.isUndefined(copy.failure);
      copy.add(Buffer.from('def'));
      assert.propertyVal(copy.failure, 'code', 'ENOENT');
      copy.add(Buffer.from('ghi'));
      copy.close();
    });
  });
});
