import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import textmate, { type IRawTheme } from 'vscode-textmate';
import { vscode } from '../editor/embedded/paths';
import { loadGrammar } from './tokens';

/** What people tell apart by its look, and where each first stands in the article. */
const PARTS = {
  marker: 'F-N-S',
  number: '1986',
  date: '2024-04-09',
  'bad date': '9/4/24',
  title: 'Truce',
  text: 'Talks',
  'unknown marker': 'S-O-U',
};
const ARTICLE =
  'F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 9/4/24 D-A-T-E-E-N-D.  ' +
  'T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks failed S-O-U-R-C-E-E-N-D. T-E-X-T-E-N-D.';

const EXTENSIONS = path.join(vscode, 'extensions');

/** The text colour of each kind of theme, where the theme itself names none. */
const FOREGROUND: Record<string, string> = {
  vs: '#333333',
  'vs-dark': '#BBBBBB',
  'hc-black': '#FFFFFF',
  'hc-light': '#292929',
};

interface ThemeFile {
  readonly include?: string;
  readonly colors?: Record<string, string>;
  readonly tokenColors?: IRawTheme['settings'] | string;
}

describe('themes', () => {
  it('of VS Code each show the parts of an article apart', async function () {
    if (!fs.existsSync(EXTENSIONS)) this.skip();
    const themes = builtInThemes();
    assert.isNotEmpty(themes);
    const clashes: string[] = [];
    for (const theme of themes) {
      const seen = new Map<string, string>();
      for (const [part, look] of await looks(theme)) {
        const other = seen.get(look);
        if (other !== undefined) clashes.push(`${theme.name} shows ${other} and ${part} alike: ${look}`);
        seen.set(look, part);
      }
    }
    assert.deepEqual(clashes, []);
  });
});

/** Each part with its colour and font style in a theme. */
async function looks(theme: IRawTheme): Promise<[part: string, look: string][]> {
  const { grammar, colors } = await loadGrammar(theme);
  const { tokens } = grammar.tokenizeLine2(ARTICLE, textmate.INITIAL);
  return Object.entries(PARTS).map(([part, text]) => {
    const offset = ARTICLE.indexOf(text);
    // Pairs of a start and its metadata; the font style has bits 11 to 14 of it, the foreground bits 15 to 23.
    let token = tokens.length - 2;
    while ((tokens[token] as number) > offset) token -= 2;
    const metadata = tokens[token + 1] as number;
    return [part, `${colors[(metadata >>> 15) & 0x1ff]}, font style ${(metadata >>> 11) & 0xf}`];
  });
}

function builtInThemes(): IRawTheme[] {
  return fs.readdirSync(EXTENSIONS).flatMap((extension) => {
    const folder = path.join(EXTENSIONS, extension);
    if (!fs.existsSync(path.join(folder, 'package.json'))) return [];
    const themes: { path: string; uiTheme: string }[] =
      readJson(path.join(folder, 'package.json')).contributes?.themes ?? [];
    return themes.map((theme) => {
      const { colors, tokenColors } = readTheme(path.join(folder, theme.path));
      const foreground = colors['editor.foreground'] ?? FOREGROUND[theme.uiTheme];
      assert.isDefined(foreground, theme.path);
      return { name: path.basename(theme.path, '.json'), settings: [{ settings: { foreground } }, ...tokenColors] };
    });
  });
}

/** A theme file on top of the one that it includes. */
function readTheme(file: string): { colors: Record<string, string>; tokenColors: IRawTheme['settings'] } {
  const { include, colors, tokenColors }: ThemeFile = readJson(file);
  const base =
    include === undefined ? { colors: {}, tokenColors: [] } : readTheme(path.join(path.dirname(file), include));
  return {
    colors: { ...base.colors, ...colors },
    // A string names a file in another format, which none of VS Code's own themes uses.
    tokenColors: [...base.tokenColors, ...(Array.isArray(tokenColors) ? tokenColors : [])],
  };
}

function readJson(file: string) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
