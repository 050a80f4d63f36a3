/** The names of the targets, apart from what they do, which is loaded when it is needed. */
export const TARGET_NAMES = [
  ...(['corenlp', 'tif', 'text', 'label-studio'] as const),
  ...(['doccano', 'spacy', 'sketch-engine', 'hugging-face'] as const),
];

export type TargetName = (typeof TARGET_NAMES)[number];
