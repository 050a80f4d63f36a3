/** The objects of a git repository: each in a file of its own, or in a pack. No program is started. */
import fs from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { type GitObject, MOST, Pack, readRegular } from './pack';

export class GitObjects {
  private packs: readonly Pack[] | undefined;

  /** `folder` is `objects` in that of the repository; `nameLength` is how many bytes names have: 20, or 32 for SHA-256. */
  constructor(
    private readonly folder: string,
    private readonly nameLength: number,
  ) {}

  /** The object of a name, in hexadecimal digits; undefined where there is none that can be read and is no larger than 64 MB. */
  read(name: string): GitObject | undefined {
    return this.readLoose(name) ?? this.readPacked(Buffer.from(name, 'hex'));
  }

  private readLoose(name: string): GitObject | undefined {
    try {
      const file = path.join(this.folder, name.slice(0, 2), name.slice(2));
      const bytes = inflateSync(readRegular(file), { maxOutputLength: MOST });
      const end = bytes.indexOf(0);
      const [kind = '', size] = bytes.toString('latin1', 0, end).split(' ');
      const content = bytes.subarray(end + 1);
      return Number(size) === content.length ? { kind, content } : undefined;
    } catch {
      return undefined; // It is in a pack, in another repository, or nowhere.
    }
  }

  private readPacked(name: Buffer): GitObject | undefined {
    this.packs ??= this.openPacks();
    for (const pack of this.packs) {
      try {
        const object = pack.read(name);
        if (object) return object;
      } catch {} // The pack is damaged, or gone since. Another one may have it, too.
    }
    return undefined;
  }

  private openPacks(): readonly Pack[] {
    const folder = path.join(this.folder, 'pack');
    return namesIn(folder).flatMap((name) => {
      try {
        return name.endsWith('.idx') ? new Pack(path.join(folder, name), this.nameLength) : [];
      } catch {
        return [];
      }
    });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
