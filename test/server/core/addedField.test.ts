/** What CONTRIBUTING promises: a further field of the format is one row of its table. */
import { assert } from 'chai';
import { type BuildResult, build } from 'esbuild';
import type * as Core from './wholeCore';

const root = new URL('../../../', import.meta.url).pathname;

/** A field that only some articles have, as `FIELDS` would have it between DATE and TITLE. */
const BYLINE = `{
  name: 'BYLINE', marker: 'B-Y-L-I-N-E', required: false, kind: 'byline',
  scopes: ['entity.name.author'], doc: () => 'Who wrote it.',
},`;

/** The core, built from its sources with that row. */
async function coreWithByline(): Promise<typeof Core> {
  const addRow = {
    name: 'add-row',
    setup: ({ onLoad }: import('esbuild').PluginBuild) =>
      onLoad({ filter: /core[\\/]format\.ts$/ }, async ({ path }) => {
        const { readFile } = await import('node:fs/promises');
        const source = await readFile(path, 'utf8');
        const row = source.indexOf("  {\n    name: 'TITLE'");
        assert.isAbove(row, 0);
        return { contents: source.slice(0, row) + BYLINE + source.slice(row), loader: 'ts' as const };
      }),
  };
  const built: BuildResult<{ write: false }> = await build({
    entryPoints: [`${root}test/server/core/wholeCore.ts`],
    ...{ bundle: true, write: false, format: 'cjs', platform: 'node', logLevel: 'silent', plugins: [addRow] },
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', built.outputFiles[0]?.text ?? '')(module, module.exports, require);
  return module.exports as typeof Core;
}

const AFTER_DATE = /(?<=D-A-T-E-E-N-D\. {2})/;
const WITHOUT =
  ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ';
const WITH = WITHOUT.replace(AFTER_DATE, 'B-Y-L-I-N-E-S-T-A-R-T. A. Journalist B-Y-L-I-N-E-E-N-D.  ');

describe('a field that is added to the table of the format', () => {
  let core: typeof Core;
  before(async function () {
    this.timeout(20_000);
    core = await coreWithByline();
  });

  const articlesIn = (text: string) => core.parse(text).articles;
  const findingsIn = (text: string) =>
    articlesIn(text).flatMap((article) =>
      core.check(article, { today: '2026-01-01', additionalFields: [] }).map(({ code }) => code),
    );

  for (const [name, text] of [
    ['with it', WITH],
    ['without it, where it is not required', WITHOUT],
  ] as const) {
    it(`leaves an article whole and provable ${name}`, () => {
      for (const copies of [text, text + text]) {
        assert.isEmpty(findingsIn(copies));
        assert.isTrue(articlesIn(copies).every(({ healthy }) => healthy));
        for (const patterns of [core.UTF_8, core.UTF_16]) {
          const proof = core.healthyArticle(copies, 0, patterns);
          assert.equal(proof?.number, '1986');
          assert.equal(proof?.latest, '2024-04-09');
          assert.equal(proof?.text, 'Talks go on.');
        }
      }
      // A carriage return: it has to be read, and is whole all the same.
      assert.isTrue(articlesIn(text.replace('Talks go', 'Talks\r\ngo'))[0]?.isWhole);
    });
  }

  it('is missed by no article that lacks another one', () => {
    const cut = WITHOUT.replace(/T-I-T-L-E-S-T-A-R-T.*T-I-T-L-E-E-N-D\. {2}/, '');
    assert.deepEqual(findingsIn(cut), ['missing-field']);
    assert.deepEqual(findingsIn(cut.replace(AFTER_DATE, 'B-Y-L-I-N-E-S-T-A-R-T. X B-Y-L-I-N-E-E-N-D.  ')), [
      'missing-field',
    ]);
  });

  it('is fixed like the others', () => {
    for (const written of [
      'В-Y-L-I-N-E-S-T-A-R-T.',
      'B–Y–L–I–N–E–S–T–A–R–T.',
      'BYLINESTART.',
      'B-Y-L-I-N-E-S-T-A-R-T',
    ]) {
      const damaged = WITH.replace('B-Y-L-I-N-E-S-T-A-R-T.', written);
      assert.deepEqual(findingsIn(damaged), ['misspelled-marker'], written);
      const edits = core.fixAll(core.parse(damaged), { today: '2026-01-01', additionalFields: [] }, {});
      assert.equal(core.applyEdits(damaged, edits), WITH, written);
    }
  });

  it('is found where its marker is there twice', () => {
    for (const written of [
      'B Y L I N E S T A R T.',
      'B_Y_L_I_N_E_S_T_A_R_T.',
      'B&#45;Y&#45;L&#45;I&#45;N&#45;E&#45;S&#45;T&#45;A&#45;R&#45;T.',
    ])
      assert.deepEqual(
        findingsIn(WITH.replace('A. Journalist', `${written} A. Journalist`)),
        ['misspelled-marker'],
        written,
      );
  });

  it('is not taken for the title', () => {
    const [symbol] = articlesIn(WITH).map(core.articleSymbol);
    assert.equal(symbol?.name, '1986 · Truce in sight');
  });

  it('is in its place in the order', () => {
    const late = WITHOUT.replace(/(?=T-E-X-T-S)/, 'B-Y-L-I-N-E-S-T-A-R-T. X B-Y-L-I-N-E-E-N-D.  ');
    assert.deepEqual(findingsIn(late), ['field-order']);
  });
});
