/** What every store keeps, on whatever database. */
import { describe } from 'vitest';
import { affairsContract } from './contract/affairs.ts';
import { articlesContract } from './contract/articles.ts';
import { asOneContract } from './contract/as-one.ts';
import { backlogContract } from './contract/backlog.ts';
import { crosspostsContract } from './contract/crossposts.ts';
import { deliveriesContract } from './contract/deliveries.ts';
import { identityContract } from './contract/identity.ts';
import { installedContract } from './contract/installed.ts';
import { leasesContract } from './contract/leases.ts';
import { localPostsContract } from './contract/local-posts.ts';
import { matchedContract } from './contract/matched.ts';
import { messageStatesContract } from './contract/message-states.ts';
import { pausesContract } from './contract/pauses.ts';
import { racesContract } from './contract/races.ts';
import { restartContract } from './contract/restart.ts';
import { retentionContract } from './contract/retention.ts';
import { ringingContract } from './contract/ringing.ts';
import { sameArticleContract } from './contract/same-article.ts';
import { sourcesContract } from './contract/sources.ts';
import { subscriptionsContract } from './contract/subscriptions.ts';
import { turnBackContract } from './contract/turn-back.ts';
import { unwantedContract } from './contract/unwanted.ts';
import { workspacesContract } from './contract/workspaces.ts';
import type { OpenStore } from './given.ts';

/** @param open opens the data of a name: an unknown one is empty, a known one has what was left in it. */
export function keepsTheContract(name: string, open: OpenStore): void {
  describe(`${name} keeps the store's contract`, () => {
    describe('workspaces', () => workspacesContract(open));
    describe('sources', () => sourcesContract(open));
    describe('identity of articles', () => identityContract(open));
    describe('the same article', () => sameArticleContract(open));
    describe('articles', () => articlesContract(open));
    describe('silent articles', () => ringingContract(open));
    describe('matched articles', () => matchedContract(open));
    describe('stories that are one for a workspace', () => asOneContract(open));
    describe('what is done to stories that are one for a workspace', () => affairsContract(open));
    describe('subscriptions', () => subscriptionsContract(open));
    describe('leases', () => leasesContract(open));
    describe('deliveries', () => deliveriesContract(open));
    describe('pauses', () => pausesContract(open));
    describe('what nobody wants any more', () => unwantedContract(open));
    describe('two things at once', () => racesContract(open));
    describe('states of a message', () => messageStatesContract(open));
    describe('restarts', () => restartContract(open));
    describe('a clock that was set back', () => turnBackContract(open));
    describe('letting go', () => retentionContract(open));
    describe('backlog', () => backlogContract(open));
    describe('local posts', () => localPostsContract(open));
    describe('installations, people and events', () => installedContract(open));
    describe('what waits to be published', () => crosspostsContract(open));
  });
}
