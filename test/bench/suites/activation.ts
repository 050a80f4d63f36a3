/** The client in the extension host: loads and activates its bundle, compared with an extension that does nothing. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Measurement } from '../measurement';
import { results, root } from '../paths';
import type { Extent, Suite } from './suite';

const HOST = path.join(results, 'floors/extensionHost.cjs');

const EXTENSIONS = {
  empty: path.join(results, 'floors/extension.cjs'),
  article: path.join(root, 'dist/client/node.js'),
};

export const activation: Suite = {
  name: 'activation',
  async *run({ starts }: Extent): AsyncGenerator<Measurement> {
    const samples = new Map<string, number[]>(Object.keys(EXTENSIONS).map((name) => [name, []]));
    for (let round = 0; round < starts * 5; round++) {
      for (const [name, bundle] of Object.entries(EXTENSIONS)) {
        samples.get(name)?.push(Number(execFileSync(process.execPath, [HOST, bundle], { encoding: 'utf8' })));
      }
    }
    for (const [subject, times] of samples) {
      yield { what: 'activation of the client', subject, bytes: 0, unit: 'ms', samples: times };
    }
  },
};
