/** What a 401 means for a message, and for a look at what is there. */
import type { HttpOutcome } from './http-outcome.ts';
import type { PostOutcome } from './platform.ts';

/**
 * A single 401 may come from a gateway in a bad moment, and must not silence every channel of a workspace. So the token
 * itself is asked about: only if that is answered with 401 too, nothing goes out until somebody mends it.
 * @param whoAmI a request that asks for nothing that needs more than a valid token
 * @param refused that the token is not valid any more, in the channel's language
 */
export async function afterUnauthorized(
  whoAmI: () => Promise<HttpOutcome>,
  refused: string,
): Promise<Extract<PostOutcome, { kind: 'closed' | 'busy' }>> {
  const { kind } = await whoAmI();
  return kind === 'unauthorized'
    ? { kind: 'closed', scope: 'workspace', reason: refused }
    : { kind: 'busy', reason: '401, but the token was not found to be invalid' };
}
