import type { Channel, Person } from '../domain.ts';
import type { MistakeTexts, Texts } from '../messages/texts.ts';
import type { Store } from '../store/store.ts';
import type { Looked } from './looked.ts';

/** Where and for whom something is done. Everything read and written through it stays within the channel's workspace. */
export interface Scope {
  readonly store: Store;
  readonly now: () => number;
  readonly channel: Channel;
  readonly person: Person;
  /** In the person's language. */
  readonly texts: Texts;
  readonly mistakes: MistakeTexts;
  readonly pollIntervalMs: number;
  readonly look: (sourceId: number) => Promise<Looked | undefined>;
  readonly deliver: () => void;
}
