/** Why a command cannot run. */

/**
 * Thrown by a command that cannot run. The person reads its message, a plain sentence. VS Code shows some 75
 * characters of a message that has no buttons.
 */
export class Refusal extends Error {}

/** The same, if restarting the language server may help. */
export class ServerRefusal extends Refusal {}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
