import type { Channel } from '../../domain.ts';

/** By which token a workspace is spoken to; undefined where the app is not installed (any more). */
export type TokenOf = (channel: Pick<Channel, 'workspaceId'>) => Promise<string | undefined>;
