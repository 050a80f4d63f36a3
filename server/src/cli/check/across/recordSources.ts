/** The records whose articles are noted, each in little more memory than its name takes. */
import { inputOf } from '../../reading/recordInputs';
import type { StreamCopy } from '../../reading/streamCopy';
import type { FolderTerms } from '../../settings/settings';
import type { Source, Sources } from './knownFiles';
import { NumberList } from './numberList';

/** In bytes. */
const CHUNK = 64 * 1024;

export class RecordSources implements Sources {
  /** The names in UTF-8, one after another; none is in two chunks. */
  private readonly chunks: Buffer[] = [];
  /** How many bytes of the last chunk are used. */
  private used = 0;
  /** The lengths of the names, and of the contents, in bytes. */
  private readonly names = new NumberList();
  private readonly contents = new NumberList();
  private copied = 0;

  /** `copy` has the contents of the records that are kept, and of no others, one after another. */
  constructor(
    private readonly terms: FolderTerms,
    private readonly copy: StreamCopy,
  ) {}

  /** Adds a record, whose content is the last one in the copy. */
  push({ input }: Pick<Source, 'input'>): void {
    const name = Buffer.from(input.path);
    let chunk = this.chunks.at(-1);
    if (!chunk || this.used + name.length > chunk.length) {
      chunk = Buffer.alloc(Math.max(CHUNK, name.length));
      this.chunks.push(chunk);
      this.used = 0;
    }
    this.used += name.copy(chunk, this.used);
    this.names.push(name.length);
    this.contents.push(this.copy.length - this.copied);
    this.copied = this.copy.length;
  }

  *[Symbol.iterator](): Generator<Source> {
    const { terms, copy } = this;
    let start = 0;
    let [chunk, from] = [0, 0];
    for (let index = 0; index < this.names.length; index++) {
      const length = this.names.at(index);
      if (from + length > (this.chunks[chunk] as Buffer).length) [chunk, from] = [chunk + 1, 0];
      const file = (this.chunks[chunk] as Buffer).toString('utf8', from, from + length);
      yield { input: inputOf({ file }), terms, copy: copy.from(start) };
      from += length;
      start += this.contents.at(index);
    }
  }
}
