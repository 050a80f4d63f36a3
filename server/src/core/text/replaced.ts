/** A new list in which `fresh` replaces the elements from `first` to `resume`. Copies each element once. */
export function replaced<T>(list: readonly T[], first: number, resume: number, fresh: readonly T[]): T[] {
  const after = first + fresh.length;
  const result = new Array<T>(after + list.length - resume);
  for (let i = 0; i < first; i++) result[i] = list[i] as T;
  for (let i = first; i < after; i++) result[i] = fresh[i - first] as T;
  for (let i = after; i < result.length; i++) result[i] = list[i - after + resume] as T;
  return result;
}
