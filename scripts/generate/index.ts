/** Writes every file that is generated: from the table of the format, from the rules, and from the texts in the sources. `npm test` fails when one is out of date. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { articlercHelp } from './articlercHelp';
import { articlercSchema } from './articlercSchema';
import { bundle } from './bundles';
import { grammar } from './grammar';
import { languageConfiguration } from './languageConfiguration';
import { helpFor, manifest, manifestTexts, textsIn } from './manifest';
import { manPage } from './manPage';
import { messages } from './messages';
import { notice } from './notice';
import { pageTexts, rulePages, rulePagesIn } from './rulePages';
import { treeSitterFolds, treeSitterGrammar, treeSitterHighlights, treeSitterInjections } from './treeSitter';
import { vimDetection, vimFileType, vimSyntax } from './vimSyntax';
import { PICTURES, picture, pictureFor } from './walkthroughPictures';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The files of texts in each language, `package.nls*.json` and the bundles of messages, by their path from the project's root. */
export const manifestTextFiles = fs.readdirSync(root).filter((name) => /^package\.nls\b.*\.json$/.test(name));
export const bundleFiles = filesOf('bundle');
export const pageFiles = filesOf('pages');

/** The content of each generated file, by its path from the project's root. */
export const generatedFiles: Record<string, () => string> = {
  'syntaxes/article.tmLanguage.json': grammar,
  'tree-sitter-article/grammar.js': treeSitterGrammar,
  'tree-sitter-article/queries/highlights.scm': treeSitterHighlights,
  'tree-sitter-article/queries/folds.scm': treeSitterFolds,
  'tree-sitter-article/queries/injections.scm': treeSitterInjections,
  'vim/syntax/article.vim': vimSyntax,
  'vim/ftplugin/article.vim': vimFileType,
  'vim/ftdetect/article.vim': vimDetection,
  'language-configuration.json': languageConfiguration,
  'package.json': manifest,
  ...Object.fromEntries(manifestTextFiles.map((file) => [file, () => manifestTexts(file)])),
  ...Object.fromEntries(bundleFiles.map((file) => [file, () => bundle(root, file)])),
  'schemas/articlerc.schema.json': articlercSchema,
  ...Object.fromEntries(manifestTextFiles.map((file) => [helpFor(file), () => articlercHelp(textsIn(file))])),
  ...Object.fromEntries(
    manifestTextFiles
      .filter((file) => file !== 'package.nls.json')
      .flatMap((file) =>
        PICTURES.map((name) => [
          pictureFor(file, name),
          () => picture(name, textsIn('package.nls.json'), textsIn(file)),
        ]),
      ),
  ),
  ...rulePages,
  ...Object.fromEntries(pageFiles.map((file) => [file, () => pageTexts(file)])),
  ...Object.assign({}, ...pageFiles.map((file) => rulePagesIn(file.split('.').at(-2) ?? ''))),
  'man/article-format.1': manPage,
  NOTICE: notice,
  'docs/messages.md': () => messages(root),
};

/** The files of a kind in l10n/, by their path. */
function filesOf(kind: string): readonly string[] {
  const names = fs.readdirSync(path.join(root, 'l10n')).filter((name) => name.startsWith(`${kind}.`));
  return names.map((name) => `l10n/${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of Object.entries(generatedFiles)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), content());
    console.log(`wrote ${file}`);
  }
}
