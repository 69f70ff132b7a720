import type { Selectable } from 'kysely';
import type { Tables } from './schema.ts';
import type { LocalPost, LocalPosts } from './store.ts';
import type { Database } from './traits.ts';
import { fromJson } from './json.ts';

export function localPosts({ db }: Database): LocalPosts {
  return {
    async append({ channelId, kind, marker, revision, body, at, replyTo }) {
      const row = await db
        .insertInto('local_post')
        .values({
          channel_id: channelId,
          kind,
          marker: marker ?? null,
          revision,
          body: JSON.stringify(body),
          at,
          reply_to: replyTo ?? null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['channel_id', 'marker'])
            .where('marker', 'is not', null)
            // Changes nothing, but has the row that is there returned.
            .doUpdateSet((eb) => ({ marker: eb.ref('local_post.marker') })),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return localPostOf(row);
    },

    async edit(seq, revision, body, at) {
      const row = await db
        .updateTable('local_post')
        .set({ revision, body: JSON.stringify(body), edited_at: at })
        .where('seq', '=', seq)
        .returningAll()
        .executeTakeFirst();
      return row && localPostOf(row);
    },

    async byMarker(channelId, marker) {
      const row = await db
        .selectFrom('local_post')
        .selectAll()
        .where('channel_id', '=', channelId)
        .where('marker', '=', marker)
        .executeTakeFirst();
      return row && localPostOf(row);
    },

    async recent(channelId, limit, beforeSeq) {
      const rows = await db
        .selectFrom('local_post')
        .selectAll()
        .where('channel_id', '=', channelId)
        .$if(beforeSeq !== undefined, (query) => query.where('seq', '<', beforeSeq ?? 0))
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(localPostOf).toReversed();
    },
  };
}

function localPostOf(row: Selectable<Tables['local_post']>): LocalPost {
  const { seq, kind, revision, at } = row;
  return {
    seq,
    channelId: row.channel_id,
    kind,
    marker: row.marker ?? undefined,
    revision,
    body: fromJson<unknown>(row.body),
    at,
    editedAt: row.edited_at ?? undefined,
    replyTo: row.reply_to ?? undefined,
  };
}
