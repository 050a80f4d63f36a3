/** Said wherever a file of the corpus may be missing, because its check was stopped. */
import * as l10n from '@vscode/l10n';

export function stoppedCheck(): string {
  return l10n.t('The check was stopped before all files were read. Check the corpus again.');
}
