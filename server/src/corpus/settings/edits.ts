/** Edits of `.articlerc.json`: one setting more, and all comments and the layout as they are. */
import { createScanner, type Edit, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** A settings file that sets nothing. */
export const NO_SETTINGS = '{}\n';

/** Edits of the text of a settings file, in order; undefined if it has an error. */
export type SettingsEdits = readonly Edit[] | undefined;

/** The edits that switch a rule off. */
export function switchingOff(text: string, code: string): SettingsEdits {
  const root = rootOf(text);
  if (!root) return undefined;
  const severity = findNodeAtLocation(root, ['rules', code]);
  if (severity) return [{ offset: severity.offset, length: severity.length, content: '"off"' }];
  const rules = findNodeAtLocation(root, ['rules']);
  const rule = `${JSON.stringify(code)}: "off"`;
  if (!rules) return inserting(text, root, within(text, '"rules": {', [rule], '}'));
  return rules.type === 'object' ? inserting(text, rules, () => rule) : undefined;
}

/**
 * The edits that add a user-defined field. If the file has no list of fields, its new list begins with those `inForce`, which
 * it would otherwise hide.
 */
export function addingField(text: string, letters: string, inForce: readonly string[]): SettingsEdits {
  const root = rootOf(text);
  if (!root) return undefined;
  const list = findNodeAtLocation(root, ['additionalFields']);
  if (list?.children?.some(({ value }) => value === letters)) return [];
  const fields = [...new Set([...inForce, letters])].map((field) => JSON.stringify(field));
  if (!list) return inserting(text, root, within(text, '"additionalFields": [', fields, ']'));
  return list.type === 'array' ? inserting(text, list, () => JSON.stringify(letters)) : undefined;
}

function rootOf(text: string): Node | undefined {
  const errors: unknown[] = [];
  const root = parseTree(text, errors as [], { allowTrailingComma: true });
  return errors.length === 0 && root?.type === 'object' ? root : undefined;
}

/** Writes an entry. The lead is the white space before it. */
type Entry = (lead: string) => string;

/** An entry that is an object or a list. If it begins on a line of its own, so do its entries. */
function within(text: string, open: string, entries: readonly string[], close: string): Entry {
  return (lead) => {
    if (!hasLineEnd(lead)) return `${open} ${entries.join(', ')} ${close}`;
    const inner = lead + unitOf(text);
    return `${open}${entries.map((entry) => inner + entry).join(',')}${lead}${close}`;
  };
}

/** The edits that put an entry after the last one of an object or a list, and after the comments on that. */
function inserting(text: string, parent: Node, entry: Entry): readonly Edit[] {
  const last = parent.children?.at(-1);
  const close = parent.offset + parent.length - 1;
  const start = last ? last.offset + last.length : parent.offset + 1;
  const rest = text.slice(start, close);
  const { hasComma, endsInLine } = tokensIn(rest);
  const offset = start + rest.trimEnd().length;
  const outer = lineEndOf(text) + indentOf(text, parent.offset);
  const own = last && leadOf(text, last.offset);
  const lead = own === undefined || (endsInLine && !hasLineEnd(own)) ? outer + unitOf(text) : own;
  const before = text.slice(offset, close);
  const after = last || hasLineEnd(before) ? before : outer;
  const content = lead + entry(lead) + (hasComma ? ',' : '') + after;
  const length = close - offset;
  if (!last || hasComma) return [{ offset, length, content }];
  if (offset === start) return [{ offset, length, content: `,${content}` }];
  return [
    { offset: start, length: 0, content: ',' },
    { offset, length, content },
  ];
}

/** Whether there is a comma in the rest of an object or a list, and whether a comment at its end takes the rest of the line. */
function tokensIn(rest: string): { readonly hasComma: boolean; readonly endsInLine: boolean } {
  const scanner = createScanner(rest);
  const tokens: string[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    tokens.push(rest.slice(start, start + scanner.getTokenLength()));
  }
  const last = tokens.filter((token) => token.trim() !== '').at(-1);
  return { hasComma: tokens.includes(','), endsInLine: last?.startsWith('//') === true };
}

function hasLineEnd(text: string): boolean {
  return /[\r\n]/.test(text);
}

/** The white space before an offset, from its last line end on. */
function leadOf(text: string, offset: number): string {
  let start = offset;
  while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  if (text[start - 1] === '\n') start--;
  if (text[start - 1] === '\r') start--;
  return text.slice(start, offset);
}

/** The white space at the beginning of the line of an offset. */
function indentOf(text: string, offset: number): string {
  const line =
    text
      .slice(0, offset)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return line.slice(0, line.length - line.trimStart().length);
}

function lineEndOf(text: string): string {
  return /\r?\n|\r/.exec(text)?.[0] ?? '\n';
}

/** What a level is indented by. */
function unitOf(text: string): string {
  return /[\r\n]([ \t]+)"/.exec(text)?.[1] ?? '  ';
}
