/**
 * The ban that follows too many invalid requests: 10,000 answers of 401, 403 or 429 in 10 minutes, a shared limit's 429
 * not counted ("Invalid Request Limit aka Cloudflare bans" of Discord's "Rate Limits").
 */
import type { Answer } from './shapes.ts';
import type { State } from './state.ts';

export interface Ban {
  /** What a banned address is told: HTML of Cloudflare's, with no word of Discord's. */
  readonly banned: () => Answer | undefined;
  readonly count: (answer: Answer) => void;
  /** Invalid requests within the last 10 minutes. */
  readonly invalid: () => number;
}

export function openBan(state: State): Ban {
  const { invalid: bucket, banMs } = state.limits;
  /** Times of invalid requests, oldest first from `oldest` on. */
  let times: number[] = [];
  let oldest = 0;
  let bannedUntil = 0;

  const recent = (): number => {
    const since = state.now() - bucket.perMs;
    while (oldest < times.length && times[oldest]! <= since) oldest += 1;
    if (oldest > 10_000) {
      times = times.slice(oldest);
      oldest = 0;
    }
    return times.length - oldest;
  };

  return {
    banned() {
      if (state.now() >= bannedUntil) return undefined;
      const headers = { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' };
      return {
        status: 429,
        headers,
        body: '<html><head><title>Access denied | Error 1015</title></head></html>',
      };
    },
    count(answer) {
      if (![401, 403, 429].includes(answer.status)) return;
      if (answer.headers['x-ratelimit-scope'] === 'shared') return;
      times.push(state.now());
      if (recent() >= bucket.limit) bannedUntil = state.now() + banMs;
    },
    invalid: recent,
  };
}
