import { assert } from 'chai';
import type { Message } from 'vscode-languageserver/node';
import { Lifecycle } from '../../../../server/src/lsp/start/lifecycle';

const notification = (method: string): Message => ({ jsonrpc: '2.0', method, params: {} }) as Message;
const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } } as Message;

/** A running connection, the methods that were handled, and what lets the held ones through. */
function running() {
  const lifecycle = new Lifecycle();
  const handled: string[] = [];
  const next = (message: Message) => void handled.push((message as { method?: string }).method ?? '');
  const take = (message: Message) => Promise.resolve(lifecycle.handleMessage(message, next));
  void take(initialize);
  handled.length = 0;
  return { lifecycle, handled, take };
}

describe('a server of which a part is still to be loaded', () => {
  it('loads it for the first message, and holds all messages in their order until then', async () => {
    const { lifecycle, handled, take } = running();
    let release = () => {};
    const loaded = new Promise<void>((resolve) => {
      release = resolve;
    });
    let calls = 0;
    lifecycle.holdUntil(() => {
      calls++;
      return loaded;
    });
    assert.equal(calls, 0);
    const taken = [take(notification('initialized')), take(notification('$/setTrace'))];
    await Promise.resolve();
    assert.isAbove(calls, 0);
    assert.deepEqual(handled, []);
    release();
    await Promise.all(taken);
    assert.deepEqual(handled, ['initialized', '$/setTrace']);
  });

  it('handles messages at once after that', async () => {
    const { lifecycle, handled, take } = running();
    lifecycle.holdUntil(() => Promise.resolve());
    await take(notification('initialized'));
    void take(notification('$/setTrace'));
    assert.deepEqual(handled, ['initialized', '$/setTrace']);
  });

  it('handles no message if it cannot be loaded', async () => {
    const { lifecycle, handled, take } = running();
    lifecycle.holdUntil(() => Promise.reject(new Error('A file is missing.')));
    const error = await take(notification('initialized')).catch(({ message }: Error) => message);
    assert.equal(error, 'A file is missing.');
    assert.deepEqual(handled, []);
  });
});
