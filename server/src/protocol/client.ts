/** A client's abilities and language, and the commands that it offers. */
import type { Messages } from '../core/language';

/** `initializationOptions` of a client that supports this protocol; any other client may leave them out. */
export interface ClientOptions {
  /** The client answers READ_FILE and LIST_FILES. */
  readonly readsFiles?: boolean;
  /** The client knows the commands in CLIENT_COMMAND. */
  readonly knowsCommands?: boolean;
  /** In the values of TITLE and TEXT, the client requests completion only when a person does, not for each typed letter. */
  readonly quietInProse?: boolean;
  /** The client handles CORPUS_CHANGED. */
  readonly showsCorpus?: boolean;
  /** The client handles ANNOTATIONS_CHANGED. */
  readonly showsAnnotations?: boolean;
  /** The client requests the diagnostics of other documents again only when the server asks for it, not after each edit. */
  readonly waitsForRefresh?: boolean;
  /** The client has colours for the project's own token types. Any other gets the types that the specification names. */
  readonly knowsTokens?: boolean;
  /** The language of the editor, such as `es`, in which numbers and days are written. Without it, all is in English. */
  readonly language?: string;
  /** The messages in that language, by their English. Without them, messages are in English. */
  readonly messages?: Messages | undefined;
}

/**
 * Commands of the client that code actions call. Arguments: the document's URI, `settings` or `file`, a name, and the URI of
 * the settings file that applies, if there is one.
 */
export const CLIENT_COMMAND = {
  /** Switches a rule off. The name is its code. */
  switchOff: 'article.switchRuleOff',
  /** Adds a user-defined field. The name is its letters. */
  addField: 'article.addField',
} as const;

/** The command of the client that corrects all dates of a form in the corpus, which a code action calls. Its argument is the form. */
export const FIX_DATES = 'article.fixDates';

/** Where a client command writes: to VS Code's settings, or to the folder's `.articlerc.json`. */
export type SettingsTarget = 'settings' | 'file';

/** Name of the file with the settings of a folder and of all folders in it. */
export const SETTINGS_FILE = '.articlerc.json';
