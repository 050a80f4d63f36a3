/** Delays the messages to the language server, or prevents its start, in both hosts. */
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { replaced } from './replaced';

declare function importScripts(): void;
const isWeb = typeof importScripts === 'function';

/** Node's module object, which the extension's client also uses; undefined in a browser. */
const processes = (): { fork(...parameters: unknown[]): ChildProcess } => require('node:child_process');

/** Holds back messages to the server, in their order. */
export class Gate {
  private isOpen = false;
  private readonly waiting: (() => void)[] = [];

  hold(): void {
    this.isOpen = false;
  }

  release(): void {
    this.isOpen = true;
    for (const send of this.waiting.splice(0)) send();
  }

  pass(send: () => void): void {
    if (this.isOpen) send();
    else this.waiting.push(send);
  }
}

/** Restarts the server, which receives nothing until the gate is released. */
export async function startLate(run: (gate: Gate) => Promise<void>): Promise<void> {
  const gate = new Gate();
  const restore = isWeb ? workersBehind(gate) : processesBehind(gate);
  const restarted = vscode.commands.executeCommand('article.restartServer');
  try {
    await run(gate);
  } finally {
    gate.release();
    await restarted;
    restore();
  }
}

/** Calls `run` while no server can start, and then starts one again. */
export async function withoutServer(run: () => Promise<void>): Promise<void> {
  const fails = () => {
    throw new Error('This server cannot start.');
  };
  const restore = isWeb ? replaced(globalThis, 'Worker', fails) : replaced(processes(), 'fork', fails);
  try {
    await vscode.commands.executeCommand('article.restartServer');
    await run();
  } finally {
    restore();
    await vscode.commands.executeCommand('article.restartServer');
  }
}

function processesBehind(gate: Gate): () => void {
  const { fork } = processes();
  return replaced(processes(), 'fork', (...parameters: unknown[]) => {
    const child = fork(...parameters);
    const send = child.send.bind(child) as (...message: unknown[]) => boolean;
    replaced(child, 'send', (...message: unknown[]) => {
      gate.pass(() => send(...message));
      return true;
    });
    return child;
  });
}

function workersBehind(gate: Gate): () => void {
  // VS Code's own constructor returns instances of another class, so a subclass of it would have no instances.
  const late = new Proxy(globalThis.Worker, {
    construct(own, parameters) {
      const worker: Worker = Reflect.construct(own, parameters);
      const post = worker.postMessage.bind(worker) as (...message: unknown[]) => void;
      replaced(worker, 'postMessage', (...message: unknown[]) => gate.pass(() => post(...message)));
      return worker;
    },
  });
  return replaced(globalThis, 'Worker', late);
}
