import type { Selectable } from 'kysely';
import type { Tables } from './schema.ts';
import type { Installation, Installations } from './store.ts';
import type { Database } from './traits.ts';

export function installations({ db }: Database): Installations {
  return {
    async save({ platform, externalId, name, botId, sealedToken, scopes, installedBy, installedAt }) {
      const said = {
        name,
        bot_id: botId,
        sealed_token: sealedToken,
        scopes: JSON.stringify(scopes),
        installed_by: installedBy ?? null,
        installed_at: installedAt,
      };
      await db
        .insertInto('installation')
        .values({ platform, external_id: externalId, ...said })
        .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet(said))
        .execute();
    },

    async find(platform, externalId) {
      const row = await db
        .selectFrom('installation')
        .selectAll()
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return row && installationOf(row);
    },

    async remove(platform, externalId) {
      await db
        .deleteFrom('installation')
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .execute();
    },
  };
}

function installationOf(row: Selectable<Tables['installation']>): Installation {
  return {
    platform: row.platform,
    externalId: row.external_id,
    name: row.name,
    botId: row.bot_id,
    sealedToken: row.sealed_token,
    scopes: JSON.parse(row.scopes) as readonly string[],
    installedBy: row.installed_by ?? undefined,
    installedAt: row.installed_at,
  };
}
