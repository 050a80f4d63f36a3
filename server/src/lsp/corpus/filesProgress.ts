/** Reports to the client how far a request has got that looks at many files. */
import type { Connection } from 'vscode-languageserver';
import type { LongRequest } from '../../protocol';

/** The progress of one request. Without a token in the request, nothing is sent. */
export class FilesProgress {
  private readonly reporter;
  private reported = -1;

  constructor(connection: Connection, { workDoneToken }: LongRequest) {
    this.reporter = connection.window.attachWorkDoneProgress(workDoneToken);
    this.reporter.begin('', 0);
  }

  /** So many files are done. One report for each per cent: a message for each file would cost more than the file. */
  at(done: number, total: number): void {
    const percentage = Math.floor((100 * done) / total);
    if (percentage === this.reported) return;
    this.reported = percentage;
    this.reporter.report(percentage, `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`);
  }

  done(): void {
    this.reporter.done();
  }
}
