/** The lists of rules across articles, and of all rules. */
import { FILE_RULES } from '../../core/fileFindings';
import { type DescribedRule, RULES } from '../../core/rules';
import { duplicateNumber } from './duplicate-number';
import { duplicateText } from './duplicate-text';
import { fileNameMismatch } from './file-name-mismatch';
import { nearDuplicate } from './near-duplicate';
import type { CorpusRule } from './rule';

export type { CorpusFile, CorpusFinding, CorpusRelated, CorpusRule, CorpusRuleFinding, Occurrence } from './rule';

export const CORPUS_RULES: readonly CorpusRule[] = [duplicateNumber, duplicateText, nearDuplicate, fileNameMismatch];

/** All rules: of an article, of a file's bytes and across files. */
export const ALL_RULES: readonly DescribedRule[] = [...RULES, ...FILE_RULES, ...CORPUS_RULES];

/** The codes of all rules, which settings may name. */
export const CODES: readonly string[] = ALL_RULES.map(({ code }) => code);
