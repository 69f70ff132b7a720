/** The store on any database Kysely speaks to: the same queries for all. */
import { articles } from './articles.ts';
import { backlog } from './backlog.ts';
import { crossposts } from './crossposts.ts';
import { deliveries } from './deliveries.ts';
import { installations } from './installations.ts';
import { localPosts } from './local-posts.ts';
import { migrate } from './migrate.ts';
import { people } from './people.ts';
import { received } from './received.ts';
import { retention } from './retention.ts';
import { sources } from './sources.ts';
import type { Store } from './store.ts';
import { subscriptions } from './subscriptions.ts';
import { transact, type Database } from './traits.ts';
import { turnBack } from './turn-back.ts';
import { workspaces } from './workspaces.ts';

/** Takes the database over: it is closed with the store, and also if the store cannot be opened. */
export async function openStore(database: Database): Promise<Store> {
  const close = () => database.db.destroy();
  try {
    await migrate(database);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    workspaces: workspaces(database),
    sources: sources(database),
    articles: articles(database),
    subscriptions: subscriptions(database),
    deliveries: deliveries(database),
    localPosts: localPosts(database),
    crossposts: crossposts(database),
    installations: installations(database),
    people: people(database),
    received: received(database),
    retention: retention(database),
    backlog: (now) => backlog(database.db, now),
    turnBack: (now, setBackMs = 0) => transact(database, (work) => turnBack(work, now, setBackMs)),
    close,
  };
}
