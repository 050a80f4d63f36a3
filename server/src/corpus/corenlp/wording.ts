/** CoreNLP's tags and types in words. */

/** The parts of speech of the Penn Treebank, and of what was added to it since. */
const PENN: Readonly<Record<string, string>> = {
  CC: 'coordinating conjunction',
  CD: 'number',
  DT: 'determiner',
  EX: 'existential there',
  FW: 'foreign word',
  IN: 'preposition or subordinating conjunction',
  JJ: 'adjective',
  JJR: 'adjective, comparative',
  JJS: 'adjective, superlative',
  LS: 'list item marker',
  MD: 'modal verb',
  NN: 'noun, singular',
  NNS: 'noun, plural',
  NNP: 'proper noun, singular',
  NNPS: 'proper noun, plural',
  PDT: 'predeterminer',
  POS: 'possessive ending',
  PRP: 'personal pronoun',
  PRP$: 'possessive pronoun',
  RB: 'adverb',
  RBR: 'adverb, comparative',
  RBS: 'adverb, superlative',
  RP: 'particle',
  SYM: 'symbol',
  TO: 'to',
  UH: 'interjection',
  VB: 'verb, base form',
  VBD: 'verb, past tense',
  VBG: 'verb, gerund or present participle',
  VBN: 'verb, past participle',
  VBP: 'verb, present tense',
  VBZ: 'verb, present tense, third person singular',
  WDT: 'wh-determiner',
  WP: 'wh-pronoun',
  WP$: 'possessive wh-pronoun',
  WRB: 'wh-adverb',
  ADD: 'address on the web',
  AFX: 'affix',
  GW: 'part of a split word',
  HYPH: 'hyphen',
  NFP: 'other sign',
  '.': 'end of a sentence',
  ',': 'comma',
  ':': 'colon, semicolon or dash',
  '``': 'opening quotation mark',
  "''": 'closing quotation mark',
  '-LRB-': 'opening bracket',
  '-RRB-': 'closing bracket',
  $: 'sign of a currency',
  '#': 'number sign',
};

/** The parts of speech of Universal Dependencies, which CoreNLP uses for languages other than English. */
const UNIVERSAL: Readonly<Record<string, string>> = {
  ADJ: 'adjective',
  ADP: 'preposition or postposition',
  ADV: 'adverb',
  AUX: 'auxiliary verb',
  CCONJ: 'coordinating conjunction',
  DET: 'determiner',
  INTJ: 'interjection',
  NOUN: 'noun',
  NUM: 'number',
  PART: 'particle',
  PRON: 'pronoun',
  PROPN: 'proper noun',
  PUNCT: 'punctuation',
  SCONJ: 'subordinating conjunction',
  VERB: 'verb',
};

/** A part of speech in words, with its tag: `noun, plural (NNS)`. An unknown one is the tag alone. */
export function partOfSpeech(tag: string): string {
  const words = { ...UNIVERSAL, ...PENN }[tag];
  return words === undefined ? tag : `${words} (${tag})`;
}

/** The type of an entity in words: `state or province`. */
export function entityName(type: string): string {
  return NAMES[type] ?? type.toLowerCase().replaceAll('_', ' ');
}

const NAMES: Readonly<Record<string, string>> = { MISC: 'other name', SET: 'repeated time', URL: 'web address' };

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
