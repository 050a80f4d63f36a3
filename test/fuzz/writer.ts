/** Replaces a file by one content and another in turn, until it is killed: a process of the campaign `writer`. */
import { readFile } from 'node:fs/promises';
import { replaceFile } from '../../server/src/disk/replaceFile';

const [file = '', ...sources] = process.argv.slice(2);
const [first, second] = (await Promise.all(sources.map((source) => readFile(source)))) as [Buffer, Buffer];
process.stdout.write('ready');
for (;;) {
  const content = await readFile(file);
  await replaceFile(file, content.equals(first) ? second : first, content);
}
