/** Texts that may be nearly the same as others, found by their bands only, so that not all shingles have to be kept. */
import type { Steps } from '../../core/steps';
import { BANDS, bandsOf } from './bands';

export class NearTextCandidates {
  private readonly bands = new Map<string, Int32Array>();

  /** Adds a text, once for each digest. A text of fewer than five words is no candidate. */
  add(digest: string, text: string): void {
    const bands = this.bands.has(digest) ? undefined : bandsOf(text);
    if (bands) this.bands.set(digest, bands);
  }

  /** The digests of the texts that have a band in common with another one. One step for each band. */
  *digests(): Steps<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let band = 0; band < BANDS; band++) {
      const first = new Map<number, string>();
      for (const [digest, bands] of this.bands) {
        const value = bands[band] as number;
        const other = first.get(value);
        if (other === undefined) first.set(value, digest);
        else found.add(other).add(digest);
      }
      yield;
    }
    return found;
  }
}
