/** The list of rules across articles, and of the codes of all rules there are. */
import { FILE_RULES } from '../../core/fileFindings';
import { RULES } from '../../core/rules';
import { duplicateNumber } from './duplicate-number';
import { duplicateText } from './duplicate-text';
import { fileNameMismatch } from './file-name-mismatch';
import type { CorpusRule } from './rule';

export type { CorpusFile, CorpusFinding, CorpusRelated, CorpusRule, CorpusRuleFinding, Occurrence } from './rule';

export const CORPUS_RULES: readonly CorpusRule[] = [duplicateNumber, duplicateText, fileNameMismatch];

/** The codes of all rules, of an article, of a file's bytes and across files: what settings may name. */
export const CODES: readonly string[] = [...RULES, ...FILE_RULES, ...CORPUS_RULES].map(({ code }) => code);
