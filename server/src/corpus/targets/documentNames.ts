/** Names of files that are safe on every system, for programs that know a text by the name of its file. */

/** Names that Windows reserves for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Leaves room for a number, a suffix and the folder. */
const LONGEST = 100;

/** Gives each article a name of its own, of letters, digits, `.`, `_` and `-` only. */
export class DocumentNames {
  /** The names in lower case, because some systems do not tell upper from lower; and the last number given to each. */
  private readonly taken = new Map<string, number>();

  /** The name for a `doc_id`: with `_` in place of other characters, and with a number if another article has that name. */
  nameFor(docId: string): string {
    const plain = docId
      .replace(/[^A-Za-z0-9.-]+/g, '_')
      .replace(/^[.-]+/, '_')
      .slice(0, LONGEST);
    const name = plain === '' || DEVICE.test(plain.replace(/\..*/, '')) ? `_${plain}` : plain;
    let free = name;
    let number = this.taken.get(name.toLowerCase()) ?? 0;
    while (this.taken.has(free.toLowerCase())) free = `${name}_${++number + 1}`;
    this.taken.set(name.toLowerCase(), number);
    this.taken.set(free.toLowerCase(), this.taken.get(free.toLowerCase()) ?? 0);
    return free;
  }
}
