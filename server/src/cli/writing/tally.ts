/** The numbers of a call's files, or of its records, by outcome. */
import { counted } from '../../core/language';
import { NOTHING_FOUND } from '../output/nothingFound';
import { plural } from '../output/plural';

export class Tally {
  /** Those with articles. */
  seen = 0;
  changed = 0;
  /** Those that could not be read or written. */
  refused = 0;

  constructor(private readonly noun: 'file' | 'record') {}

  /** What has become of them, as sentences. */
  summary(isWriting: boolean, canUndo: boolean): string {
    const { noun, seen, changed, refused } = this;
    const all = plural(seen, noun);
    const others = refused > 0 ? ` ${plural(refused, noun)} could not be read or written.` : '';
    if (changed > 0) {
      const undo = canUndo ? ' article-format undo takes that back.' : '';
      return `${counted(changed)} of ${all} ${isWriting ? 'changed' : 'would change'}.${undo}${others}`;
    }
    if (refused > 0) return `Nothing was changed.${others}`;
    return seen === 0 ? NOTHING_FOUND : `Nothing to do in ${all}.`;
  }

  /** The same before all files have been looked at. */
  soFar(isWriting: boolean, canUndo: boolean): string {
    return this.changed > 0 ? this.summary(isWriting, canUndo) : `No ${this.noun} was changed.`;
  }
}
