/** Parts of Markdown. */

/** Text in a code block. */
export function block(content: string, language = 'text'): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

/** Plain text, with the characters escaped that have a meaning in Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, '\\$&');
}
