import { Kysely } from 'kysely';
import { describe } from 'vitest';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { sqliteTraits } from '../../src/store/sqlite-traits.ts';
import { findsCandidates } from './candidates.ts';

describe('SQLite finds the stories that an article may be of', () =>
  findsCandidates(() => ({
    db: new Kysely<Tables>({ dialect: sqliteDialect(':memory:') }),
    traits: sqliteTraits,
  })));
