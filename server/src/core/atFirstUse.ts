/**
 * Makes something once, when it is first used. This is for what takes longer to make than the rest of its module, such as expressions
 * with `\p{…}` many times over, or the data of a language: all modules are loaded before the server answers.
 */
export function atFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
