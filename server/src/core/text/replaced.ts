/** A new list in which `fresh` stands in the place of what was from `first` to `resume`. Copies each element once. */
export function replaced<T>(list: readonly T[], first: number, resume: number, fresh: readonly T[]): T[] {
  const behind = first + fresh.length;
  const result = new Array<T>(behind + list.length - resume);
  for (let i = 0; i < first; i++) result[i] = list[i] as T;
  for (let i = first; i < behind; i++) result[i] = fresh[i - first] as T;
  for (let i = behind; i < result.length; i++) result[i] = list[i - behind + resume] as T;
  return result;
}
