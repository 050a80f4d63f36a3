/** Puts something else in the place of a member of an object; the result puts the member back. */
export function replaced<T extends object>(owner: T, name: keyof T & string, value: unknown): () => void {
  const own = owner[name];
  // Some members are only readable, but may be defined anew.
  const set = (member: unknown) =>
    Object.defineProperty(owner, name, { value: member, configurable: true, writable: true });
  set(value);
  return () => set(own);
}
