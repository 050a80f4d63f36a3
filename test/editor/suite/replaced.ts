/** Replaces a member of an object; the result restores it. */
export function replaced<T extends object>(owner: T, name: keyof T & string, value: unknown): () => void {
  const own = owner[name];
  // Some members are read-only, but can be redefined.
  const set = (member: unknown) =>
    Object.defineProperty(owner, name, { value: member, configurable: true, writable: true });
  set(value);
  return () => set(own);
}
