/** Reads `.articlerc.json`: JSON in UTF-8, in which comments and a comma after the last value are allowed. */
import * as l10n from '@vscode/l10n';
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { checkBytes, NOT_UTF_8 } from '../../core/fileFindings';
import { readSettings, type Settings, type SettingsFault } from '../../core/settings';
import type { Span } from '../../core/span';
import { CODES } from '../rules';
import { wideText } from '../text/foreignBytes';
import { type Range, type RangeOf, rangesInText } from '../text/lines';
import { conflictIn, syntaxMessage } from './syntax';

/** A fault of a settings file: its range, and a sentence. */
export interface PlacedFault {
  readonly range: Range;
  readonly message: string;
}

/** The settings of a file; or its faults, in order. A file with a fault sets nothing. */
export type SettingsFile = { readonly settings: Partial<Settings> } | { readonly faults: readonly PlacedFault[] };

/** Reads a file's bytes. Never throws. `inUtf32` says how characters are counted in the ranges of faults. */
export function readSettingsFile(bytes: Uint8Array, inUtf32 = false): SettingsFile {
  const text = new TextDecoder().decode(bytes);
  const rangeOf = rangesInText(text, inUtf32);
  const undecodable = encodingFault(bytes, rangeOf);
  if (undecodable) return { faults: [undecodable] };
  const read = readText(text);
  if ('settings' in read) return read;
  const faults = [...read.faults].sort((a, b) => a.span.start - b.span.start);
  return { faults: faults.map(({ span, message }) => ({ range: rangeOf(span), message })) };
}

const AT_FIRST = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function encodingFault(bytes: Uint8Array, rangeOf: RangeOf): PlacedFault | undefined {
  const wide = wideText(bytes);
  if (wide) return { range: AT_FIRST, message: l10n.t('This is {0}. Save the file as UTF-8.', wide.encoding) };
  const invalid = checkBytes(bytes).find(({ code }) => code === NOT_UTF_8.code);
  if (!invalid) return undefined;
  const range = rangeOf({ start: invalid.offset, end: invalid.offset + invalid.length });
  return { range, message: l10n.t('This is not UTF-8. Save the file as UTF-8.') };
}

interface Fault {
  readonly span: Span;
  readonly message: string;
}

type ReadText = { readonly settings: Partial<Settings> } | { readonly faults: readonly Fault[] };

function readText(text: string): ReadText {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const [error] = errors; // The others follow from it.
    if (error || !root) return { faults: [syntaxFault(text, error)] };
    const repeated = repeatedNames(root);
    if (repeated.length > 0) return { faults: repeated };
    const { settings, faults } = readSettings(contentOf(root), CODES);
    return faults.length === 0 ? { settings } : { faults: faults.map((fault) => placed(root, fault)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // The stack is full.
    const message = l10n.t('These brackets are nested too deeply for settings.');
    return { faults: [{ span: { start: 0, end: 0 }, message }] };
  }
}

function syntaxFault(text: string, error: ParseError | undefined): Fault {
  const conflict = conflictIn(text);
  if (conflict) return conflict;
  const { offset, length } = error ?? { offset: 0, length: 0 };
  const code = error ? printParseErrorCode(error.error) : 'ValueExpected';
  return { span: { start: offset, end: offset + length }, message: syntaxMessage(text, code, offset) };
}

/** The content as JSON.parse gives it: only own properties, even for a name such as `__proto__`. */
function contentOf({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(contentOf);
  if (type !== 'object') return value;
  return Object.fromEntries(properties(children).map(({ name, node }) => [name.value, contentOf(node)]));
}

/** Each second and further use of a name: it is not clear which value counts. */
function repeatedNames({ type, children = [] }: Node): Fault[] {
  if (type !== 'object') return children.flatMap(repeatedNames);
  const names = new Set<string>();
  return properties(children).flatMap(({ name, node }) => {
    const isNew = !names.has(name.value);
    names.add(name.value);
    return [
      ...(isNew ? [] : [{ span: spanOf(name), message: l10n.t('This name is already used. Remove one of the two.') }]),
      ...repeatedNames(node),
    ];
  });
}

function properties(children: readonly Node[]): { name: Node; node: Node }[] {
  return children.flatMap(({ children: [name, node] = [] }) => (name && node ? [{ name, node }] : []));
}

function placed(root: Node, { path, part, message }: SettingsFault): Fault {
  const node = findNodeAtLocation(root, [...path]) ?? root;
  return { span: spanOf((part === 'name' && node.parent?.children?.[0]) || node), message };
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
