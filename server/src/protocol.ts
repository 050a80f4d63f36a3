/** What client and server say to each other beyond LSP. The client imports nothing else of the server but core/detection. */

/** Name of the file that holds the settings of a folder and of all folders in it. */
export const SETTINGS_FILE = '.articlerc.json';

/** `initializationOptions` of a client that speaks this protocol; any other client may leave them out. */
export interface ClientOptions {
  /** The client answers READ_FILE. */
  readonly readsFiles?: boolean;
  /** The client knows the commands in CLIENT_COMMAND. */
  readonly knowsCommands?: boolean;
}

/** Request to the server: what it found in an open document; null when it is not open there. */
export const SUMMARY = 'article/summary';

export interface SummaryParams {
  readonly uri: string;
}

export interface Summary {
  readonly articles: number;
  /** Words in the TEXT fields. */
  readonly words: number;
  readonly problems: number;
  /** URI of the `.articlerc.json` that decides for this document, if there is one. */
  readonly settingsFile?: string;
}

/** Request to the client: a file's bytes as base64, by URI; null when there is none or it cannot be read. */
export const READ_FILE = 'article/readFile';

/** Commands of the client that code actions call. Arguments: the document's URI, `settings` or `file`, and what it names. */
export const CLIENT_COMMAND = {
  /** Switches a rule off; names its code. */
  switchOff: 'article.switchRuleOff',
  /** Makes a field of one's own known; names its letters. */
  addField: 'article.addField',
} as const;

/** Where a client command writes: VS Code's settings, or the folder's `.articlerc.json`. */
export type SettingsTarget = 'settings' | 'file';
