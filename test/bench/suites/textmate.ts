/** VS Code's tokenization of one long line: our grammar compared with the built-in ones, on the same number of bytes. */
import fs from 'node:fs';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { embeddedEditorRunsHere, installEmbeddedEditor } from '../../editor/embedded/install';
import { vscode } from '../../editor/embedded/paths';
import { corpus } from '../corpora/corpus';
import type { LanguageName } from '../corpora/languages';
import { type Measurement, timed } from '../measurement';
import { root } from '../paths';
import type { Extent, Suite } from './suite';

const ROUNDS = 3;

/** A line that takes longer than this is not repeated; in milliseconds. */
const PATIENCE = 2_000;

interface Subject {
  readonly language: LanguageName;
  readonly scope: string;
  readonly file: string;
}

const builtIn = (language: LanguageName, scope: string, file: string): Subject => ({
  language,
  scope,
  file: path.join(vscode, 'extensions', file),
});

const SUBJECTS: readonly Subject[] = [
  { language: 'article', scope: 'source.article', file: path.join(root, 'syntaxes/article.tmLanguage.json') },
  builtIn('json', 'source.json', 'json/syntaxes/JSON.tmLanguage.json'),
  builtIn('html', 'text.html.basic', 'html/syntaxes/html.tmLanguage.json'),
  builtIn('css', 'source.css', 'css/syntaxes/css.tmLanguage.json'),
  builtIn('yaml', 'source.yaml.1.2', 'yaml/syntaxes/yaml-1.2.tmLanguage.json'),
  builtIn('markdown', 'text.html.markdown', 'markdown-basics/syntaxes/markdown.tmLanguage.json'),
  builtIn('dockerfile', 'source.dockerfile', 'docker/syntaxes/docker.tmLanguage.json'),
];

export const textMate: Suite = {
  name: 'textmate',
  async *run({ lineSizes, starts }: Extent): AsyncGenerator<Measurement> {
    if (!embeddedEditorRunsHere) return;
    installEmbeddedEditor();
    const grammars = await loadGrammars();
    const late = new Set<Subject>();
    for (const bytes of lineSizes) {
      const samples = new Map(
        SUBJECTS.filter((subject) => !late.has(subject)).map((subject) => [subject, [] as number[]]),
      );
      for (let round = 0; round < ROUNDS + 2 * (starts - 1); round++) {
        for (const [subject, times] of samples) {
          if (late.has(subject)) continue;
          const line = corpus(subject.language, bytes).text.slice(0, bytes).replaceAll('\n', ' ');
          const time = await timed(() => grammars.get(subject)?.tokenizeLine2(line, textmate.INITIAL, PATIENCE));
          if (time > PATIENCE) late.add(subject);
          times.push(time);
        }
      }
      for (const [subject, times] of samples) {
        yield {
          what: 'tokenization of one line',
          subject: subject.language,
          bytes,
          unit: 'ms',
          samples: times,
          ...(late.has(subject) && { remark: `stopped after ${PATIENCE / 1000} s` }),
        };
      }
    }
  },
};

async function loadGrammars(): Promise<Map<Subject, IGrammar>> {
  const wasm = path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(fs.readFileSync(wasm));
  const files = new Map(SUBJECTS.map(({ scope, file }) => [scope, file]));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file ? textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null;
    },
  });
  const grammars = new Map<Subject, IGrammar>();
  for (const subject of SUBJECTS) {
    const grammar = await registry.loadGrammar(subject.scope);
    if (grammar) grammars.set(subject, grammar);
  }
  return grammars;
}
