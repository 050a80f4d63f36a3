/** A call of `lsp`. Whoever opens an editor waits for it, so nothing of the other commands is loaded. */
import { declareLsp } from './lsp';
import { programOf } from './program';
import { run } from './run';

export const call = (version: string): Promise<void> => run(programOf(version, [declareLsp]));
