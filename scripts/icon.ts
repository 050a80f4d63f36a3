/** Draws icons/extension.png, which galleries show, from icons/extension.svg: they take no SVG. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../test/editor/embedded/server.ts';

const icons = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../icons');

/** The width and height that the Marketplace asks for, for sharp screens. */
const SIZE = 256;

export async function drawIcon(): Promise<void> {
  const { browser, page } = await startBrowser({ width: SIZE, height: SIZE });
  const svg = fs.readFileSync(path.join(icons, 'extension.svg'), 'utf8');
  await page.setContent(`<body style="margin: 0">${svg}</body>`);
  await page.screenshot({ path: path.join(icons, 'extension.png'), omitBackground: true });
  await browser.close();
}
