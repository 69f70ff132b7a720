/** What a person can mend about the place where Bellwire keeps its data. */
import { reasonOf, UserError } from '../errors.ts';

/** The database said no for a reason outside of Bellwire. What was committed before is there, nothing else is. */
export class StorageFault extends UserError {
  override readonly name = 'StorageFault';
  /** SQLite's or PostgreSQL's own code: "SQLITE_FULL", "53100". */
  readonly code: string;

  constructor(message: string, code: string, cause?: Error) {
    super(message, { cause });
    this.code = code;
  }
}

/** The database's own code of anything that was thrown. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
}

const sqliteFaults: ReadonlyArray<[code: RegExp, sentence: (path: string) => string]> = [
  [
    /^SQLITE_FULL$/,
    (path) => `The disk is full: ${path} cannot grow. Make room, and Bellwire goes on by itself.`,
  ],
  [
    /^SQLITE_NOTADB$/,
    (path) =>
      `${path} is not a database. Move that file away, or set DATA_DIR to another folder, and start again.`,
  ],
  [
    /^SQLITE_CORRUPT/,
    (path) =>
      `The database ${path} is damaged. Stop Bellwire and restore a backup of it; without one, move it away and start again with an empty one.`,
  ],
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    (path) =>
      `The database ${path} may not be written. Give Bellwire's user the right to write that file and its folder.`,
  ],
  [
    /^SQLITE_CANTOPEN/,
    (path) =>
      `The database ${path} cannot be opened. Its folder must be there and Bellwire's user must be able to write in it.`,
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (path) =>
      `Another program holds the database ${path}. Close it (a backup, a database browser); Bellwire tries again.`,
  ],
  [
    /^SQLITE_IOERR/,
    (path) =>
      `The disk does not answer as it should: ${path} cannot be read or written. Check the disk and the system's log.`,
  ],
];

/** SQLite's error as it is told: a `StorageFault` where a person can do something, else as it came, with its `code`. */
export function sqliteFault(
  error: { readonly code: string | undefined; readonly message: string },
  path: string,
): Error {
  const { code = '', message } = error;
  const cause = Object.assign(new Error(message), { code });
  const sentence = sqliteFaults.find(([pattern]) => pattern.test(code))?.[1];
  return sentence === undefined ? cause : new StorageFault(sentence(path), code, cause);
}

const connectionFailure = '08006';

/** https://www.postgresql.org/docs/15/errcodes-appendix.html. Classes of what is wrong with a statement are not here. */
const postgresFaults: ReadonlyArray<[code: RegExp, sentence: string]> = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET|EPIPE|08...|57P0[1235])$/,
    'PostgreSQL does not answer. Start it, or correct the host and port that Bellwire is given.',
  ],
  [/^28/, 'PostgreSQL does not let Bellwire in. Correct the user and the password that Bellwire is given.'],
  [
    /^(3D000|57P04)$/,
    'PostgreSQL has no such database. Create it, or correct the name that Bellwire is given.',
  ],
  [
    /^42501$/,
    "PostgreSQL does not let Bellwire's user make tables. Grant it CREATE on the database and its schema.",
  ],
  [/^53300$/, 'PostgreSQL takes no more connections. Raise its max_connections, or run fewer processes.'],
  [/^53100$/, 'The disk is full: PostgreSQL cannot write. Make room there, and Bellwire goes on by itself.'],
  [/^53/, 'PostgreSQL has too little memory, or a limit in its settings is too low: its log says which.'],
  [/^58/, "PostgreSQL cannot read or write its files. Check its server's disk and its log."],
  [/^XX00[12]$/, "PostgreSQL's data are damaged. Stop Bellwire and restore a backup of them."],
  [
    /^25006$/,
    'PostgreSQL lets nobody write: it is a standby, or was made read-only. Name the one that writes.',
  ],
];

/** What pg finds out by itself has no code. */
const brokenConnection =
  /^(Connection terminated|timeout (exceeded|expired)|Query read timeout|Client (has encountered a connection error|was closed))/;

/** PostgreSQL's error as it is told: a `StorageFault` if it is not about what was asked, else as it came. */
export function postgresFault(error: unknown): Error {
  const cause = error instanceof Error ? error : new Error(reasonOf(error));
  const code = codeOf(error) ?? (brokenConnection.test(cause.message) ? connectionFailure : '');
  const sentence = postgresFaults.find(([pattern]) => pattern.test(code))?.[1];
  return sentence === undefined ? cause : new StorageFault(sentence, code, cause);
}
