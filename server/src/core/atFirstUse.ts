/**
 * Makes something once, when it is first used: what may never be needed, and in a module what takes longer to make than the rest of
 * it, such as expressions with `\p{…}` many times over, or the data of a language. All modules are loaded before the server answers.
 */
export function atFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
