/** How a record is written in each language: ours, and those of the peers. */
import { FIELDS, markerText } from '../../../server/src/core/format';
import type { Record } from './records';

/** Writes a record. A person types in values; the loss of a character in a joint breaks the syntax. */
export interface Writer {
  raw(text: string): this;
  value(text: string): this;
  joint(text: string): this;
}

export interface Language {
  /** The extension of its files. */
  readonly extension: string;
  /** The text before the first record, between two records, and after the last one. */
  readonly open: string;
  readonly between: string;
  readonly close: string;
  record(writer: Writer, record: Record): void;
}

const KEYS = ['number', 'date', 'title', 'text'] as const;

/** Languages that allow it are on one line, like articles; this is also the cheapest form for a server. */
export const LANGUAGES = {
  article: {
    extension: 'article',
    open: '',
    between: '',
    close: '',
    record: (writer, record) => {
      writer.raw(' ');
      for (const [rank, { marker }] of FIELDS.entries()) {
        writer.raw(rank === 0 ? '' : '  ').joint(markerText(marker, 'start'));
        writer.raw(' ').value(record[KEYS[rank] as keyof Record]);
        writer.raw(' ').joint(markerText(marker, 'end'));
      }
      writer.raw(' ');
    },
  },
  json: {
    extension: 'json',
    open: '[',
    between: ',',
    close: ']',
    record: (writer, record) => {
      for (const key of KEYS) {
        writer
          .raw(key === 'number' ? '{' : '')
          .raw(`"${key}"`)
          .joint(':')
          .raw('"')
          .value(record[key])
          .raw('"');
        writer.joint(key === 'text' ? '}' : ',');
      }
    },
  },
  html: {
    extension: 'html',
    open: '<!DOCTYPE html><html><body>',
    between: '',
    close: '</body></html>',
    record: (writer, { number, date, title, text }) => {
      writer.raw(`<article id="a${number}"><time>`).value(date).joint('</time>');
      writer.raw('<h1>').value(title).joint('</h1>');
      writer.raw('<p>').value(text).joint('</p>').raw('</article>');
    },
  },
  xml: {
    extension: 'xml',
    open: '<?xml version="1.0" encoding="UTF-8"?><articles>',
    between: '',
    close: '</articles>',
    record: (writer, record) => {
      writer.raw('<article>');
      for (const key of KEYS) writer.raw(`<${key}>`).value(record[key]).joint(`</${key}>`);
      writer.raw('</article>');
    },
  },
  css: {
    extension: 'css',
    open: '',
    between: '',
    close: '',
    record: (writer, { number, date, title, text }) => {
      writer.raw(`.a${number}{--date:"`).value(date).raw('"').joint(';');
      writer.raw('--title:"').value(title).raw('"').joint(';');
      writer.raw('content:"').value(text).raw('"').joint('}');
    },
  },
  yaml: {
    extension: 'yaml',
    open: '',
    between: '',
    close: '',
    record: (writer, record) => {
      for (const key of KEYS) {
        writer
          .raw(key === 'number' ? '- ' : '  ')
          .raw(key)
          .joint(':')
          .raw(' "')
          .value(record[key])
          .raw('"\n');
      }
    },
  },
  markdown: {
    extension: 'md',
    open: '',
    between: '',
    close: '',
    record: (writer, { number, date, title, text }) => {
      writer.joint('#').raw(' ').value(title).raw(`\n\n${number}, [${date}]`).joint('(').raw(`#${number})\n\n`);
      writer.value(text).raw('\n\n');
    },
  },
  dockerfile: {
    extension: 'dockerfile',
    open: 'FROM scratch\n',
    between: '',
    close: '',
    record: (writer, record) => {
      for (const key of KEYS) writer.raw(`LABEL ${key}`).joint('=').raw('"').value(record[key]).raw('"\n');
    },
  },
} satisfies { readonly [name: string]: Language };

export type LanguageName = keyof typeof LANGUAGES;
