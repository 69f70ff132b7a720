import type { Tables } from './schema.ts';
import type { Work } from './traits.ts';

type Name = Tables['counter']['name'];

/**
 * The last number given. Nobody else can take the next one until the end of the transaction, so that numbers are
 * committed in their order and whoever has seen one has seen all before it.
 */
export async function holdCounter({ trx, traits }: Work, name: Name): Promise<number> {
  const held = traits.hold(trx.selectFrom('counter').select('value').where('name', '=', name));
  return (await held.executeTakeFirstOrThrow()).value;
}

export async function takeNumber({ trx }: Work, name: Name): Promise<number> {
  const taken = trx
    .updateTable('counter')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', name)
    .returning('value');
  return (await taken.executeTakeFirstOrThrow()).value;
}
