import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import textmate, { type IRawTheme } from 'vscode-textmate';
import { root } from '../../scripts/generate/index';
import { vscode } from '../editor/embedded/paths';
import { loadGrammar } from './tokens';

/** Parts that must look different, and the first place of each in the article. */
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

/** The semantic token of each part that the grammar also recognises. */
const TOKENS = {
  marker: 'article-marker.start',
  number: 'article-f-n',
  date: 'article-date',
  'bad date': 'article-date.invalid',
  title: 'article-title',
  'unknown marker': 'article-marker.unknown',
};

const EXTENSIONS = path.join(vscode, 'extensions');

/** The default text colour of each kind of theme. */
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
  it('of VS Code each give the parts of an article a different look', async function () {
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

  it('of VS Code give a semantic token the colour of the grammar', async function () {
    if (!fs.existsSync(EXTENSIONS)) this.skip();
    const { scopes } = readJson(path.join(root, 'package.json')).contributes.semanticTokenScopes[0];
    const fights: string[] = [];
    for (const theme of builtInThemes()) {
      const byGrammar = new Map(await looks(theme));
      for (const [part, token] of Object.entries(TOKENS)) {
        const look = `${lookOfScopes(theme, scopes[token][0].split(' '))}`;
        if (look !== byGrammar.get(part)) {
          fights.push(`${theme.name} shows ${part} as ${byGrammar.get(part)}, and its token as ${look}`);
        }
      }
    }
    assert.deepEqual(fights, []);
  });

  it('of VS Code give wrong, correct and unknown markers a different look', function () {
    if (!fs.existsSync(EXTENSIONS)) this.skip();
    const { scopes } = readJson(path.join(root, 'package.json')).contributes.semanticTokenScopes[0];
    for (const theme of builtInThemes()) {
      const markers = ['start', 'unknown', 'misspelled'].map((modifier) =>
        lookOfScopes(theme, scopes[`article-marker.${modifier}`][0].split(' ')),
      );
      assert.lengthOf(new Set(markers), 3, `${theme.name}: ${markers.join(' | ')}`);
    }
  });
});

/** Bits of the font style in the metadata of a token. */
const FONT_STYLES: Record<string, number> = { italic: 1, bold: 2, underline: 4, strikethrough: 8 };

/**
 * The colour and font style that VS Code gives a semantic token with these scopes, outermost first. Works like
 * `resolveScopes` in its colorThemeData.ts: the last of the best rules wins, separately for colour and style.
 */
function lookOfScopes(theme: IRawTheme, scopes: readonly string[]): string {
  let foreground = theme.settings[0]?.settings.foreground;
  let fontStyle = '';
  let best = { foreground: -1, fontStyle: -1 };
  for (const { scope, settings } of theme.settings) {
    const selectors = Array.isArray(scope) ? scope : (scope?.split(',') ?? []);
    const score = Math.max(-1, ...selectors.map((selector) => scoreOf(selector.trim().split(/\s+/), scopes)));
    if (score < 0) continue;
    if (settings.foreground && score >= best.foreground) {
      foreground = settings.foreground;
      best = { ...best, foreground: score };
    }
    if (settings.fontStyle !== undefined && score >= best.fontStyle) {
      fontStyle = settings.fontStyle;
      best = { ...best, fontStyle: score };
    }
  }
  const style = fontStyle.split(' ').reduce((bits, name) => bits | (FONT_STYLES[name] ?? 0), 0);
  return `${foreground?.toUpperCase()}, font style ${style}`;
}

/** How well a selector matches: by the depth of the scope that its last name matches, then by the length of that name. */
function scoreOf(selector: readonly string[], scopes: readonly string[]): number {
  if (scopes.length < selector.length) return -1;
  const places = selector.map((name) => scopes.findLastIndex((scope) => `${scope}.`.startsWith(`${name}.`)));
  return places.includes(-1) ? -1 : ((places.at(-1) as number) + 1) * 0x10000 + (selector.at(-1) as string).length;
}

/** The colour and font style of each part in a theme. */
async function looks(theme: IRawTheme): Promise<[part: string, look: string][]> {
  const { grammar, colors } = await loadGrammar(theme);
  const { tokens } = grammar.tokenizeLine2(ARTICLE, textmate.INITIAL);
  return Object.entries(PARTS).map(([part, text]) => {
    const offset = ARTICLE.indexOf(text);
    // Pairs of a start and its metadata, in which bits 11 to 14 are the font style and bits 15 to 23 the foreground.
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

/** A theme file, merged with the file that it includes. */
function readTheme(file: string): { colors: Record<string, string>; tokenColors: IRawTheme['settings'] } {
  const { include, colors, tokenColors }: ThemeFile = readJson(file);
  const base =
    include === undefined ? { colors: {}, tokenColors: [] } : readTheme(path.join(path.dirname(file), include));
  return {
    colors: { ...base.colors, ...colors },
    // A string would name a file in another format, which no built-in theme uses.
    tokenColors: [...base.tokenColors, ...(Array.isArray(tokenColors) ? tokenColors : [])],
  };
}

function readJson(file: string) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
