/** Reports to the client how far a request has got that looks at many files. */
import type { Connection } from 'vscode-languageserver';
import { counted, plural } from '../../core/language';
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
    this.reporter.report(percentage, plural(total, '{1} of {0} file', '{1} of {0} files', counted(done)));
  }

  done(): void {
    this.reporter.done();
  }
}
