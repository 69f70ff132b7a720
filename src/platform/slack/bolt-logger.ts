/** What Slack's own libraries have to say, in our log: they write whole payloads, which are people's words, at `debug`. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';

export function boltLogger(log: Log): Logger {
  return {
    debug() {},
    info: (...said) => log.debug({}, sentenceOf(said)),
    warn: (...said) => log.debug({}, sentenceOf(said)),
    error: (...said) => log.warn({}, sentenceOf(said)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}

function sentenceOf(said: readonly unknown[]): string {
  const words = said.map((one) => (one instanceof Error ? one.message : typeof one === 'string' ? one : ''));
  return `Slack’s client: ${words.join(' ').slice(0, 300)}`;
}
