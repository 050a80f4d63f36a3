/** A generated page of docs/rules as text for a terminal. */
import type { Paint } from './color';

/** The link to the list of rules, which leads nowhere in a terminal. */
const LAST_LINK = /\n\[[^\]]*\]\(README\.md\)\s*$/;

/** Headings, code and what is bold are painted; the marks of Markdown are left out, and blocks of code are indented. */
export function renderedPage(markdown: string, paint: Paint): string {
  let isCode = false;
  const lines: string[] = [];
  for (const line of markdown.replace(LAST_LINK, '').trimEnd().split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    else if (isCode) lines.push(`    ${line}`);
    else if (/^#+ /.test(line)) lines.push(paint.bold(line.replace(/^#+ /, '')));
    else lines.push(inline(line, paint));
  }
  return `${lines.join('\n')}\n`;
}

/** One pass, so that nothing within code is taken for a mark. */
function inline(line: string, paint: Paint): string {
  return line.replace(
    /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]+\)|\\([\\`*_<>[\]])/g,
    (_, code?: string, bold?: string, italic?: string, link?: string, escaped = '') => {
      if (code !== undefined) return paint.cyan(code);
      if (bold !== undefined) return paint.bold(bold);
      return italic ?? link ?? escaped;
    },
  );
}
