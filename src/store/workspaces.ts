import type { Selectable } from 'kysely';
import type { Channel, Workspace } from '../domain.ts';
import type { ChannelRow, Tables } from './schema.ts';
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

    openChannel: (workspaceId, externalId) =>
      transact(database, async ({ trx }) => {
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
            language,
            zone,
            status: 'ok',
            next_send_at: 0,
            fence: 0,
          })
          .onConflict((conflict) => conflict.columns(['workspace_id', 'external_id']).doNothing())
          .execute();
        const row = await trx
          .selectFrom('channel')
          .selectAll()
          .where('workspace_id', '=', workspaceId)
          .where('external_id', '=', externalId)
          .executeTakeFirstOrThrow();
        return channelOf(row);
      }),

    async channels(workspaceId) {
      const rows = await db
        .selectFrom('channel')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .orderBy('id')
        .execute();
      return rows.map(channelOf);
    },

    async channel(id) {
      const row = await db.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirst();
      return row && channelOf(row);
    },
  };
}

function workspaceOf(row: Selectable<Tables['workspace']>): Workspace {
  const { id, platform, name, language, zone } = row;
  return { id, platform, externalId: row.external_id, name, language, zone };
}

export function channelOf(row: ChannelRow): Channel {
  const { id, platform, language, zone, status } = row;
  return {
    id,
    workspaceId: row.workspace_id,
    platform,
    externalId: row.external_id,
    language,
    zone,
    status,
    reason: row.reason ?? undefined,
  };
}
