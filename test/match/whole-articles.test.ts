/** What articles of a few sentences ring for, where a headline alone would not tell. */
import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { meets } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';

type Row = readonly [query: string, language: string, title: string, text: string, rings: boolean];

/** Whoever is given access has no outage; whoever has none has one. */
const access: readonly Row[] = [
  [
    'outages',
    'fr',
    'Orange donne à ses clients un accès gratuit à Perplexity',
    'Orange offre à ses clients mobiles un accès gratuit d’un an à Perplexity Pro, a annoncé l’opérateur mardi.',
    false,
  ],
  [
    'outages',
    'fr',
    'Louis Vuitton informe ses clients d’un accès non autorisé à leurs données',
    'Un tiers a consulté les données le 2 juillet.',
    false,
  ],
  [
    'outages',
    'fr',
    'Proton permet aux utilisateurs de se connecter sans mot de passe',
    'Le service arrive en mars.',
    false,
  ],
  [
    'outages',
    'fr',
    'SFR : des clients privés d’accès à Internet depuis ce matin',
    'L’opérateur évoque un incident.',
    true,
  ],
  [
    'outages',
    'fr',
    'Les utilisateurs ne peuvent plus accéder à leur compte',
    'La banque en ligne le reconnaît.',
    true,
  ],
  ['outages', 'fr', 'Des abonnés sans accès à Internet', 'Free y travaille.', true],
  [
    'outages',
    'es',
    'Telefónica ofrece a sus usuarios acceso gratuito a Perplexity',
    'Los clientes podrán acceder durante un año sin pagar.',
    false,
  ],
  [
    'outages',
    'it',
    'TIM offre ai clienti un accesso gratuito a Perplexity',
    'Gli utenti possono accedere per un anno al servizio.',
    false,
  ],
  [
    'outages',
    'pt',
    'Vivo dá a clientes acesso gratuito ao Perplexity',
    'Os usuários poderão acessar o serviço por um ano.',
    false,
  ],
];

for (const [name, rows] of Object.entries({ access })) {
  test.each(rows)(`${name}: %s, %s: "%s" ¶ %s rings: %s`, (query, language, title, text, rings) => {
    expect(meets(parseQuery(query), analyze({ title, text, language }))).toBe(rings);
  });
}
