/** Standard output, in large pieces. */
import { once } from 'node:events';

const ENOUGH = 64 * 1024;

export type Write = (text: string) => void;

export class Output {
  private waiting = '';

  write: Write = (text) => {
    this.waiting += text;
    if (this.waiting.length > ENOUGH) this.pass();
  };

  /** Everything is on its way, and whoever reads it keeps up. */
  async settle(): Promise<void> {
    this.pass();
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }

  private pass(): void {
    if (this.waiting !== '') process.stdout.write(this.waiting);
    this.waiting = '';
  }
}
