/** Pieces of Markdown. */

/** Text as it is, in a block of its own. */
export function block(content: string, language = 'text'): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

/** Plain text, with what Markdown would read as its own set apart. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, '\\$&');
}
