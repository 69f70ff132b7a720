import type { Kysely, Selectable } from 'kysely';
import type { Channel, Workspace } from '../domain.ts';
import type { Tables } from './schema.ts';
import type { Workspaces } from './store.ts';
import { transact, type Database } from './traits.ts';

export function workspaces(database: Database): Workspaces {
  const { db } = database;
  return {
    async open({ platform, externalId, name, language, zone }) {
      const row = await db
        .insertInto('workspace')
        .values({ platform, external_id: externalId, name, language, zone })
        // Its name may change on the platform; language and zone are ours once they are set.
        .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet({ name }))
        .returningAll()
        .executeTakeFirstOrThrow();
      return workspaceOf(row);
    },

    async find(platform, externalId) {
      const row = await db
        .selectFrom('workspace')
        .selectAll()
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return row && workspaceOf(row);
    },

    async ofPlatform(platform) {
      const rows = await db.selectFrom('workspace').selectAll().where('platform', '=', platform).execute();
      return rows.map(workspaceOf).toSorted((a, b) => a.id - b.id);
    },

    findChannel,

    async openChannel(workspaceId, externalId, name) {
      const known = await findChannel(workspaceId, externalId);
      // Nearly always: a command is given in a channel that is known, and no disk need be waited for.
      if (known !== undefined && (name === undefined || name === known.name)) return known;
      return transact(database, async ({ trx }) => {
        const { platform, language, zone } = await trx
          .selectFrom('workspace')
          .select(['platform', 'language', 'zone'])
          .where('id', '=', workspaceId)
          .executeTakeFirstOrThrow(() => new Error(`there is no workspace ${workspaceId}`));
        await trx
          .insertInto('channel')
          .values({
            workspace_id: workspaceId,
            platform,
            external_id: externalId,
            name: name ?? null,
            language,
            zone,
            status: 'ok',
            next_send_at: 0,
            fence: 0,
          })
          .onConflict((conflict) => {
            const there = conflict.columns(['workspace_id', 'external_id']);
            return name === undefined ? there.doNothing() : there.doUpdateSet({ name });
          })
          .execute();
        const row = await selectChannels(trx)
          .where('workspace_id', '=', workspaceId)
          .where('channel.external_id', '=', externalId)
          .executeTakeFirstOrThrow();
        return channelOf(row);
      });
    },

    async channels(workspaceId) {
      const rows = await selectChannels(db).where('workspace_id', '=', workspaceId).execute();
      return rows.map(channelOf).toSorted((a, b) => a.id - b.id);
    },

    async channel(id) {
      const row = await selectChannels(db).where('channel.id', '=', id).executeTakeFirst();
      return row && channelOf(row);
    },
  };

  async function findChannel(workspaceId: number, externalId: string): Promise<Channel | undefined> {
    const row = await selectChannels(db)
      .where('workspace_id', '=', workspaceId)
      .where('channel.external_id', '=', externalId)
      .executeTakeFirst();
    return row && channelOf(row);
  }
}

function workspaceOf(row: Selectable<Tables['workspace']>): Workspace {
  const { id, platform, name, language, zone } = row;
  return { id, platform, externalId: row.external_id, name, language, zone };
}

/** With what pauses all of its workspace. */
export function selectChannels(db: Kysely<Tables>) {
  return db
    .selectFrom('channel')
    .innerJoin('workspace', 'workspace.id', 'channel.workspace_id')
    .selectAll('channel')
    .select([
      'workspace.status as workspace_status',
      'workspace.reason as workspace_reason',
      'workspace.paused_at as workspace_paused_at',
    ]);
}

type ChannelInWorkspace = Awaited<ReturnType<ReturnType<typeof selectChannels>['executeTakeFirstOrThrow']>>;

export function channelOf(row: ChannelInWorkspace): Channel {
  const { id, platform, language, zone } = row;
  const itself = row.status === 'paused' || row.workspace_status === 'ok';
  const { status, reason, paused_at } = itself
    ? row
    : ({ status: 'paused', reason: row.workspace_reason, paused_at: row.workspace_paused_at } as const);
  return {
    id,
    workspaceId: row.workspace_id,
    platform,
    externalId: row.external_id,
    name: row.name ?? undefined,
    language,
    zone,
    status,
    reason: reason ?? undefined,
    pausedAt: paused_at ?? undefined,
    pausedBy: row.paused_by ?? undefined,
  };
}
