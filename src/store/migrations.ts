/** Every schema there has ever been, as steps from one to the next. A step that was released is never changed again. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { eighthSchema } from './eighth-schema.ts';
import { fifthSchema } from './fifth-schema.ts';
import { firstSchema } from './first-schema.ts';
import { fourthSchema } from './fourth-schema.ts';
import { secondSchema } from './second-schema.ts';
import { seventhSchema } from './seventh-schema.ts';
import { thirdSchema } from './third-schema.ts';
import type { DialectTraits } from './traits.ts';

/**
 * In their order. A name has a number and the version of Bellwire that brought the step, so that an older
 * Bellwire can tell which one it meets.
 */
export function migrations(traits: DialectTraits): Readonly<Record<string, Migration>> {
  return {
    '0001-bellwire-0.1.0': { up: (db: Kysely<unknown>) => firstSchema(db, traits) },
    '0002-bellwire-0.1.0': { up: (db: Kysely<unknown>) => secondSchema(db, traits) },
    '0003-bellwire-0.1.0': { up: (db: Kysely<unknown>) => thirdSchema(db, traits) },
    '0004-bellwire-0.1.0': { up: (db: Kysely<unknown>) => fourthSchema(db, traits) },
    '0005-bellwire-0.1.0': { up: (db: Kysely<unknown>) => fifthSchema(db, traits) },
    // There was one summary for all articles of a story. Each alert is told in the words of its own article instead.
    '0006-bellwire-0.1.0': { up: (db: Kysely<unknown>) => db.schema.dropTable('summary').execute() },
    '0007-bellwire-0.1.0': { up: (db: Kysely<unknown>) => seventhSchema(db, traits) },
    '0008-bellwire-0.1.0': { up: (db: Kysely<unknown>) => eighthSchema(db, traits) },
  };
}
