/** The rules of the project that no compiler checks. docs/ARCHITECTURE.md gives the reasons. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { generatedFiles, root } from '../../scripts/generate/index';
import { RULES } from '../../server/src/core/rules';
import { CORPUS_RULES } from '../../server/src/corpus/rules';

/** The modules that each folder may import: files by their path from the project's root, packages by name. */
const IMPORTS: Record<string, RegExp> = {
  'server/src/core': /^server\/src\/core\/|^diff$|^@vscode\/l10n$/,
  'server/src/corpus':
    /^server\/src\/(core|corpus)\/|^(@vscode\/l10n|csv-parse\/sync|csv-stringify\/sync|hyparquet|hyparquet-compressors|ignore|jsonc-parser|picomatch|vscode-uri)$/,
  'server/src/lsp': /^server\/src\/(core\/|corpus\/|lsp\/|protocol$)|^vscode-languageserver|^@vscode\/l10n$/,
  'server/src/cli':
    /^server\/src\/(core|corpus|disk|cli)\/|^server\/src\/protocol$|^node:|^(commander|csv-parse|diff|hyparquet|hyparquet-writer|ignore|get-east-asian-width|jsonc-parser|picocolors|picomatch|pure-rand|tinyglobby)(\/|$)/,
  'server/src/protocol': /^server\/src\/(core|corpus|protocol)\//,
  'server/src/disk': /^server\/src\/disk\/|^node:|^@vscode\/l10n$/,
  'client/src':
    /^client\/src\/|^server\/src\/(core\/detection|core\/language|corpus\/settings\/edits|protocol)$|^vscode$|^vscode-languageclient|^jsonc-parser$/,
};

/**
 * The rooms of a folder (its files and folders). Each one may import only from those before it. Type imports count like all
 * others.
 */
const FLOORS: Record<string, readonly string[]> = {
  'server/src/core': [
    ...['atFirstUse', 'grouping', 'language', 'steps', 'span', 'format', 'text', 'markers', 'detection', 'parse'],
    ...['damage', 'repair', 'rules', 'fileFindings', 'settings', 'writing', 'fieldsView', 'features'],
  ],
  'server/src/corpus': [
    ...['text', 'files', 'statistics', 'articles', 'tables', 'charts', 'targets', 'corenlp', 'mapping', 'nearTexts'],
    ...['rules', 'verdict', 'settings', 'fixes', 'index', 'query', 'tree', 'overview'],
  ],
  'server/src/lsp': [
    ...['failures', 'start', 'clientSettings', 'files', 'host', 'pace', 'documents', 'settingsFiles', 'settings'],
    ...['verdict', 'annotations', 'features', 'corpus', 'delivery', 'watching', 'server'],
  ],
  'server/src/lsp/start': ['parameters', 'lifecycle', 'clientAbilities', 'capabilities', 'initialize'],
  'server/src/cli': [
    ...[
      'output',
      'input',
      'reading',
      'settings',
      'workers',
      'check',
      'query',
      'tables',
      'imports',
      'choices',
      'shells',
      'reporters',
      'writing',
      'commands',
      'program',
    ],
    ...['noPrograms'],
  ],
  'server/src/cli/check': [
    ...['report', 'figures', 'across', 'checkedRange', 'checkParts', 'fileCheck', 'shared', 'checkRun', 'recordsRun'],
    ...['checkCall', 'baselineText', 'baseline'],
  ],
  'server/src/lsp/corpus': [
    ...['filesProgress', 'scanProgress', 'folders', 'files', 'texts', 'nearTexts', 'scan', 'inCommon', 'openFile'],
    ...['duplicates', 'reportedProblems', 'view', 'overview', 'corpus', 'writing', 'requests'],
  ],
  'server/src/disk': [
    ...['reasons', 'fileCalls', 'identity', 'hardLinks', 'isWithin', 'commonFolder', 'descriptor', 'digestFile'],
    ...['homeFolders', 'kindOf', 'realPaths', 'stampOf', 'readFile', 'writing', 'git', 'copies', 'listFiles'],
  ],
  'client/src': [
    ...['uris', 'briefly', 'pause', 'documents', 'openDocuments', 'detection', 'commands', 'problems', 'connection'],
    ...['notices', 'editing', 'fieldsView', 'annotations', 'corpus', 'extension', 'node', 'browser'],
  ],
};

/** More files and folders side by side than this are hard to take in at a glance. */
const MOST_ROOMS = 18;

describe('floors', () => {
  for (const [folder, floors] of Object.entries(FLOORS)) {
    const roomOf = (file: string) => file.slice(folder.length + 1).replace(/\/.*|\.ts$/, '');

    it(`of ${folder} are all named, and few enough`, () => {
      const rooms = new Set(filesIn(folder).filter(isSource).map(roomOf));
      assert.sameMembers([...rooms], [...floors]);
      assert.isAtMost(rooms.size, MOST_ROOMS);
    });

    it(`of ${folder} import only from those below them`, () => {
      const arrows = filesIn(folder).flatMap((file) => importsOf(file).map((module) => ({ file, module })));
      const within = arrows.filter(({ module }) => module.startsWith(`${folder}/`));
      assert.isNotEmpty(within);
      assert.deepEqual(
        within.filter(({ file, module }) => floors.indexOf(roomOf(module)) > floors.indexOf(roomOf(file))),
        [],
      );
    });
  }
});

describe('imports', () => {
  for (const [folder, allowed] of Object.entries(IMPORTS)) {
    it(`of ${folder} stay within bounds`, () => {
      const imports = filesIn(folder).flatMap((file) => importsOf(file).map((module) => ({ file, module })));
      assert.isNotEmpty(imports);
      assert.deepEqual(
        imports.filter(({ module }) => !allowed.test(module)),
        [],
      );
    });
  }

  const files = ['server/src', 'client/src'].flatMap(filesIn);
  const fileOf = (module: string) => files.find((file) => file === `${module}.ts` || file === `${module}/index.ts`);

  it('load nothing of the core late: the server needs it at its start, and all that is loaded late is compiled twice', () => {
    const waiting = files
      .filter((file) => /^server\/src\/(core|corpus|lsp)\//.test(file))
      .flatMap((file) => importsOf(file, /\bimport\('([^']+)'/g));
    assert.isNotEmpty(waiting);
    const late = new Set(waiting.flatMap((module) => fileOf(module) ?? []));
    for (const file of late)
      for (const module of importsOf(file).flatMap((each) => fileOf(each) ?? [])) late.add(module);
    assert.deepEqual(
      [...late].filter((file) => file.startsWith('server/src/core/')),
      [],
    );
  });

  it('lead in no circle', () => {
    const left = new Map(files.map((file) => [file, importsOf(file).flatMap((module) => fileOf(module) ?? [])]));
    assert.isNotEmpty([...left.values()].flat());
    const isGround = ([, imported]: [string, string[]]) => !imported.some((file) => left.has(file));
    for (let ground = [...left].filter(isGround); ground.length > 0; ground = [...left].filter(isGround)) {
      for (const [file] of ground) left.delete(file);
    }
    assert.deepEqual([...left.keys()], [], 'These are in a circle, or import what is.');
  });
});

describe('generated files', () => {
  for (const [file, content] of Object.entries(generatedFiles)) {
    it(`include a fresh ${file}; if not, run \`npm run generate\``, () => assert.equal(read(file), content()));
  }
});

describe('package.json', () => {
  const manifest = JSON.parse(read('package.json'));
  const { contributes } = manifest;
  const client = filesIn('client/src').map(read).join('\n');

  it('has exactly the commands that the client registers', () => {
    assert.sameMembers(
      contributes.commands.map(({ command }: { command: string }) => command),
      found(client, /registerCommand\(\s*'([^']+)'/g),
    );
  });

  it('has every setting that the client reads', () => {
    const names = found(client, /(?:settings|getConfiguration\('article'[^)]*\))\s*\.get(?:<[^(]*>)?\(\s*'([^']+)'/g);
    assert.isNotEmpty(names);
    assert.includeMembers(
      Object.keys(contributes.configuration.properties),
      names.map((name) => `article.${name}`),
    );
  });

  it('describes every setting and each of its choices', () => {
    for (const [name, setting] of Object.entries<Record<string, unknown>>(contributes.configuration.properties)) {
      assert.isNotEmpty(setting.description ?? setting.markdownDescription, name);
      if (setting.enumDescriptions) assert.lengthOf(setting.enumDescriptions, (setting.enum as string[]).length, name);
    }
  });

  it('has the version that CITATION.cff names', () => {
    assert.deepEqual(found(read('CITATION.cff'), /^version: (.+)$/gm), [manifest.version]);
  });

  it('is checked against the oldest VS Code that it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('names files that exist', () => {
    const files = found(JSON.stringify(contributes), /"(\.\/[^"]+)"/g);
    assert.isNotEmpty(files);
    for (const file of files) assert.isTrue(fs.existsSync(path.join(root, file)), file);
  });
});

describe('rules', () => {
  for (const [folder, rules] of [
    ['server/src/core/rules', RULES],
    ['server/src/corpus/rules', CORPUS_RULES],
  ] as const) {
    it(`of ${folder} each have a file with their code as its name, and are in the list`, () => {
      const files = filesIn(folder).filter((file) => !/\/(index|rule|example|unmatched)\.ts$/.test(file));
      assert.sameMembers(
        rules.map(({ code }) => code),
        files.map((file) => path.basename(file, '.ts')),
      );
      for (const file of files) assert.include(read(file), `code: '${path.basename(file, '.ts')}'`, file);
    });
  }
});

describe('files', () => {
  it('are named after what they do', () => {
    const files = ['server', 'client', 'scripts', 'test'].flatMap(filesIn);
    const vague = files.filter((file) => /\/(utils?|helpers?|common|misc)\.[^/]*$/i.test(file));
    assert.deepEqual(vague, []);
  });
});

/** Types that two floors declare for the same thing, because neither may import from the other. */
const ON_TWO_FLOORS = [
  ...['Above', 'Copy', 'Nearest', 'NewArticle', 'Position', 'Range', 'RepositoryRules', 'SettingsFiles', 'Walk'],
];

describe('exported types', () => {
  it('have one meaning for each name', () => {
    const names = ['server/src', 'client/src']
      .flatMap(filesIn)
      .filter(isSource)
      .flatMap((file) => found(read(file), /^export (?:abstract )?(?:class|interface|type) (\w+)/gm));
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    assert.sameMembers([...twice], ON_TWO_FLOORS);
  });
});

describe('docs', () => {
  const sources = ['server', 'client', 'scripts', 'test'].flatMap(filesIn);

  for (const page of ['docs/ARCHITECTURE.md', 'docs/decisions.md', 'CONTRIBUTING.md']) {
    it(`of ${page} name files and folders that exist`, () => {
      const named = found(read(page), /`((?:[\w.-]+\/)*[\w-]+\.(?:test\.)?ts|(?:[\w-]+\/)+)`/g);
      assert.isNotEmpty(named);
      const isThere = (name: string) =>
        sources.some((file) =>
          name.endsWith('/') ? `/${file}`.includes(`/${name}`) : `/${file}`.endsWith(`/${name}`),
        );
      assert.deepEqual(
        named.filter((name) => !isThere(name) && !fs.existsSync(path.join(root, name))),
        [],
      );
    });
  }

  it('say on one page where things are', () => {
    assert.isAtMost(read('docs/ARCHITECTURE.md').split(/\s+/).length, 1200);
  });
});

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

/** The files of the project below a folder, by their path from the root. */
function filesIn(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [file];
    return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesIn(file);
  });
}

function isSource(file: string): boolean {
  return file.endsWith('.ts');
}

/** What a module imports, statically or dynamically, including types; files by their path from the root. */
function importsOf(file: string, pattern = /(?:\bfrom |\bimport |\bimport\(|\brequire\()'([^']+)'/g): string[] {
  if (!isSource(file)) return [];
  const modules = found(read(file), pattern);
  return modules.map((module) => (module.startsWith('.') ? path.posix.join(path.posix.dirname(file), module) : module));
}

/** The first group of every match. */
function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}
