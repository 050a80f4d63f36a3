/** What happens at one step of the search. */
import type { Marker } from '../../markers/scanner';
import type { SyntaxFault } from '../article';
import type { MarkedField } from './reading';

/** What happens when a marker is read in one meaning. */
export interface Events {
  /** All that it reads as markers. */
  readonly markers: readonly Marker[];
  readonly here: Event;
  /** Then another article begins: certainly, or possibly, if the one before has a field. */
  readonly border: { readonly start: number; readonly isCertain: boolean } | undefined;
  /** What happens after the border. If the border is not one, it happens in the same article. */
  readonly after: Event;
}

/** A fault that is found, a field that is complete, both or none. */
export interface Event {
  readonly fault?: SyntaxFault;
  readonly field?: MarkedField;
}
