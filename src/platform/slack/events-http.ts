/**
 * What Slack sends over HTTP, on the port that everything shares: checked, read, and given to Bolt. Bolt's own receivers
 * want a port for themselves, throw on paths that they do not know, and take what is signed for the future.
 */
import type { App, Receiver } from '@slack/bolt';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { isSigned } from './signed.ts';

export interface EventsHttp {
  readonly receiver: Receiver;
  readonly handle: (request: Request) => Promise<Response>;
  /** When the last request that was signed by Slack came. */
  readonly heardAt: () => number | undefined;
}

export interface EventsHttpParts {
  /** Undefined: every request is turned away. */
  readonly signingSecret: string | undefined;
  readonly now: () => number;
  readonly log: Log;
}

/** The largest forms that Slack sends have some 100 kB. */
const mostBytes = 1024 * 1024;

type Body = Readonly<Record<string, unknown>>;

export function createEventsHttp({ signingSecret, now, log }: EventsHttpParts): EventsHttp {
  let app: App | undefined;
  let heardAt: number | undefined;
  return {
    receiver: {
      init: (ours) => void (app = ours),
      start: async () => {},
      stop: async () => {},
    },
    heardAt: () => heardAt,
    async handle(request) {
      if (signingSecret === undefined) return refused(404, 'Slack is not heard over HTTP here.');
      if (request.method !== 'POST') return refused(405, 'Slack sends POST here.');
      const text = await textOf(request);
      if (text === undefined) return refused(413, 'That is too much for one request.');
      // Slack asks whether our certificate is well, and signs it not; nothing else may be in it.
      if (/^(?:.*&)?ssl_check=1(?:&|$)/.test(text) && isForm(request)) return new Response(null);
      const signature = {
        timestamp: request.headers.get('x-slack-request-timestamp') ?? undefined,
        signature: request.headers.get('x-slack-signature') ?? undefined,
      };
      if (!isSigned(text, signature, signingSecret, now()))
        return refused(401, 'That is not signed by Slack.');
      heardAt = now();
      const body = parsed(text, isForm(request));
      if (body === undefined) return refused(400, 'That cannot be read.');
      if (body['type'] === 'url_verification') return Response.json({ challenge: body['challenge'] });
      return given(body, request.headers);
    },
  };

  /** The answer is Bolt's acknowledgement; what is done about it goes on. */
  function given(body: Body, headers: Headers): Promise<Response> {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const retries = headers.get('x-slack-retry-num');
    const event = {
      body,
      ...(retries !== null && { retryNum: Number(retries) }),
      ...(retries !== null && { retryReason: headers.get('x-slack-retry-reason') ?? '' }),
      ack: async (said?: unknown) => resolve(acknowledged(said)),
    };
    const processed = app?.processEvent(event) ?? Promise.resolve();
    processed
      .catch((error: unknown) => {
        log.error({ err: error }, `Slack: an event was not acted upon: ${reasonOf(error)}`);
        resolve(refused(500, 'Something broke on our side.'));
      })
      // Bolt says nothing where nobody listens.
      .finally(() => resolve(refused(404, 'Nobody listens to that.')));
    return promise;
  }
}

function acknowledged(said: unknown): Response {
  if (said === undefined || said === '') return new Response(null);
  return typeof said === 'string' ? new Response(said) : Response.json(said);
}

/** @returns undefined if it is longer than Slack's are */
async function textOf({ body }: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isForm({ headers }: Request): boolean {
  return (headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
}

function parsed(text: string, asForm: boolean): Body | undefined {
  try {
    const form = asForm ? new URLSearchParams(text) : undefined;
    const payload = form === undefined ? text : form.get('payload');
    const body: unknown = payload === null ? Object.fromEntries(form ?? []) : JSON.parse(payload);
    return typeof body === 'object' && body !== null ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

function refused(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status });
}
