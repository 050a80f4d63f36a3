/** What a client tells of itself, and what it can be asked to do. */

/** `initializationOptions` of a client that speaks this protocol; any other client may leave them out. */
export interface ClientOptions {
  /** The client answers READ_FILE and LIST_FILES. */
  readonly readsFiles?: boolean;
  /** The client knows the commands in CLIENT_COMMAND. */
  readonly knowsCommands?: boolean;
  /** In the values of TITLE and TEXT the client asks for completion when a person does, and not for each letter typed. */
  readonly quietInProse?: boolean;
  /** The client takes CORPUS_CHANGED. */
  readonly showsCorpus?: boolean;
}

/** Commands of the client that code actions call. Arguments: the document's URI, `settings` or `file`, what it names, and the URI of the settings file that counts, if there is one. */
export const CLIENT_COMMAND = {
  /** Switches a rule off; names its code. */
  switchOff: 'article.switchRuleOff',
  /** Makes a field of one's own known; names its letters. */
  addField: 'article.addField',
} as const;

/** Where a client command writes: VS Code's settings, or the folder's `.articlerc.json`. */
export type SettingsTarget = 'settings' | 'file';

/** Name of the file that holds the settings of a folder and of all folders in it. */
export const SETTINGS_FILE = '.articlerc.json';
