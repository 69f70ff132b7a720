/** The delivery log, read beside a bot that runs: nothing is written, nothing is locked. */
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Message } from '../domain.ts';
import { UserError } from '../errors.ts';
import { deliveries } from './deliveries.ts';
import { messageOf } from './message-row.ts';
import { requireUpToDate } from './migrate.ts';
import type { Tables } from './schema.ts';
import { sqliteTraits } from './sqlite-traits.ts';
import type { Transition } from './port/deliveries.ts';

export interface LedgerEntry {
  /** "platform/workspace/channel", each under the platform's own name for it. */
  readonly channel: string;
  readonly message: Message;
  readonly sentAt?: number | undefined;
  /** Oldest first. */
  readonly way: readonly Transition[];
}

/**
 * @param asked.channel only this channel, by the platform's own id of it
 * @param asked.limit the newest so many
 * @returns in the order in which they were placed
 */
export async function readLedger(
  path: string,
  { channel, limit }: { readonly channel?: string | undefined; readonly limit: number },
): Promise<readonly LedgerEntry[]> {
  if (!existsSync(path))
    throw new UserError(`There is no database ${path} yet: start Bellwire once, or set DATA_DIR.`);
  const database = new Sqlite(path, { readonly: true });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    await requireUpToDate({ db, traits: sqliteTraits });
    const { transitions } = deliveries({ db, traits: sqliteTraits });
    const rows = await newest(db, channel, limit);
    return await Promise.all(
      rows.toReversed().map(async ({ platform, workspace, channel_name, ...row }) => ({
        channel: `${platform}/${workspace}/${channel_name}`,
        message: messageOf(row),
        sentAt: row.sent_at ?? undefined,
        way: await transitions(row.id),
      })),
    );
  } finally {
    await db.destroy();
  }
}

function newest(db: Kysely<Tables>, channel: string | undefined, limit: number) {
  return db
    .selectFrom('message')
    .innerJoin('channel', 'channel.id', 'message.channel_id')
    .innerJoin('workspace', 'workspace.id', 'channel.workspace_id')
    .selectAll('message')
    .select(['channel.platform', 'workspace.external_id as workspace', 'channel.external_id as channel_name'])
    .$if(channel !== undefined, (query) => query.where('channel.external_id', '=', channel ?? ''))
    .orderBy('message.seq', 'desc')
    .limit(limit)
    .execute();
}
