/** Messages and corrections through one fault after the other, and what people see of them in the end. */
import { behindTheNetwork } from './behind-the-network.ts';
import { type NetworkFault, networkFaults } from './network-faults.ts';
import { openChat } from './open-chat.ts';
import type { OpenPlatform } from './open-platform.ts';

export interface Counted {
  /** Messages owed, every second of which was corrected later. */
  readonly sent: number;
  /** First tries that met the fault, of messages and of corrections. */
  readonly met: number;
  readonly visible: number;
  readonly doubled: number;
  readonly lost: number;
  /** Visible in other words than the newest. */
  readonly stale: number;
  readonly outOfOrder: number;
}

export type Counts = Readonly<Partial<Record<NetworkFault, Counted>>>;

/** Sent together: the next ones wait in the channel while one of them meets its fault. */
const together = 10;

/**
 * @param note is told what came of each fault
 * @param open a platform of its own for each fault; default: the reference platform over HTTP
 */
export async function runFaultMatrix(
  sends: number,
  note: (line: string) => void,
  open: () => Promise<OpenPlatform> = openChat,
): Promise<Counts> {
  const counts: Partial<Record<NetworkFault, Counted>> = {};
  for (const fault of networkFaults) {
    const platform = await open();
    try {
      if (platform.network?.faults[fault] === undefined) {
        note(`${fault}: skipped, ${platform.platform.name} cannot bring it about`);
        continue;
      }
      const counted = await sendThrough(platform, fault, sends);
      counts[fault] = counted;
      note(`${fault}: ${JSON.stringify(counted)}`);
    } finally {
      await platform.close();
    }
  }
  return counts;
}

/** Every message, and every correction of one, meets the fault when it is asked for the first time. */
export async function sendThrough(open: OpenPlatform, fault: NetworkFault, sends: number): Promise<Counted> {
  const { network } = open;
  const forms = network?.faults[fault];
  if (forms === undefined) throw new Error(`${open.platform.name} cannot bring about ${fault}`);
  const { owe, send, onFirstTry, message, resume, titles } = await behindTheNetwork(open);
  let tries = 0;
  onFirstTry(() => forms[(tries += 1) % forms.length]?.());

  const newest: string[] = [];
  for (let from = 0; from < sends; from += together) {
    const numbers = Array.from({ length: Math.min(together, sends - from) }, (_, at) => from + at);
    for (const n of numbers) await owe(idOf(n), (newest[n] = `News ${n}`));
    await sendAll(numbers);
    const corrected = numbers.filter((n) => n % 2 === 1);
    for (const n of corrected) await owe(idOf(n), (newest[n] = `News ${n}, corrected`));
    await sendAll(corrected);
  }
  const met = tries - (network?.unmet() ?? 0);
  return { sent: sends, met, ...compare(newest, await titles()) };

  /** Whenever the channel is found closed its people mend that, so that its messages go on. */
  async function sendAll(numbers: readonly number[]): Promise<void> {
    for (let mended = 0; mended <= numbers.length; mended += 1) {
      await send();
      const messages = await Promise.all(numbers.map((n) => message(idOf(n))));
      if (messages.every((one) => one?.state === 'sent' && one.postedRev === one.wantedRev)) return;
      await resume();
    }
  }
}

function idOf(n: number): string {
  return `m${n}`;
}

function compare(newest: readonly string[], visible: readonly string[]) {
  const numbers = visible.map((title) => Number(/^News (\d+)/.exec(title)?.[1]));
  const seen = new Set(numbers);
  return {
    visible: visible.length,
    doubled: visible.length - seen.size,
    lost: newest.filter((_, n) => !seen.has(n)).length,
    stale: visible.filter((title, at) => title !== newest[numbers[at] ?? -1]).length,
    outOfOrder: numbers.filter((n, at) => at > 0 && n < (numbers[at - 1] ?? 0)).length,
  };
}
