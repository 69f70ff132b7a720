/** Entries of feeds as the store is given them: what is told of two companies and of a service that fails. */
import { contentHash, keysOf } from '../../src/accept/identity.ts';
import type { Shared } from '../../src/domain.ts';
import type { Store } from '../../src/store/store.ts';
import { acceptance, draft, emptyPlace, openSource, openWorkspace, type OpenStore } from './given.ts';

export interface Telling {
  readonly by?: 'A' | 'B' | 'ours';
  /** undefined: the source gives none. */
  readonly id: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string;
  readonly text?: string;
  /** Hours; undefined: without a date. */
  readonly published?: number | undefined;
  /** When it is told, in hours. */
  readonly at?: number;
  readonly shared?: readonly Shared[];
}

export const title = 'Result of Annual General Meeting';
export const notes = 'https://a.example/notes';
export const passed =
  'Hollowgate plc of Leeds says that all resolutions were passed by its shareholders on Monday, and that Maria Lindqvist was elected chair of its board.';
export const rejected =
  'Quillmark Group of Norwich announces that the pay report was voted down by 61 percent; a dividend of 4 pence is paid in June to those on the register.';
export const outage =
  'Investigating: we have received reports of an outage of our login service and are currently looking into it. We will give an update here as soon as we know more.';

export const first: Telling = {
  id: '1',
  url: 'https://a.example/1',
  title,
  text: passed,
  published: 1,
  at: 2,
};
export const second: Telling = { ...first, id: '2', url: 'https://a.example/2', at: 3 };
export const incident: Telling = { ...first, title: 'Outage of the login service', text: outage };

export const hourMs = 3_600_000;

type Sources = Awaited<ReturnType<typeof withSources>>['sources'];

export function tell(store: Store, sources: Sources, telling: Telling, alertable = true) {
  const { by = 'A', id, url, text = '', at = 2, published, shared } = telling;
  const now = at * hourMs;
  const words = { title: telling.title ?? title, text };
  const publishedAt = published === undefined ? now : published * hourMs;
  const entryKeys = [`guid:${id ?? `${words.title} ${published}`}`];
  const keys = keysOf({ ...words, entryKeys, url, outlet: 'Wire', publishedAt, shared: new Set(shared) });
  const namedBy = id === undefined ? ('words' as const) : undefined;
  const about = { ...words, keys, url, namedBy, publishedAt, contentHash: contentHash(words.title, text) };
  return store.articles.accept(acceptance(sources[by], { draft: draft(about), alertable, now }));
}

export async function withSources(open: OpenStore) {
  const { store } = await emptyPlace(open);
  const us = await openWorkspace(store, 'T1');
  const sources = {
    A: await openSource(store, 'https://a.example/feed'),
    B: await openSource(store, 'https://b.example/feed'),
    ours: await openSource(store, 'https://private.example/?token=1', us.id),
  };
  return { store, sources, us };
}
