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

/** Talks that are not held are a denial as well. */
const talks: readonly Row[] = [
  [
    'takeovers',
    'en',
    'Mistral denies talks with Apple',
    'Mistral is not in talks to be bought by Apple, the French artificial intelligence company said on Saturday.',
    false,
  ],
  [
    'takeovers',
    'fr',
    'Mistral dément des discussions avec Apple',
    'Mistral n’est pas en discussions en vue d’un rachat par Apple, a déclaré samedi la société d’intelligence artificielle.',
    false,
  ],
  [
    'takeovers',
    'fr',
    'Thales dément vouloir racheter la cybersécurité d’Atos',
    'Thales a démenti mardi être en discussions avec Atos pour racheter ses activités de cybersécurité pour 1,5 milliard d’euros.',
    false,
  ],
  [
    'takeovers',
    'de',
    'Mistral dementiert Gespräche mit Apple',
    'Mistral verhandelt nicht über eine Übernahme durch Apple, teilte das Unternehmen für künstliche Intelligenz mit.',
    false,
  ],
  [
    'takeovers',
    'es',
    'Mistral niega conversaciones con Apple',
    'Mistral no está en conversaciones para ser comprada por Apple, dijo la empresa de inteligencia artificial. No hay negociaciones de adquisición.',
    false,
  ],
  [
    'takeovers',
    'pt',
    'Mistral nega conversas com a Apple',
    'A Mistral não está em negociações para ser adquirida pela Apple, disse a empresa de inteligência artificial.',
    false,
  ],
  [
    'takeovers',
    'it',
    'Mistral smentisce trattative con Apple',
    'Mistral non è in trattativa per essere acquisita da Apple, ha detto la società di intelligenza artificiale. Nessuna acquisizione in vista.',
    false,
  ],
  [
    'takeovers',
    'nl',
    'Mistral ontkent gesprekken met Apple',
    'Mistral is niet in gesprek over een overname door Apple, zei het bedrijf.',
    false,
  ],
  [
    'takeovers',
    'sv',
    'Mistral förnekar samtal med Apple',
    'Mistral för inga samtal om ett uppköp från Apple, sade AI-bolaget.',
    false,
  ],
  [
    'takeovers',
    'pl',
    'Mistral zaprzecza rozmowom z Apple',
    'Mistral nie prowadzi rozmów o przejęciu przez Apple, podała firma.',
    false,
  ],
  [
    'takeovers',
    'tr',
    'Mistral, Apple ile görüşmeleri yalanladı',
    'Mistral, Apple tarafından satın alınma görüşmeleri yürütmediğini açıkladı.',
    false,
  ],
  [
    'takeovers',
    'ru',
    'Mistral опровергла переговоры с Apple',
    'Mistral не ведёт переговоров о продаже компании Apple, о покупке Apple речи не идёт.',
    false,
  ],
  [
    'takeovers',
    'id',
    'Mistral membantah pembicaraan dengan Apple',
    'Mistral tidak sedang dalam pembicaraan akuisisi dengan Apple, kata perusahaan AI itu.',
    false,
  ],
  [
    'takeovers',
    'ja',
    'ミストラル、アップルとの協議を否定',
    'ミストラルはアップルによる買収の協議はしていないと述べた。',
    false,
  ],
  [
    'takeovers',
    'ko',
    '미스트랄, 애플과의 협상 부인',
    '미스트랄은 애플의 인수 협상을 하고 있지 않다고 밝혔다.',
    false,
  ],
  ['takeovers', 'zh', 'Mistral否认与苹果谈判', 'Mistral表示没有与苹果就收购进行谈判。', false],
  [
    'takeovers',
    'ar',
    'ميسترال تنفي محادثات مع آبل',
    'قالت ميسترال إنها لا تجري محادثات بشأن استحواذ آبل عليها.',
    false,
  ],
  [
    'takeovers',
    'en',
    'Apple in talks to buy Mistral',
    'Apple is in talks to buy Mistral, people close to the matter said. Mistral denies that its staff were told.',
    true,
  ],
  [
    'takeovers',
    'en',
    'Mistral in talks to be bought by Apple',
    'Mistral is in talks to be bought by Apple, two people said.',
    true,
  ],
  [
    'takeovers',
    'en',
    'Apple is not in talks with Google but to buy Mistral',
    'Apple is to buy Mistral for $6 billion, the company said.',
    true,
  ],
  [
    'takeovers',
    'en',
    'Activision denies report on working hours',
    'Microsoft agreed to acquire Activision for $69 billion in January. The studio denied it overworks its staff.',
    true,
  ],
  [
    'layoffs',
    'en',
    'No talks with the union before Amazon layoffs',
    'Amazon cut 2,000 jobs in Seattle on Monday without talks.',
    true,
  ],
  [
    'layoffs',
    'de',
    'SAP spricht nicht mit Betriebsrat über Stellenabbau',
    'SAP streicht 2000 Stellen.',
    true,
  ],
];

/** Given names that are words of technology. */
const people: readonly Row[] = [
  [
    'chips',
    'en',
    'Chip Roy says he will not vote for spending bill',
    'Representative Chip Roy of Texas said on Monday he would not vote for the spending bill. "It is a bad deal," he said.',
    false,
  ],
  [
    'chips',
    'en',
    'Chip Kelly fired as Raiders coordinator',
    'The Raiders fired Chip Kelly on Sunday after a loss to the Browns.',
    false,
  ],
  [
    'chips',
    'en',
    'Chip Kelly Fired as Raiders Coordinator',
    'The Raiders fired Chip Kelly on Sunday after a loss to the Browns.',
    false,
  ],
  ['chips', 'en', 'Raiders fire Chip Kelly', 'The coordinator had been there for a season.', false],
  ['chips', 'en', 'Chip Gaines opens hotel in Waco', 'Chip and Joanna Gaines bought it in 2021.', false],
  ['chips', 'en', 'Chip Makers Fall After Export Curbs', 'Shares of chip makers fell on Monday.', true],
  ['chips', 'en', 'Chip Huawei makes with SMIC surprises Washington', 'The processor is made in 7nm.', true],
  [
    'chips',
    'en',
    'Chip Roy wants chip export ban',
    'Representative Chip Roy filed a bill on Monday that would bar chip exports to China.',
    true,
  ],
  [
    'AWS',
    'en',
    'Aws Al-Hassan elected mayor of Amman suburb',
    'Aws Al-Hassan was elected mayor on Sunday. He promised new buses.',
    false,
  ],
  ['AWS', 'en', 'Aws outage hits thousands', 'Amazon said Aws servers in Virginia were down.', true],
  ['AWS', 'en', 'Aws Lambda gets faster', 'The service starts functions in 10ms.', true],
  ['AWS', 'en', 'aws outage hits thousands', 'servers in virginia were down.', true],
  ['AWS', 'en', 'Iraqi striker Aws Hamid joins club', 'Aws Hamid signed for two years.', false],
  ['chips', 'en', 'Chip Act passes Senate', 'The bill puts $52 billion into factories.', true],
];

for (const [name, rows] of Object.entries({ access, talks, people })) {
  test.each(rows)(`${name}: %s, %s: "%s" ¶ %s rings: %s`, (query, language, title, text, rings) => {
    expect(meets(parseQuery(query), analyze({ title, text, language }))).toBe(rings);
  });
}
