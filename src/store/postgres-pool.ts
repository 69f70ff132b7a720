/** The connections to PostgreSQL. What goes wrong with them is told apart from what is wrong with a statement. */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { postgresFault, StorageFault } from './faults.ts';

/** Each step holds a connection for a few milliseconds; more of them would only queue inside the server. */
const connections = 10;
/** int8, which pg gives as text, because it may be more than a number holds; ids and milliseconds never are. */
const int8 = 20;

/** Whatever is asked of it throws a `StorageFault` where it is the server or the way to it that failed. */
export function openPool(url: string, schema: string): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path="${schema}"`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // A connection that breaks: the pool opens another one, and who needs that and cannot have it is told then. Without
  // listeners it would end the process: the pool's hears of those that nobody uses, the client's of those in use.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    options: pool.options,
    connect: async () => tellingFaults(await told(pool.connect())),
    end: () => pool.end(),
  };
}

function tellingFaults(client: pg.PoolClient): PostgresPoolClient {
  let isBroken = false;
  const query = (sql: string, parameters: readonly unknown[]) =>
    told(client.query(sql, [...parameters])).catch((fault: unknown) => {
      isBroken ||= fault instanceof StorageFault;
      throw fault;
    });
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its other form is for streams, of which there are none
    query: query as unknown as PostgresPoolClient['query'],
    // The server says that it ends a connection before it does: nobody else is to be given that one.
    release: (destroy) => client.release(destroy === true || isBroken),
  };
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw postgresFault(error);
  }
}
