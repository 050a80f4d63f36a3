/**
 * The settings that the client has. A client may announce that it can be asked for them and then answer late, or never: until
 * the answer comes, the server goes on without it.
 */
import * as l10n from '@vscode/l10n';
import type { ConfigurationItem, Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './start/clientAbilities';

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 2000;

type Answer = readonly unknown[];

export class ClientSettings {
  /**
   * The section `article` as the client has pushed it, if it has. Used for clients that cannot be asked for settings, or do not
   * answer.
   */
  pushed: unknown;
  /** Called when an answer that was no longer waited for changes something. */
  onLate = () => {};
  /** How many questions are no longer waited for. */
  private overdue = 0;
  /** The late answers, by their questions. */
  private readonly late = new Map<string, Answer>();

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientAbilities,
  ) {}

  /**
   * The values of these sections, in their order; an empty list from a client that cannot be asked, refuses, or has not answered
   * in time. While an earlier answer is missing, none is waited for.
   */
  async ask(items: ConfigurationItem[]): Promise<Answer> {
    if (!this.client.hasConfiguration) return [];
    const answer = this.connection.workspace.getConfiguration(items).catch((): Answer => []);
    const inTime = await within(answer, this.overdue > 0 ? 0 : PATIENCE);
    if (inTime) return inTime;
    const question = JSON.stringify(items);
    const used = this.late.get(question) ?? [];
    if (this.overdue++ === 0) this.connection.console.warn(defaultsAreUsed());
    answer.then((value) => {
      this.overdue--;
      this.late.set(question, value);
      if (JSON.stringify(value) !== JSON.stringify(used)) this.onLate();
    });
    return used;
  }
}

function defaultsAreUsed(): string {
  return l10n.t('The editor has not sent its settings. Until it does, the defaults are used.');
}

/** The answer, if it comes in so many milliseconds. */
async function within(answer: Promise<Answer>, time: number): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, time, undefined);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}
