/** The main thread's end of `sqlite-worker.ts`: a store whose methods are called there. */
import { Worker } from 'node:worker_threads';
import { threadArguments } from '../thread.ts';
import { keptOf } from './kept-alerts.ts';
import type { Matched } from './port/articles.ts';
import type { Store } from './store.ts';
import { readFault, type ThreadFault } from './thread-fault.ts';
import type { Urgency } from './turns.ts';

export type ToThread =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly urgency: Urgency;
      readonly room: string;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'close'; readonly id: number };

export type FromThread =
  | { readonly kind: 'opened'; readonly methods: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'refused'; readonly fault: ThreadFault }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: ThreadFault };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Of all that a room has, or of one method. Deliveries take so many turns that others would wait long. */
const urgencies: Readonly<Record<string, Urgency>> = {
  articles: 'news',
  'articles.seenLately': 'prompt',
  'articles.due': 'last step',
  'articles.recordKept': 'last step',
  'subscriptions.changes': 'last step',
  deliveries: 'patient',
  crossposts: 'patient',
  retention: 'patient',
};

/**
 * Opens the store in a new thread; rejects with a `UserError` where a person can mend what is wrong.
 * @param onLost the thread has ended although nobody closed the store: every question is refused from now on
 */
export async function openSqliteThread(path: string, onLost: (reason: Error) => void): Promise<Store> {
  const worker = new Worker(new URL('sqlite-worker.ts', import.meta.url), {
    workerData: { path },
    name: 'sqlite',
    execArgv: threadArguments(),
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  });
  const waiting = new Map<number, Waiting>();
  const opened = Promise.withResolvers<Extract<FromThread, { kind: 'opened' }>['methods']>();
  let lastId = 0;
  let ended: Error | undefined;
  let closing: Promise<void> | undefined;
  let isOpen = false;

  const exited = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      const reason = end(new Error(`the database's thread has ended (exit code ${code})`));
      if (isOpen && closing === undefined) onLost(reason);
      resolve();
    });
  });
  worker.on('error', end);
  worker.on('message', hear);

  try {
    const methods = await opened.promise;
    isOpen = true;
    if (waiting.size === 0) worker.unref();
    return storeOf(methods);
  } catch (error) {
    await worker.terminate();
    throw error;
  }

  function storeOf(methods: Awaited<typeof opened.promise>): Store {
    const rooms = Object.entries(methods).map(([room, its]) => {
      const calls = its.map((method) => {
        const urgency = urgencies[`${room}.${method}`] ?? urgencies[room] ?? 'prompt';
        const call = (...args: unknown[]) => ask((id) => ({ kind: 'call', id, urgency, room, method, args }));
        return [method, call] as const;
      });
      return [room, Object.fromEntries(calls)];
    });
    const { store, articles, ...others } = Object.fromEntries(rooms);
    const recordMatched = (matched: Matched) => articles.recordKept(keptOf(matched));
    return { ...others, articles: { ...articles, recordMatched }, ...store, close };
  }

  function close(): Promise<void> {
    closing ??= letGo();
    return closing;
  }

  async function letGo(): Promise<void> {
    // It is gone already, and with it what it held.
    if (ended !== undefined) return exited;
    const closed = ask((id) => ({ kind: 'close', id }));
    // Who asks from now on comes too late, also while others are still answered.
    ended ??= new Error("the database's thread has ended");
    await closed;
    // The thread has let go of the file and ends; nobody else keeps the process alive until it has.
    worker.ref();
    await exited;
  }

  /** An idle database keeps no process alive; a question that waits for its answer does. */
  function ask(question: (id: number) => ToThread): Promise<unknown> {
    if (ended !== undefined) return Promise.reject(ended);
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      if (waiting.size === 0) worker.ref();
      waiting.set(id, { resolve, reject });
      say(question(id));
    });
  }

  function hear(message: FromThread): void {
    switch (message.kind) {
      case 'opened':
        return opened.resolve(message.methods);
      case 'refused':
        return opened.reject(readFault(message.fault, path));
      case 'done':
        return answered(message.id)?.resolve(message.value);
      case 'failed':
        return answered(message.id)?.reject(readFault(message.fault, path));
    }
  }

  function answered(id: number): Waiting | undefined {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return asker;
  }

  function say(message: ToThread): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(message);
  }

  /** @returns why it ended: the first reason is the true one */
  function end(reason: Error): Error {
    ended ??= reason;
    opened.reject(ended);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    return ended;
  }
}
