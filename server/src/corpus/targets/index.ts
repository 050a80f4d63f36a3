/** What articles can be exported for. */
import { corenlp } from './corenlp';
import { doccano } from './doccano';
import { huggingFace } from './huggingFace';
import { labelStudio } from './labelStudio';
import type { TargetName } from './list';
import { sketchEngine } from './sketchEngine';
import { spacy } from './spacy';
import type { Target } from './target';
import { text } from './text';
import { tif } from './tif';

export type { FileTarget, FolderTarget, NewFolder, Reason, Target, TargetSource } from './target';
export { reasonInWords } from './target';

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  corenlp,
  tif,
  text,
  'label-studio': labelStudio,
  doccano,
  spacy,
  'sketch-engine': sketchEngine,
  'hugging-face': huggingFace,
};
