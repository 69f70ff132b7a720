import { expect, test } from 'vitest';
import type { Installation } from '../../../src/store/store.ts';
import { emptyPlace, openWorkspace, type OpenStore } from '../given.ts';

const installation: Installation = {
  platform: 'slack',
  externalId: 'T1',
  name: 'Acme',
  botId: 'U1',
  sealedToken: 'sealed',
  scopes: ['chat:write'],
  installedBy: 'U2',
  installedAt: 5,
};

export function installedContract(open: OpenStore): void {
  test('an app is installed once in each workspace, by its newest token', async () => {
    const { store } = await emptyPlace(open);
    const { installations } = store;
    expect(await installations.find('slack', 'T1')).toBeUndefined();
    await installations.save(installation);
    await installations.save({ ...installation, externalId: 'T2' });
    await installations.save({ ...installation, sealedToken: 'newer', installedBy: undefined });
    expect(await installations.find('slack', 'T1')).toEqual({
      ...installation,
      sealedToken: 'newer',
      installedBy: undefined,
    });
    await installations.remove('slack', 'T1');
    await installations.remove('slack', 'T1');
    expect(await installations.find('slack', 'T1')).toBeUndefined();
    expect(await installations.find('slack', 'T2')).toBeDefined();
  });

  test('what somebody wishes is kept for that workspace, one thing at a time', async () => {
    const { store } = await emptyPlace(open);
    const [one, two] = [await openWorkspace(store, 'T1'), await openWorkspace(store, 'T2')];
    await store.people.set(one.id, 'U1', {});
    expect(await store.people.find(one.id, 'U1')).toEqual({ language: undefined, zone: undefined });
    await store.people.set(one.id, 'U1', { language: 'fr' });
    await store.people.set(one.id, 'U1', { zone: 'Europe/Paris' });
    expect(await store.people.find(one.id, 'U1')).toEqual({ language: 'fr', zone: 'Europe/Paris' });
    expect(await store.people.find(two.id, 'U1')).toEqual({ language: undefined, zone: undefined });
  });

  test('an event is there for the first time once, for three days', async () => {
    const { store } = await emptyPlace(open);
    const day = 24 * 60 * 60_000;
    expect(await store.received.take('slack', 'Ev1', 0)).toBe(true);
    expect(await store.received.take('slack', 'Ev1', day)).toBe(false);
    expect(await store.received.take('discord', 'Ev1', day)).toBe(true);
    expect(await store.received.take('slack', 'Ev2', 4 * day)).toBe(true);
    expect(await store.received.take('slack', 'Ev1', 4 * day)).toBe(true);
  });
}
