import type { People } from './store.ts';
import type { Database } from './traits.ts';

export function people({ db }: Database): People {
  return {
    async find(workspaceId, externalId) {
      const row = await db
        .selectFrom('person')
        .select(['language', 'zone'])
        .where('workspace_id', '=', workspaceId)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return { language: row?.language ?? undefined, zone: row?.zone ?? undefined };
    },

    async set(workspaceId, externalId, { language, zone }) {
      const wishes = {
        ...(language !== undefined && { language }),
        ...(zone !== undefined && { zone }),
      };
      if (Object.keys(wishes).length === 0) return;
      await db
        .insertInto('person')
        .values({ workspace_id: workspaceId, external_id: externalId, ...wishes })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'external_id']).doUpdateSet(wishes))
        .execute();
    },
  };
}
