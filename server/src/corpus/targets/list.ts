/** The targets and what people read of them, apart from what they write, which is loaded when it is needed. */
import * as l10n from '@vscode/l10n';

const LIST = {
  corenlp: {
    label: 'Stanford CoreNLP',
    get sentence() {
      return l10n.t('A folder with a document for each article, the settings and the command.');
    },
    suffixes: [],
  },
  tif: {
    get label() {
      return l10n.t('R and pandas');
    },
    get sentence() {
      return l10n.t('A CSV table in the Text Interchange Format, which begins with doc_id and text.');
    },
    suffixes: ['.csv'],
  },
  text: {
    get label() {
      return l10n.t('Plain texts');
    },
    get sentence() {
      return l10n.t(
        'A folder with a file for each text, and metadata.csv: for AntConc, INCEpTION, LIWC, NVivo, MAXQDA.',
      );
    },
    suffixes: [],
  },
  'label-studio': {
    label: 'Label Studio',
    get sentence() {
      return l10n.t('A JSON file of tasks.');
    },
    suffixes: ['.json'],
  },
  doccano: {
    label: 'doccano',
    get sentence() {
      return l10n.t('JSON Lines with text and label; everything else is metadata.');
    },
    suffixes: ['.jsonl'],
  },
  spacy: {
    get label() {
      return l10n.t('spaCy and Prodigy');
    },
    get sentence() {
      return l10n.t('JSON Lines with text and meta.');
    },
    suffixes: ['.jsonl'],
  },
  'sketch-engine': {
    get label() {
      return l10n.t('Sketch Engine and CWB');
    },
    get sentence() {
      return l10n.t('A file with each text in <doc …>, and everything else as its attributes.');
    },
    suffixes: ['.xml', '.vert', '.txt'],
  },
  'hugging-face': {
    label: 'Hugging Face',
    get sentence() {
      return l10n.t('A folder with a data set in JSON Lines, and a README.md that declares its columns.');
    },
    suffixes: [],
  },
} as const satisfies Record<string, TargetEntry>;

export interface TargetEntry {
  /** What people call it. */
  readonly label: string;
  /** What is written. */
  readonly sentence: string;
  /** The suffixes that its file may have. None if it is a folder. */
  readonly suffixes: readonly string[];
}

export type TargetName = keyof typeof LIST;

export const TARGET_LIST: Readonly<Record<TargetName, TargetEntry>> = LIST;

export const TARGET_NAMES = Object.keys(LIST) as readonly TargetName[];
