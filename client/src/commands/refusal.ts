/** Why a command can do nothing. */

/**
 * Thrown by a command that can do nothing; its message, a plain sentence, is what the person reads. VS Code shows some 75
 * characters of a message that has no buttons.
 */
export class Refusal extends Error {}

/** The same, where starting the language server again may help. */
export class ServerRefusal extends Refusal {}
