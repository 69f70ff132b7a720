/** Slack's way to an app over HTTP: signed requests to its Request URL. */
import { createHmac } from 'node:crypto';
import type { Carried, Envelope, Retry, Transport } from './delivery.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';

export interface HttpTransport extends Transport {
  /** Where the app listens; the same for events, commands and interactions unless it says otherwise. */
  readonly sendTo: (urls: RequestUrls) => void;
  readonly isOn: () => boolean;
  /** The question that Slack asks before it takes a Request URL: does it give back the challenge? */
  readonly verifyUrl: () => Promise<boolean>;
  /** "ssl_check=1", now and then. @returns the status of the answer */
  readonly checkSsl: () => Promise<number>;
  /** Changes requests before they go out: a wrong signature, an old time. */
  readonly tamper: (change: ((headers: Headers) => void) | undefined) => void;
}

export interface RequestUrls {
  readonly events: string;
  readonly commands?: string;
  readonly interactions?: string;
}

export function httpTransport(state: State, send: typeof fetch): HttpTransport {
  let urls: RequestUrls | undefined;
  let change: ((headers: Headers) => void) | undefined;

  const post = async (
    url: string,
    type: string,
    body: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const headers = new Headers({
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      accept: '*/*',
      connection: 'close',
      ...signature(state, body),
      ...more,
    });
    change?.(headers);
    return send(url, { method: 'POST', headers, body, redirect: 'manual' });
  };
  const urlFor = (kind: Envelope['kind']): string => {
    if (urls === undefined) throw new Error('no Request URL is set: sendTo() comes first');
    const own = { events_api: urls.events, slash_commands: urls.commands, interactive: urls.interactions };
    return own[kind] ?? urls.events;
  };

  return {
    timeoutReason: 'http_timeout',
    isOn: () => urls !== undefined,
    sendTo: (given) => void (urls = given),
    tamper: (wanted) => void (change = wanted),
    async carry(envelope, retry) {
      const { type, body } = written(envelope);
      let answer: Response;
      let text: string;
      try {
        answer = await post(urlFor(envelope.kind), type, body, retryHeaders(retry));
        text = await answer.text();
      } catch {
        return { kind: 'failed', reason: 'connection_failed' };
      }
      return judged(answer, text);
    },
    async verifyUrl() {
      const challenge = state.nextId('challenge');
      const { verificationToken: token } = state.app;
      const body = JSON.stringify({ token, challenge, type: 'url_verification' });
      const answer = await post(urlFor('events_api'), 'application/json', body);
      const text = await answer.text();
      return answer.ok && (text === challenge || parsed(text)?.['challenge'] === challenge);
    },
    async checkSsl() {
      const body = new URLSearchParams({ token: state.app.verificationToken, ssl_check: '1' }).toString();
      return (await post(urlFor('slash_commands'), form, body)).status;
    },
  };
}

const form = 'application/x-www-form-urlencoded';

/** Events are JSON, commands a form, interactions JSON within a form. */
function written({ kind, payload }: Envelope): { readonly type: string; readonly body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields =
    kind === 'slash_commands' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { type: form, body: new URLSearchParams(fields).toString() };
}

function retryHeaders(retry: Retry | undefined): Readonly<Record<string, string>> {
  return retry === undefined
    ? {}
    : { 'x-slack-retry-num': String(retry.n), 'x-slack-retry-reason': retry.reason };
}

function judged(answer: Response, text: string): Carried {
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  if (answer.ok) return { kind: 'answered', answer: (isJson ? parsed(text) : undefined) ?? text };
  const noRetry = answer.headers.get('x-slack-no-retry') === '1';
  return { kind: 'failed', reason: 'http_error', noRetry };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** "Verifying requests from Slack": `v0:time:body`, under the app's signing secret. */
function signature(state: State, body: string): Readonly<Record<string, string>> {
  const time = String(Math.floor(state.clock.now() / 1000));
  const hash = createHmac('sha256', state.app.signingSecret).update(`v0:${time}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${hash}` };
}
