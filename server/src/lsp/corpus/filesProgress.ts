/** Tells the client how far a request is that looks at many files. */
import type { Connection } from 'vscode-languageserver';
import type { LongRequest } from '../../protocol';

/** Under the request's token; what the client does not want to know is told to nobody. */
export class FilesProgress {
  private readonly reporter;
  private told = -1;

  constructor(connection: Connection, { workDoneToken }: LongRequest) {
    this.reporter = connection.window.attachWorkDoneProgress(workDoneToken);
    this.reporter.begin('', 0);
  }

  /** So many are done. At most a hundred reports are sent: a message for each file would cost more than the file. */
  at(done: number, total: number): void {
    const percentage = Math.floor((100 * done) / total);
    if (percentage === this.told) return;
    this.told = percentage;
    this.reporter.report(percentage, `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`);
  }

  done(): void {
    this.reporter.done();
  }
}
