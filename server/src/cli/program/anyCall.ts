/** A call of any command. The code of each command except `check` is loaded only when it is called. */
import { declareCheck } from './check';
import { declareCompletion } from './completion';
import { declareExport } from './export';
import { declareFix } from './fix';
import { declareFormat } from './format';
import { declareHelp } from './help';
import { declareImport } from './import';
import { declareList } from './list';
import { declareLock, declareVerify } from './lock';
import { declareLsp } from './lsp';
import { type Declare, programOf } from './program';
import { declareRule } from './rule';
import { run } from './run';
import { declareSample } from './sample';
import { declareStats } from './stats';
import { declareUndo } from './undo';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Declare[] = [
  declareCheck,
  declareFix,
  declareFormat,
  declareExport,
  declareImport,
  declareUndo,
  declareStats,
  declareList,
  declareSample,
  declareLock,
  declareVerify,
  declareRule,
  declareLsp,
  declareCompletion,
  declareHelp,
];

export const call = (version: string): Promise<void> => run(programOf(version, COMMANDS));
