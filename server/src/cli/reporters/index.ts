/** The forms in which `check` writes what it finds. */
import { github } from './github';
import { jsonl } from './jsonl';
import { pretty } from './pretty';
import type { MakeReporter } from './reporter';
import { sarif } from './sarif';

export type { MakeReporter, Reporter, Summary } from './reporter';

export const REPORTERS: Readonly<Record<string, MakeReporter>> = { pretty, jsonl, sarif, github };
