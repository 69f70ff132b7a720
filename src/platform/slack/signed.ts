/** Whether a request comes from Slack (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** In both directions: what is signed for tomorrow could be kept until then. */
const mostAgeS = 5 * 60;

export interface Signature {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

export function isSigned(
  body: string,
  { timestamp, signature }: Signature,
  secret: string,
  now: number,
): boolean {
  if (timestamp === undefined || signature === undefined || !/^\d{1,15}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > mostAgeS) return false;
  const expected = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const [given, ours] = [Buffer.from(signature), Buffer.from(expected)];
  return given.length === ours.length && timingSafeEqual(given, ours);
}
