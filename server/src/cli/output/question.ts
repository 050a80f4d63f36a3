/** Asks a person at a terminal. */
import { createInterface } from 'node:readline/promises';

/** Where a person is asked. Tests have their own. */
export const terminal = {
  /** Whether somebody can read a question and answer it. */
  isThere: () => process.stdin.isTTY === true && process.stderr.isTTY === true,

  /** Whether the answer to a question is yes. Nothing else is, not even an empty line. */
  async agrees(question: string): Promise<boolean> {
    const asked = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return /^\s*y(?:es)?\s*$/i.test(await asked.question(`${question} [y/N] `));
    } finally {
      asked.close();
    }
  },
};
