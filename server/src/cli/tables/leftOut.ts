/** The articles that an export for a program leaves out. Reported to the user at the end. */
import type { Row } from '../../corpus/tables/rows';
import { Found, saidOf } from './omissions';

export class LeftOut {
  private readonly byReason = new Map<string, Found>();

  /** `reason` is a few words: `empty text`. */
  add({ file }: Row, reason: string): void {
    const found = this.byReason.get(reason) ?? new Found();
    this.byReason.set(reason, found);
    found.add(file, 1);
  }

  /** A sentence for each reason, with the files. */
  sentences(): readonly string[] {
    return [...this.byReason]
      .map(([reason, found]) => saidOf(found, `left out: ${reason}.`))
      .filter((said) => said !== false);
  }
}
