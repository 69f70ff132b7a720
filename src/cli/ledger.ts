import type { MessageContent } from '../domain.ts';
import type { LedgerEntry } from '../store/ledger.ts';
import { printLine, readArguments, type Terminal, UsageError, type Verb } from './verb.ts';

interface LedgerParts {
  readonly read: (asked: {
    readonly channel?: string | undefined;
    readonly limit: number;
  }) => Promise<readonly LedgerEntry[]>;
  /** For the times of day. */
  readonly zone: () => string;
}

/** `ledger`: what became of every message. */
export function ledgerVerb({ read, zone }: LedgerParts): Verb {
  return {
    name: 'ledger',
    usage: '[--channel NAME] [--limit 100] [--json]',
    about:
      'Prints what was sent where, what is pending, unknown or dead, and the way there; also while the bot runs.',
    async run(args, { output }) {
      const { values } = readArguments(args, {
        channel: { type: 'string' },
        limit: { type: 'string', default: '100' },
        json: { type: 'boolean', default: false },
      });
      const limit = Number(values.limit);
      if (!Number.isSafeInteger(limit) || limit < 1)
        throw new UsageError('--limit: expected a whole number of messages, at least 1.');
      const channel = values.channel?.replace(/^#/, '');
      for (const entry of await read({ channel, limit })) {
        if (values.json) printLine(output, asJson(entry));
        else for (const line of asLines(entry, zone())) printLine(output, line);
      }
      return 0;
    },
  };
}

function asJson({ channel, message, sentAt, way }: LedgerEntry): object {
  const { id, state, postedRev, wantedRev, reason, content, createdAt } = message;
  return {
    message: id,
    channel,
    state,
    ...(content.kind === 'alert'
      ? { title: content.title, url: content.url, article: content.articleId }
      : { notice: content.notice }),
    replyTo: message.parentId,
    revision: postedRev,
    wanted: wantedRev,
    reason,
    placed: iso(createdAt),
    sent: sentAt === undefined ? undefined : iso(sentAt),
    way: way.map((step) => ({ at: iso(step.at), from: step.from, to: step.to, reason: step.reason })),
  };
}

function asLines({ channel, message, way }: LedgerEntry, zone: string): readonly string[] {
  const { id, state, content, reason } = message;
  const time = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  const because = reason === undefined ? '' : ` (${reason})`;
  const steps = way.map(({ at, to }) => `${to} ${time.format(at)}`);
  return [
    `${state.padEnd(7)} ${channel}  ${nameOf(content)}${because}`,
    `        ${id}: ${steps.join(' → ')}`,
  ];
}

function nameOf(content: MessageContent): string {
  return content.kind === 'alert' ? content.title : `(notice: ${content.notice.kind})`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

interface ResendParts {
  /** @returns false if there is no dead message of this id. */
  readonly resend: (messageId: string) => Promise<boolean>;
}

/** `resend`: another chance for a message that was given up. */
export function resendVerb({ resend }: ResendParts): Verb {
  return {
    name: 'resend',
    usage: 'MESSAGE',
    about: 'Sends a dead message again (its id is in `ledger`); it is looked for in the channel first.',
    async run(args, { output, errors }: Terminal) {
      const { positionals } = readArguments(args, {});
      const [id] = positionals;
      if (id === undefined || positionals.length > 1) throw new UsageError('Which message? Give its id.');
      if (await resend(id)) {
        printLine(output, `${id} will be sent again.`);
        return 0;
      }
      printLine(errors, `There is no dead message ${id}; \`ledger\` shows which there are.`);
      return 1;
    },
  };
}
