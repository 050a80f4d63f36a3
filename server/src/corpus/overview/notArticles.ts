/** The files that are left alone, because they do not begin like an article. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { HEADING } from '../charts/headings';
import type { Section } from '../charts/sections';

/** So many files are listed. */
const MOST_FILES = 200;

const BEGINNING = { line: 0, character: 0 };

export interface NamedFile {
  /** Undefined where nothing can be opened. */
  readonly uri?: string;
  /** As the corpus view shows it. */
  readonly name: string;
}

/** A list of files that are not articles, each of which leads to its file where it can be opened. */
export function notArticlesSection(files: readonly NamedFile[]): Section {
  const sentences = [
    files.length === 0
      ? l10n.t('No file was left alone.')
      : plural(
          files.length,
          '{0} file does not begin with the marker of its number, F-N-S-T-A-R-T., so it is in no count, table or comparison.',
          '{0} files do not begin with the marker of their number, F-N-S-T-A-R-T., so they are in no count, table or comparison.',
        ),
    ...(files.length > MOST_FILES ? [l10n.t('The first {0} are listed.', MOST_FILES)] : []),
  ];
  return {
    id: 'not-articles',
    title: l10n.t('Files that are not articles'),
    sentence: sentences.join(' '),
    chart: undefined,
    table: {
      head: [HEADING.file],
      rows: files
        .slice(0, MOST_FILES)
        .map(({ uri, name }) => [uri === undefined ? name : { text: name, place: { uri, position: BEGINNING } }]),
    },
  };
}
