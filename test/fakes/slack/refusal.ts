/** Slack says no: `ok: false` with an error, and what else it tells. */
import type { Json } from './shapes.ts';

export class Refusal extends Error {
  readonly code: string;
  readonly more: Json;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    more: Json = {},
    {
      status = 200,
      headers = {},
    }: {
      readonly status?: number | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.more = more;
    this.status = status;
    this.headers = headers;
  }
}

/** "[ERROR] missing required field: channel", as Slack's argument check says it. */
export function invalidArguments(...messages: readonly string[]): Refusal {
  return new Refusal('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

export function rateLimited(seconds: number): Refusal {
  return new Refusal('ratelimited', {}, { status: 429, headers: { 'retry-after': String(seconds) } });
}
