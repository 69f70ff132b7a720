/** What the network does to a platform, by the names under which every platform over HTTP is tried. */
import type { FaultyServer } from '../fakes/http/faulty-server.ts';
import { badGateway, type HttpFault, pageInstead, serverError } from '../fakes/http/http-fault.ts';
import type { ManualWorld } from '../fakes/world.ts';

export const networkFaults = [
  'late',
  '500',
  '502',
  'reset before commit',
  'reset after commit',
  'clean close',
  'cut body',
  'HTML with 200',
  '429',
  'hang',
  'DNS',
  'TLS',
  'one 401',
  'deleted channel',
] as const;

export type NetworkFault = (typeof networkFaults)[number];

/** Sees to it that the next request that changes something meets a fault. */
export type Mischief = () => void;

export interface Network {
  /** The clock by which the platform and its server go. */
  readonly world: ManualWorld;
  /** Requests that get no answer before time passes, if ever. */
  readonly held: ReadonlySet<object>;
  /** How many faults were brought about that no request has met yet. */
  readonly unmet: () => number;
  /** Each fault in all its forms, which are met in turns; what cannot be brought about is absent. */
  readonly faults: Partial<Readonly<Record<NetworkFault, readonly Mischief[]>>>;
}

/** The faults that are the same whatever the server speaks. */
export function commonFaults({ misbehave }: Pick<FaultyServer, 'misbehave'>) {
  const each = (...faults: readonly HttpFault[]): readonly Mischief[] =>
    faults.map((fault) => () => misbehave(fault));
  return {
    // Just in time, and after everybody has given up.
    late: each({ kind: 'late', afterMs: 3000 }, { kind: 'late', afterMs: 40_000 }),
    '500': each(serverError(false), serverError(true)),
    '502': each(badGateway(false), badGateway(true)),
    'reset before commit': each('reset before'),
    'reset after commit': each('reset after'),
    'clean close': each('clean close'),
    'cut body': each('cut body'),
    'HTML with 200': each(pageInstead(false), pageInstead(true)),
    // Never done; done; done when whoever asked has long gone.
    hang: each({ kind: 'hang' }, { kind: 'hang', effectAfterMs: 0 }, { kind: 'hang', effectAfterMs: 15_000 }),
  } satisfies Network['faults'];
}
