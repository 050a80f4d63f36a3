/** Writes dist/README.md, the page of the extension in galleries and in VS Code, from MARKETPLACE.md. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { galleryPage } from './galleryPage.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const { repository } = JSON.parse(read('package.json'));
fs.writeFileSync(path.join(root, 'dist/README.md'), galleryPage(read('MARKETPLACE.md'), repository !== undefined));
