/** Loads and activates an extension in a VS Code that accepts every call and does nothing; prints milliseconds. */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';

/** Each of its members, results and instances is such an object again. */
const anything: unknown = new Proxy(class {}, {
  get: (target, name) => {
    if (name === 'then') return undefined;
    if (name === Symbol.iterator) return () => [][Symbol.iterator]();
    if (name === Symbol.toPrimitive) return () => '';
    return name === 'prototype' ? target.prototype : anything;
  },
  // A bundle makes a copy of the module that inherits from this.
  getPrototypeOf: () => anything as object,
  set: () => true,
  apply: () => anything,
  construct: () => anything as object,
});

/** The manifest is the extension's real one, two folders above the bundle. */
const bundle = process.argv[2] as string;
const manifest = path.join(path.dirname(bundle), '../../package.json');
const packageJSON = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')) : {};
const context = new Proxy({}, { get: (_target, name) => (name === 'extension' ? { packageJSON } : anything) });

const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));

const start = performance.now();
const extension = load(bundle, undefined, true) as { activate(context: unknown): unknown };
extension.activate(context);
process.stdout.write(String(performance.now() - start));
process.exit();
