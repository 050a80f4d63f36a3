/**
 * The parts of a large JSON text, so that each can be parsed by itself: JSON.parse holds up everything else for half a second
 * with a text of 20 MB.
 */

/** A value in a JSON text. */
export interface JsonPart {
  readonly start: number;
  readonly end: number;
}

/** The values of an object by their keys. Throws a SyntaxError if the text is not one object. */
export function membersOf(text: string): ReadonlyMap<string, JsonPart> {
  const members = new Map<string, JsonPart>();
  const whole = { start: 0, end: text.length };
  for (const part of partsOf(text, whole, '{', '}')) {
    const key = valueEnd(text, part.start);
    const colon = skipBlank(text, key);
    if (text[colon] !== ':') throw new SyntaxError('A key has no value.');
    members.set(JSON.parse(text.slice(part.start, key)), { start: skipBlank(text, colon + 1), end: part.end });
  }
  return members;
}

/** The elements of an array, one after another. Throws a SyntaxError if the part is not an array. */
export function elementsOf(text: string, array: JsonPart): Generator<JsonPart> {
  return partsOf(text, array, '[', ']');
}

/** What commas separate between two brackets. For an object, each part is a key with its value. */
function* partsOf(text: string, { start, end }: JsonPart, open: string, close: string): Generator<JsonPart> {
  let at = skipBlank(text, start);
  if (text[at] !== open) throw new SyntaxError(`${open} is missing.`);
  at = skipBlank(text, at + 1);
  while (text[at] !== close) {
    const first = at;
    while (at < end && text[at] !== ',' && text[at] !== close) at = skipBlank(text, valueEnd(text, at));
    if (at >= end || at === first) throw new SyntaxError(`${close} is missing.`);
    yield { start: first, end: at };
    if (text[at] === ',') at = skipBlank(text, at + 1);
  }
  if (skipBlank(text, at + 1) < end) throw new SyntaxError('Something comes after the end.');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where a string, a word or a bracket with all that is in it ends that begins at an offset; the end of the text if it does not end. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = stringEnd(text, at);
    else if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) depth--;
    if (depth <= 0) return at + 1;
  }
  return text.length;
}

/** The offset of the quotation mark that ends the string at an offset. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at;
  }
  return text.length;
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}
