/** The articles that an export for a program leaves out. Reported to the user at the end. */
import type { Row } from '../../corpus/rows';
import { Found, saidOf } from './omissions';

export class LeftOut {
  private readonly byReason = new Map<string, Found>();
  private last: { readonly reason: string; readonly file: string } | undefined;

  /** `reason` is a few words: `empty text`. */
  add({ file }: Row, reason: string): void {
    const found = this.byReason.get(reason) ?? new Found();
    this.byReason.set(reason, found);
    const isSame = this.last?.file === file && this.last.reason === reason;
    found.add(file, 1);
    if (isSame) found.files.pop();
    this.last = { file, reason };
  }

  /** A sentence for each reason, with the files. */
  sentences(): readonly string[] {
    return [...this.byReason]
      .map(([reason, found]) => saidOf(found, `left out: ${reason}.`))
      .filter((said) => said !== false);
  }
}
