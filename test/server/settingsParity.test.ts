/** One rule for settings: in random trees of folders, the command line and the editor obey the same files. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import fc from 'fast-check';
import type { Connection } from 'vscode-languageserver/node';
import { SettingsFiles as FilesOfCommandLine } from '../../server/src/cli/settings/settingsFiles';
import { canonical, uriOfPath } from '../../server/src/corpus/files/uris';
import { kindOf } from '../../server/src/disk/kindOf';
import { readWanted } from '../../server/src/disk/readFile';
import { SettingsFiles as FilesOfEditor } from '../../server/src/lsp/settingsFiles';
import { abilitiesOf } from '../../server/src/lsp/start/clientAbilities';
import { folder } from './cli/commandLine';

/** Each folder is in the one before. */
const DEPTH = 5;
const SETTINGS = [
  '{}',
  '{ "rules": { "empty-field": "off" } }',
  '{ // ours\n}',
  '{',
  '{"rule":{}}',
  'folder',
  'none',
  'none',
];
const REPOSITORIES = ['folder', 'file', 'none', 'none', 'none'];

interface Level {
  readonly settings: string;
  readonly repository: string;
}

interface Case {
  readonly levels: readonly Level[];
  /** How deep the folder is that is named, or open as the workspace. */
  readonly named: number;
  readonly home: number | undefined;
}

const cases: fc.Arbitrary<Case> = fc.record({
  levels: fc.array(
    fc.record({ settings: fc.constantFrom(...SETTINGS), repository: fc.constantFrom(...REPOSITORIES) }),
    { minLength: DEPTH, maxLength: DEPTH },
  ),
  named: fc.nat(DEPTH - 1),
  home: fc.option(fc.nat(DEPTH - 1), { nil: undefined }),
});

/** Makes the folders; gives their paths, the outermost first. */
function make({ levels }: Case): readonly string[] {
  const paths: string[] = [];
  for (const { settings, repository } of levels) {
    const at = path.join(paths.at(-1) ?? folder({}), 'a b');
    paths.push(at);
    fs.mkdirSync(at);
    if (settings === 'folder') fs.mkdirSync(path.join(at, '.articlerc.json'));
    else if (settings !== 'none') fs.writeFileSync(path.join(at, '.articlerc.json'), settings);
    if (repository === 'folder') fs.mkdirSync(path.join(at, '.git'));
    if (repository === 'file') fs.writeFileSync(path.join(at, '.git'), 'gitdir: ../elsewhere\n');
  }
  return paths;
}

/** What decides for a file, and which files have how many faults. */
interface Outcome {
  readonly file: string | undefined;
  readonly settings: object;
  readonly faulty: string | undefined;
  readonly faults: Readonly<Record<string, number>>;
}

function onCommandLine(own: string, root: string): Outcome {
  const faults: Record<string, number> = {};
  const files = new FilesOfCommandLine((place, error) => {
    const [file = ''] = /^.*\.articlerc\.json/.exec(place) ?? [];
    // The last word on a file is that it does not count.
    if (!/^Until/.test((error as Error).message)) faults[file] = (faults[file] ?? 0) + 1;
  });
  const { file, settings = {}, faulty } = files.nearest({ folder: own, root });
  return { file, settings, faulty, faults };
}

async function inEditor(own: string, root: string, home: string): Promise<Outcome> {
  const faults: Record<string, number> = {};
  const connection = {
    sendDiagnostics: async ({ uri, diagnostics }: { uri: string; diagnostics: readonly object[] }) => {
      faults[fileURLToPath(uri)] = diagnostics.length;
    },
  } as unknown as Connection;
  const files = new FilesOfEditor(
    {
      ...{
        connection,
        client: abilitiesOf({ capabilities: {} }),
        homes: [uriOfPath(home)],
        warn: () => {},
        watch: () => {},
      },
      readFile: (uri) => readWanted(fileURLToPath(uri)),
      stampOf: undefined,
      kindOf: (uri) => kindOf(fileURLToPath(uri)),
    },
    String,
  );
  const named = `${canonical(uriOfPath(root))}/`;
  const { uri, settings, faulty } = await files.nearest(uriOfPath(path.join(own, 'a.txt')), named);
  const pathOf = (one: string | undefined) => one && fileURLToPath(one);
  return { file: pathOf(uri), settings, faulty: pathOf(faulty), faults };
}

describe('settings files', () => {
  it('are the same ones for the command line and the editor', async () => {
    const { HOME, USERPROFILE } = process.env;
    const seen = { found: 0, faulty: 0, none: 0 };
    try {
      await fc.assert(
        fc.asyncProperty(cases, async (tried) => {
          const paths = make(tried);
          const own = paths.at(-1) as string;
          const root = paths[tried.named] as string;
          const home = tried.home === undefined ? path.join(own, 'nobody') : (paths[tried.home] as string);
          fs.mkdirSync(home, { recursive: true });
          Object.assign(process.env, { HOME: home, USERPROFILE: home });
          const expected = onCommandLine(own, root);
          assert.deepEqual(await inEditor(own, root, home), expected);
          if (expected.faulty) seen.faulty++;
          if (expected.file) seen.found++;
          else seen.none++;
        }),
        { numRuns: 200 },
      );
    } finally {
      Object.assign(process.env, { HOME, USERPROFILE });
      for (const [name, value] of Object.entries({ HOME, USERPROFILE }))
        if (value === undefined) delete process.env[name];
    }
    assert.isAbove(Math.min(seen.found, seen.faulty, seen.none), 10, JSON.stringify(seen));
  });
});
