import { expect, test } from 'vitest';
import { paraphrase } from '../../src/invoke/paraphrase.ts';
import { parseQuery } from '../../src/match/query.ts';
import { frenchTexts } from '../../src/messages/fr.ts';
import { conversation, hour } from '../invoke/conversation.ts';

const french = { language: 'fr', zone: 'Europe/Paris' };

test('a French person types French commands and is answered in French', async () => {
  const { comes, hear } = await conversation();
  await comes({
    title: 'AWS supprime des postes',
    text: 'Amazon Web Services supprime des centaines de postes.',
    language: 'fr',
    url: 'https://lemonde.example/aws',
  });
  await comes({ title: 'AWS cuts jobs', outlet: 'BBC', agoMs: 25 * hour });

  expect(await hear('/abonner AWS, licenciements', french)).toEqual([
    'Ce salon suit désormais chacun de ces sujets\u00A0:',
    '  AWS — sonne pour AWS, qui s’écrit aussi Amazon Web Services, en 17 langues · aurait donné 2 alertes ces 7 derniers jours',
    `  licenciements — ${paraphrase(parseQuery('licenciements'), frenchTexts)} · aurait donné 2 alertes ces 7 derniers jours`,
    'La plus récente de ces actualités\u00A0:',
    '[1] AWS supprime des postes',
    '    Le Monde · aujourd’hui 17:30',
    '    Amazon Web Services supprime des centaines de postes.',
    '    https://lemonde.example/aws',
  ]);
  expect(await hear('/abonnements', french)).toEqual([
    'Ce salon suit 2 sujets\u00A0:',
    '  1. AWS',
    '  2. licenciements',
    'Pour en arrêter un\u00A0: /unsubscribe 1, ou /unsubscribe licenciements',
  ]);
  expect((await hear('/dernières AWS', french)).slice(0, 3)).toEqual([
    'Les 2 derniers articles sur AWS\u00A0:',
    '[1] AWS supprime des postes',
    '    Le Monde · aujourd’hui 17:30',
  ]);
  expect(await hear('/actus AWS', french)).toContain('    BBC · hier 17:30');
  expect(await hear('/désabonner tout', french)).toEqual([
    'Ce salon ne suit plus ces sujets\u00A0:',
    '  AWS',
    '  licenciements',
    'Il ne suit plus aucun sujet.',
  ]);
  expect((await hear('/aide', french))[0]).toMatch(/^Bellwire lit l’actualité/);
  expect(await hear('/pourquoi', french)).toEqual([
    expect.stringMatching(/^Aucune alerte ici pour l’instant\./),
  ]);
  expect(await hear('/flux ajouter exemple.fr/rss', french)).toEqual([
    'exemple.fr est désormais surveillé. Ce qui y figure déjà est gardé sans alerte\u202F; la suite en donnera. Dans une minute, /sources dira s’il se lit bien.',
  ]);
  expect(await hear('/flux retirer 2', french)).toEqual([
    'exemple.fr n’est plus surveillé. Ses articles restent.',
  ]);
});

test('in one channel each is answered in their own language', async () => {
  const { hear } = await conversation();
  expect((await hear('/subscriptions', french))[0]).toMatch(/^Ce salon ne suit encore aucun sujet/);
  expect((await hear('/subscriptions'))[0]).toMatch(/^This channel rings for nothing yet/);
});
