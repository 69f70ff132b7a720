import { pino } from 'pino';
import { redact } from './redact.ts';

/** What the parts get to see of the logger: an object of facts, then a sentence. */
export interface Log {
  readonly debug: (facts: object, sentence: string) => void;
  readonly info: (facts: object, sentence: string) => void;
  readonly warn: (facts: object, sentence: string) => void;
  readonly error: (facts: object, sentence: string) => void;
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * JSON lines for machines, or "18:04:02 warn  …" where a person looks on; secrets are taken out of both.
 * @param write takes one whole line, with its line end
 * @param secrets of the settings, taken out wherever they stand
 */
export function createLog(
  level: string,
  write: (line: string) => void,
  forPeople: boolean,
  secrets: readonly string[] = [],
): Log {
  return pino(
    { level, base: null },
    {
      write(line) {
        const clean = redact(line, secrets);
        write(forPeople ? readable(clean) : clean);
      },
    },
  );
}

const levels: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

function readable(line: string): string {
  const { level, time, msg, err, ...facts } = JSON.parse(line) as {
    level: number;
    time: number;
    msg?: string;
    err?: { stack?: string };
  };
  const clock = new Date(time).toTimeString().slice(0, 8);
  const rest = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const stack = err?.stack === undefined ? '' : `\n${err.stack}`;
  return `${clock} ${(levels[level] ?? 'trace').padEnd(5)} ${msg ?? ''}${rest.join('')}${stack}\n`;
}
