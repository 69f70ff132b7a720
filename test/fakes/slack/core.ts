/** What the parts of the fake share: what there is, and the way to the app. */
import type { Deliveries } from './delivery.ts';
import type { State } from './state.ts';

export interface Core {
  readonly state: State;
  readonly deliveries: Deliveries;
  /** What the app said in acknowledgements that Slack would not take; a good app leaves it empty. */
  readonly complaints: string[];
}
