/** Keys that a JSON object has twice. JSON.parse would silently keep only the last value. */
import { visit } from 'jsonc-parser';

/** The first such key of the object itself; undefined if it has none. The text must be JSON. */
export function repeatedKey(json: string): string | undefined {
  const keys = new Set<string>();
  let found: string | undefined;
  visit(json, {
    onObjectProperty: (key, _offset, _length, _line, _character, pathOf) => {
      if (pathOf().length > 0) return;
      if (keys.has(key)) found ??= key;
      keys.add(key);
    },
  });
  return found;
}
