/** The progress of a scan, as the client shows it. */
import * as l10n from '@vscode/l10n';
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';

export class ScanProgress {
  private reporter: WorkDoneProgressServerReporter | undefined;
  private isDone = false;

  /**
   * `created` is the client's consent. The scan does not wait for it: a client that has announced the ability may still refuse,
   * or never answer. `cancel` is called when the user cancels.
   */
  constructor(created: Promise<WorkDoneProgressServerReporter>, cancel: () => void) {
    created.then(
      (reporter) => {
        if (this.isDone) return;
        this.reporter = reporter;
        reporter.begin(l10n.t('Checking articles'), 0, undefined, true);
        reporter.token.onCancellationRequested(cancel);
      },
      () => {},
    );
  }

  report(percentage: number, message: string): void {
    this.reporter?.report(percentage, message);
  }

  done(): void {
    this.isDone = true;
    this.reporter?.done();
  }
}
