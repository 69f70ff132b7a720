/** The schema of Bellwire 0.1.0. Released steps are never changed again. */
import { sql, type Kysely } from 'kysely';
import { turns } from './schema.ts';
import type { DialectTraits } from './traits.ts';

export async function firstSchema(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  await counters(db, traits);
  await people(db, traits);
  await incoming(db, traits);
  await outgoing(db, traits);
}

async function counters(db: Kysely<unknown>, { integer, strict }: DialectTraits): Promise<void> {
  await strict(db.schema.createTable('counter'))
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', integer, (c) => c.notNull())
    .execute();
  await sql`insert into counter (name, value) values ('article', 0), ('subscription', 0)`.execute(db);
}

/** Workspaces, their channels, what these asked for, and the history of local channels. */
async function people(db: Kysely<unknown>, { integer, serial, strict }: DialectTraits): Promise<void> {
  await strict(db.schema.createTable('workspace'))
    .addColumn('id', integer, serial)
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addUniqueConstraint('workspace_identity', ['platform', 'external_id'])
    .execute();

  await strict(db.schema.createTable('channel'))
    .addColumn('id', integer, serial)
    .addColumn('workspace_id', integer, (c) => c.notNull().references('workspace.id'))
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('ok'))
    .addColumn('reason', 'text')
    .addColumn('next_send_at', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', integer)
    .addColumn('fence', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('due_at', integer)
    .addUniqueConstraint('channel_identity', ['workspace_id', 'external_id'])
    .execute();
  await sql`create index channel_due on channel (platform, due_at, id) where due_at is not null`.execute(db);
  await sql`create index channel_leased on channel (id) where lease_until is not null`.execute(db);

  await strict(db.schema.createTable('subscription'))
    .addColumn('id', integer, serial)
    .addColumn('channel_id', integer, (c) => c.notNull().references('channel.id'))
    .addColumn('query', 'text', (c) => c.notNull())
    .addColumn('typed', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('since_article_id', integer, (c) => c.notNull())
    .addColumn('change_no', integer, (c) => c.notNull().unique())
    .addColumn('removed_at', integer)
    .execute();
  await sql`create unique index subscription_identity on subscription (channel_id, query) where removed_at is null`.execute(
    db,
  );

  await strict(db.schema.createTable('local_post'))
    .addColumn('seq', integer, serial)
    .addColumn('channel_id', integer, (c) => c.notNull().references('channel.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('marker', 'text')
    .addColumn('revision', integer, (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', integer, (c) => c.notNull())
    .addColumn('edited_at', integer)
    .execute();
  await sql`create unique index local_post_marker on local_post (channel_id, marker) where marker is not null`.execute(
    db,
  );
  await sql`create index local_post_channel on local_post (channel_id, seq)`.execute(db);
}

/** Sources, and what they gave. */
async function incoming(
  db: Kysely<unknown>,
  { integer, serial, strict, terms }: DialectTraits,
): Promise<void> {
  await strict(db.schema.createTable('source'))
    .addColumn('id', integer, serial)
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('zone', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('next_poll_at', integer, (c) => c.notNull())
    .addColumn('interval_ms', integer, (c) => c.notNull())
    .addColumn('baseline_at', integer)
    .addColumn('fails', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addColumn('last_ok_at', integer)
    .addColumn('last_new_at', integer)
    .addColumn('removed', integer, (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint('source_identity', ['audience', 'kind', 'url'])
    .execute();
  await sql`create index source_due on source (kind, removed, next_poll_at)`.execute(db);

  await strict(db.schema.createTable('source_former_url'))
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
    .addPrimaryKeyConstraint('source_former_url_identity', ['audience', 'kind', 'url'])
    .execute();

  await strict(db.schema.createTable('story'))
    .addColumn('id', integer, serial)
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('first_at', integer, (c) => c.notNull())
    .addColumn('last_at', integer, (c) => c.notNull())
    .addColumn('sketch', 'text', (c) => c.notNull())
    .execute();
  await sql`create index story_recent on story (audience, last_at, id)`.execute(db);

  await strict(db.schema.createTable('article'))
    .addColumn('id', integer, (c) => c.primaryKey())
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id'))
    .addColumn('revision', integer, (c) => c.notNull())
    .addColumn('matched_rev', integer, (c) => c.notNull())
    .addColumn('rings', 'text', (c) => c.notNull())
    .addColumn('accepted_at', integer, (c) => c.notNull())
    .addColumn('published_at', integer, (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('outlet', 'text', (c) => c.notNull())
    .addColumn('author', 'text')
    .addColumn('image', 'text')
    .addColumn('url', 'text')
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('keys', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await sql`create index article_due on article (id) where matched_rev < revision`.execute(db);
  await sql`create index article_story on article (story_id, id)`.execute(db);
  await sql`create index article_published on article (audience, published_at, id)`.execute(db);

  await strict(db.schema.createTable('entry_key'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('article_id', integer, (c) => c.notNull().references('article.id'))
    .addColumn('last_seen_at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_key_identity', ['key', 'scope'])
    .execute();

  await strict(db.schema.createTable('article_source'))
    .addColumn('article_id', integer, (c) => c.notNull().references('article.id'))
    .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
    .addPrimaryKeyConstraint('article_source_identity', ['article_id', 'source_id'])
    .execute();

  await strict(db.schema.createTable('article_revision'))
    .addColumn('article_id', integer, (c) => c.notNull().references('article.id'))
    .addColumn('revision', integer, (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('article_revision_identity', ['article_id', 'revision'])
    .execute();

  await terms.create(db);

  await strict(db.schema.createTable('summary'))
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id'))
    .addColumn('audience', integer, (c) => c.notNull())
    .addColumn('article_id', integer, (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('summary_identity', ['story_id', 'audience'])
    .execute();
}

/** What we owe, and what became of it. */
async function outgoing(db: Kysely<unknown>, { integer, serial, strict }: DialectTraits): Promise<void> {
  await strict(db.schema.createTable('alert'))
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('channel_id', integer, (c) => c.notNull().references('channel.id'))
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id'))
    .addColumn('n', integer, (c) => c.notNull())
    .addColumn('article_id', integer, (c) => c.notNull().references('article.id'))
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('due_no', integer, (c) => c.notNull())
    .addColumn('placed_no', integer, (c) => c.notNull())
    .addColumn('due_at', integer)
    .addColumn('dropped', 'text')
    .addUniqueConstraint('alert_identity', ['story_id', 'channel_id', 'n'])
    .execute();
  await sql`create index alert_due on alert (due_at, article_id, id) where due_at is not null`.execute(db);

  await strict(db.schema.createTable('message'))
    .addColumn('seq', integer, serial)
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('channel_id', integer, (c) => c.notNull().references('channel.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('wanted_rev', integer, (c) => c.notNull())
    .addColumn('posted_rev', integer, (c) => c.notNull())
    .addColumn('sending_rev', integer, (c) => c.notNull())
    .addColumn('settled_rev', integer, (c) => c.notNull())
    .addColumn('attempt', integer, (c) => c.notNull())
    .addColumn('first_try_at', integer)
    .addColumn('next_try_at', integer, (c) => c.notNull())
    .addColumn('external_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('sent_at', integer)
    .addColumn('turn', integer, (c) => c.generatedAlwaysAs(turnOfState).stored())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await sql`create index message_turn on message (channel_id, turn, seq) where turn is not null`.execute(db);
  await sql`create index message_channel on message (channel_id, seq)`.execute(db);

  await strict(db.schema.createTable('message_alert'))
    .addColumn('message_id', 'text', (c) => c.notNull().references('message.id'))
    .addColumn('alert_id', 'text', (c) => c.notNull().references('alert.id'))
    .addPrimaryKeyConstraint('message_alert_identity', ['message_id', 'alert_id'])
    .execute();

  await strict(db.schema.createTable('delivery_log'))
    .addColumn('seq', integer, serial)
    .addColumn('message_id', 'text', (c) => c.notNull().references('message.id'))
    .addColumn('at', integer, (c) => c.notNull())
    .addColumn('from_state', 'text', (c) => c.notNull())
    .addColumn('to_state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .execute();
  await sql`create index delivery_log_message on delivery_log (message_id, seq)`.execute(db);
}

const turnOfState = sql`case
  when state = 'sending' then ${sql.lit(turns.sending)}
  when state = 'unknown' then ${sql.lit(turns.unknown)}
  when state = 'pending' then ${sql.lit(turns.pending)}
  when state = 'sent' and settled_rev < wanted_rev then ${sql.lit(turns.edit)}
end`;
