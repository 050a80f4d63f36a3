/** Files with several names on the disk, by hard links: one name counts, and each other name is left out. */

export class OtherNames {
  /** The known names of each such file, by what it is on the disk. */
  private readonly byIdentity = new Map<string, Set<string>>();
  private readonly identities = new Map<string, string>();

  /** `placeOf` gives what names are ordered by: the first one counts, whatever becomes known in which order. */
  constructor(private readonly placeOf: (uri: string) => string) {}

  /**
   * Notes what a name leads to now; undefined for a file with no other name, and where there is no file. Returns the names that
   * count now or do not count any more because of that, the given one included.
   */
  put(uri: string, identity: string | undefined): readonly string[] {
    const before = this.identities.get(uri);
    if (before === identity) return [];
    const concerned = new Set([uri, ...this.namesOf(before), ...this.namesOf(identity)]);
    const counted = new Map([...concerned].map((name) => [name, this.firstOf(name) === undefined]));
    if (before !== undefined) this.leave(uri, before);
    if (identity !== undefined) this.join(uri, identity);
    return [...concerned].filter((name) => counted.get(name) !== (this.firstOf(name) === undefined));
  }

  /** The name that counts in place of this one; undefined for one that counts itself. */
  firstOf(uri: string): string | undefined {
    const [first] = this.namesOf(this.identities.get(uri));
    return first === uri ? undefined : first;
  }

  /** All further names of the file with this name. */
  othersOf(uri: string): readonly string[] {
    return this.namesOf(this.identities.get(uri)).filter((name) => name !== uri);
  }

  /** Whether a name is known to lead to a file with several names. */
  has(uri: string): boolean {
    return this.identities.has(uri);
  }

  /** The names that do not count, each with the one that counts in its place. */
  get all(): ReadonlyMap<string, string> {
    const all = new Map<string, string>();
    for (const identity of this.byIdentity.keys()) {
      const [first, ...others] = this.namesOf(identity);
      for (const other of others) all.set(other, first as string);
    }
    return all;
  }

  /** All names that are known of files with several. */
  get known(): readonly string[] {
    return [...this.identities.keys()];
  }

  /** The one that counts comes first. */
  private namesOf(identity: string | undefined): readonly string[] {
    const names = identity === undefined ? undefined : this.byIdentity.get(identity);
    return [...(names ?? [])].sort((a, b) => (this.placeOf(a) < this.placeOf(b) ? -1 : 1));
  }

  private join(uri: string, identity: string): void {
    this.identities.set(uri, identity);
    const names = this.byIdentity.get(identity);
    if (names) names.add(uri);
    else this.byIdentity.set(identity, new Set([uri]));
  }

  private leave(uri: string, identity: string): void {
    this.identities.delete(uri);
    const names = this.byIdentity.get(identity);
    names?.delete(uri);
    if (names?.size === 0) this.byIdentity.delete(identity);
  }
}
