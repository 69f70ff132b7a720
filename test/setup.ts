import { enableCompileCache } from 'node:module';
import { configureGlobal } from 'fast-check';

/**
 * A run of the tests is the same every time. `SEED=random npm test` looks elsewhere; whatever it finds prints its seed
 * and becomes a row of its own.
 */
const { SEED } = process.env;
if (SEED !== 'random') configureGlobal({ seed: Number(SEED ?? 20_261_123) });

// As `start.ts` does: every thread of ours would otherwise strip the types of its code anew.
enableCompileCache();
