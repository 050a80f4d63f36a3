/** CoreNLP's tags and types in words. */
import * as l10n from '@vscode/l10n';

/** The parts of speech of the Penn Treebank, and of what was added to it since. */
const PENN: Readonly<Record<string, () => string>> = {
  CC: () => l10n.t('coordinating conjunction'),
  CD: () => l10n.t('number'),
  DT: () => l10n.t('determiner'),
  EX: () => l10n.t('existential there'),
  FW: () => l10n.t('foreign word'),
  IN: () => l10n.t('preposition or subordinating conjunction'),
  JJ: () => l10n.t('adjective'),
  JJR: () => l10n.t('adjective, comparative'),
  JJS: () => l10n.t('adjective, superlative'),
  LS: () => l10n.t('list item marker'),
  MD: () => l10n.t('modal verb'),
  NN: () => l10n.t('noun, singular'),
  NNS: () => l10n.t('noun, plural'),
  NNP: () => l10n.t('proper noun, singular'),
  NNPS: () => l10n.t('proper noun, plural'),
  PDT: () => l10n.t('predeterminer'),
  POS: () => l10n.t('possessive ending'),
  PRP: () => l10n.t('personal pronoun'),
  PRP$: () => l10n.t('possessive pronoun'),
  RB: () => l10n.t('adverb'),
  RBR: () => l10n.t('adverb, comparative'),
  RBS: () => l10n.t('adverb, superlative'),
  RP: () => l10n.t('particle'),
  SYM: () => l10n.t('symbol'),
  TO: () => l10n.t('the word “to”'),
  UH: () => l10n.t('interjection'),
  VB: () => l10n.t('verb, base form'),
  VBD: () => l10n.t('verb, past tense'),
  VBG: () => l10n.t('verb, gerund or present participle'),
  VBN: () => l10n.t('verb, past participle'),
  VBP: () => l10n.t('verb, present tense'),
  VBZ: () => l10n.t('verb, present tense, third person singular'),
  WDT: () => l10n.t('wh-determiner'),
  WP: () => l10n.t('wh-pronoun'),
  WP$: () => l10n.t('possessive wh-pronoun'),
  WRB: () => l10n.t('wh-adverb'),
  ADD: () => l10n.t('address on the web'),
  AFX: () => l10n.t('affix'),
  GW: () => l10n.t('part of a split word'),
  HYPH: () => l10n.t('hyphen'),
  NFP: () => l10n.t('other sign'),
  '.': () => l10n.t('end of a sentence'),
  ',': () => l10n.t('comma'),
  ':': () => l10n.t('colon, semicolon or dash'),
  '``': () => l10n.t('opening quotation mark'),
  "''": () => l10n.t('closing quotation mark'),
  '-LRB-': () => l10n.t('opening bracket'),
  '-RRB-': () => l10n.t('closing bracket'),
  $: () => l10n.t('sign of a currency'),
  '#': () => l10n.t('number sign'),
};

/** The parts of speech of Universal Dependencies, which CoreNLP uses for languages other than English. */
const UNIVERSAL: Readonly<Record<string, () => string>> = {
  ADJ: () => l10n.t('adjective'),
  ADP: () => l10n.t('preposition or postposition'),
  ADV: () => l10n.t('adverb'),
  AUX: () => l10n.t('auxiliary verb'),
  CCONJ: () => l10n.t('coordinating conjunction'),
  DET: () => l10n.t('determiner'),
  INTJ: () => l10n.t('interjection'),
  NOUN: () => l10n.t('noun'),
  NUM: () => l10n.t('number'),
  PART: () => l10n.t('particle'),
  PRON: () => l10n.t('pronoun'),
  PROPN: () => l10n.t('proper noun'),
  PUNCT: () => l10n.t('punctuation'),
  SCONJ: () => l10n.t('subordinating conjunction'),
  VERB: () => l10n.t('verb'),
};

/** A part of speech in words, with its tag: `noun, plural (NNS)`. An unknown one is the tag alone. */
export function partOfSpeech(tag: string): string {
  const words = { ...UNIVERSAL, ...PENN }[tag];
  return words === undefined ? tag : `${words()} (${tag})`;
}

/** The type of an entity in words: `state or province`. */
export function entityName(type: string): string {
  return NAMES[type]?.() ?? type.toLowerCase().replaceAll('_', ' ');
}

/** The types of CoreNLP's models and rules for English. */
const NAMES: Readonly<Record<string, () => string>> = {
  PERSON: () => l10n.t('person'),
  LOCATION: () => l10n.t('location'),
  CITY: () => l10n.t('city'),
  COUNTRY: () => l10n.t('country'),
  STATE_OR_PROVINCE: () => l10n.t('state or province'),
  ORGANIZATION: () => l10n.t('organization'),
  DATE: () => l10n.t('date'),
  TIME: () => l10n.t('time'),
  DURATION: () => l10n.t('duration'),
  SET: () => l10n.t('repeated time'),
  NUMBER: () => l10n.t('number'),
  ORDINAL: () => l10n.t('ordinal'),
  PERCENT: () => l10n.t('percent'),
  MONEY: () => l10n.t('money'),
  MISC: () => l10n.t('other name'),
  TITLE: () => l10n.t('title of a person'),
  NATIONALITY: () => l10n.t('nationality'),
  RELIGION: () => l10n.t('religion'),
  IDEOLOGY: () => l10n.t('ideology'),
  CAUSE_OF_DEATH: () => l10n.t('cause of death'),
  CRIMINAL_CHARGE: () => l10n.t('criminal charge'),
  EMAIL: () => l10n.t('email'),
  URL: () => l10n.t('web address'),
  HANDLE: () => l10n.t('handle'),
};

/** What an entity is, in a word. Each kind has a colour and a line of its own in the editor. */
export type EntityKind = 'person' | 'place' | 'organization' | 'time' | 'number' | 'other';

const KINDS: Readonly<Record<string, EntityKind>> = {
  PERSON: 'person',
  LOCATION: 'place',
  CITY: 'place',
  COUNTRY: 'place',
  STATE_OR_PROVINCE: 'place',
  ORGANIZATION: 'organization',
  DATE: 'time',
  TIME: 'time',
  DURATION: 'time',
  SET: 'time',
  NUMBER: 'number',
  ORDINAL: 'number',
  PERCENT: 'number',
  MONEY: 'number',
};

export function entityKind(type: string): EntityKind {
  return KINDS[type] ?? 'other';
}
