/**
 * A mistake a person can mend: its message is shown to that person as it is.
 * Says what was wrong, what was expected and what to do; never carries a secret.
 * Everything else that is thrown is our mistake and climbs to the one place that logs it.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** Settings that cannot be used; `faults` has one readable line for each, none with a value in it. */
export class ConfigError extends UserError {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** The message of anything that was thrown, for a log line or a health column. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
