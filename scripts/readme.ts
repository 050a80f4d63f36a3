/**
 * Writes dist/README.md, which VS Code shows on the installed extension's page: the project's README without its
 * pictures and relative links. They have no public address yet from which VS Code could load them, and vsce refuses
 * broken links.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
const withoutPictures = readme.replace(/^!\[.*\n\n?/gm, '');
const withoutLinks = withoutPictures.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
fs.writeFileSync(path.join(root, 'dist/README.md'), withoutLinks);
