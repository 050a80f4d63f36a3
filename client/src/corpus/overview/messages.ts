/** What the extension and the script in the overview's tab say to each other. */

/** From the script. */
export type FromTab =
  /** It runs, and can show something. */
  | { readonly type: 'ready' }
  /** Show only the articles of a query, or those from one day to another one, in the corpus view; or all again. */
  | { readonly type: 'filter'; readonly where: string }
  | { readonly type: 'days'; readonly first: string; readonly last: string }
  | { readonly type: 'clear' }
  /** So many bars are selected by keyboard. */
  | { readonly type: 'selected'; readonly count: number; readonly first: string; readonly last: string }
  | { readonly type: 'open'; readonly uri: string; readonly line: number; readonly character: number }
  /** Show the articles by time in another unit. */
  | { readonly type: 'unit'; readonly unit: string }
  /** Copy a section as CSV, or save it as a file. */
  | { readonly type: 'copy'; readonly section: string }
  | { readonly type: 'save'; readonly section: string }
  /** Find texts that are nearly the same, or compare the two of a pair. */
  | { readonly type: 'seek' }
  | { readonly type: 'compare'; readonly pair: number }
  /** The image that was asked for, as base64; absent if it could not be drawn. */
  | { readonly type: 'drawn'; readonly png?: string };

/** To the script. */
export type ToTab =
  | { readonly type: 'show'; readonly sections: readonly ShownSection[]; readonly note: string }
  /** The filter of the corpus view, and a sentence that says so; absent if it shows all articles. */
  | { readonly type: 'filtered'; readonly filter?: { readonly where: string; readonly sentence: string } }
  /** Say something to people who do not see the bars. */
  | { readonly type: 'say'; readonly text: string }
  /** Draw an SVG as PNG. */
  | { readonly type: 'draw'; readonly svg: string };

export interface ShownSection {
  readonly id: string;
  readonly html: string;
}

/** What VS Code keeps of the tab when the window is reloaded: the unit of time, and where the page was scrolled to. */
export interface Remembered {
  readonly unit?: string;
  readonly scroll?: number;
}
