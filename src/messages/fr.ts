/** French. Literals are written with plain spaces and apostrophes; the tag sets them as French is set. */
import type { Texts } from './texts.ts';
import { french as t, typesetFor } from './typeset.ts';

const { and, or, counted, number } = typesetFor('fr');
const quoted = (words: readonly string[]) => words.map((word) => t`« ${word} »`).join(', ');

export const frenchTexts: Texts = {
  language: 'fr',

  run: {
    ready: (url, inbox) => [
      t`Bellwire est en marche : ${url}`,
      '',
      t`Ouvrez cette page, ou lancez npm run chat dans un second terminal. Ensuite :`,
      '  1. tapez                /abonner AWS, licenciements',
      `  2. déposez un article dans ${inbox} (.txt, .md ou .html)`,
      '  3. suivez un flux avec  /sources ajouter URL',
      '',
      t`Ctrl+C l'arrête ; rien n'est perdu.`,
    ],
    stopping: 'Arrêt en cours…',
    demo: (url) => [
      t`La démonstration est en marche : ${url}`,
      'Des articles en de nombreuses langues arrivent et sonnent selon les abonnements des salons.',
      'Tapez /aide ou /abonner IA. Ctrl+C met fin à la démonstration et oublie tout.',
      '',
    ],
    nothingRang: t`Rien n'a sonné.`,
  },
  chat: {
    channels: 'Salons',
    newChannel: 'Nouveau salon',
    channelName: 'Nom du salon',
    typeCommand: 'Tapez une commande',
    send: 'Envoyer',
    suggestions: 'Propositions',
    messagesIn: (channel) => t`Messages de #${channel}`,
    skipToCommandLine: 'Aller à la ligne de commande',
    earlierMessages: 'Messages précédents',
    newMessages: (count) => counted(count, '# nouveau message', '# nouveaux messages'),
    unread: 'nouveaux messages',
    you: 'Vous',
    onlyYou: 'Visible par vous seul',
    edited: 'modifié',
    emptyChannel: t`Rien n'a encore sonné ici. Dites ce qui doit faire sonner ce salon :`,
    firstLines: ['/subscribe AWS, licenciements', '/latest', '/help'],
    dropAnArticle: (folder) =>
      t`Déposez ensuite un article dans ${folder}, en .txt, .md ou .html, et écoutez-le sonner.`,
    connectionLost: 'Connexion perdue, nouvel essai…',
    connectionBack: 'Connexion rétablie.',
    notSent: t`Le bot n'a pas reçu cette ligne. Elle est toujours là : vérifiez que le bot tourne, puis renvoyez-la.`,
    somethingBroke: t`Quelque chose s'est cassé chez nous et a été noté dans le journal. Rien n'est perdu : réessayez.`,
    noSuchChannel: (name) => t`Il n'y a pas de salon #${name}. Choisissez-en un dans la liste.`,
    noSuchPage: t`Cette page n'existe pas. Les salons sont sur la première.`,
    password: 'Mot de passe',
    signIn: 'Se connecter',
    wrongPassword: t`Ce n'est pas le mot de passe. C'est celui de PAGE_PASSWORD, là où tourne le bot.`,
    keys: [
      { key: 'Entrée', does: 'envoyer' },
      { key: 'Tab', does: 'prendre la proposition' },
      { key: '↑ ↓', does: 'parcourir les propositions, ou vos dernières lignes' },
      { key: 'Échap', does: 'fermer les propositions' },
    ],
    welcome: (channel) =>
      t`Vous êtes dans #${channel}. Essayez /subscribe AWS, licenciements ou /help ; Ctrl+D pour quitter.`,
    joinedRunning: 'Connecté au bot qui tourne déjà sur ces données.',
    runsWithTerminal: 'Le bot tourne tant que ce terminal est ouvert.',
    finishing: t`Fin du travail en cours…`,
  },

  alert: {
    why: t`Pourquoi ?`,
    read: t`Lire l'article`,
    rangFor: (subscriptions) => t`A sonné pour ${and(subscriptions)}`,
    metBy: (term, words) => t`${term} : ${quoted(words)}`,
    alsoReportedBy(outlets) {
      const more = outlets.length - 3;
      const named = more > 0 ? [...outlets.slice(0, 3), counted(more, '# autre', '# autres')] : outlets;
      return t`Aussi rapporté par ${and(named)}`;
    },
    noText: 'Cet article est arrivé sans texte.',
    updated: 'Mis à jour',
    articleNumber: (id) => t`nº ${String(id)}`,
  },

  commands: {
    subscribe: {
      description: t`Sonner dans ce salon quand l'actualité parle d'un sujet`,
      example: 'AWS, licenciements',
      nowRings: (count) =>
        counted(
          count,
          t`Désormais, ce salon sonne pour :`,
          t`Désormais, ce salon sonne pour chacun de ces sujets :`,
        ),
      nothingNew: t`Rien à changer : ce salon sonne déjà pour cela.`,
      already: 'sonne déjà ici',
      forecast(stories, atLeast) {
        if (stories === 0) return 'aucune actualité à ce sujet ces 7 derniers jours';
        return `aurait sonné ${atLeast ? 'au moins ' : ''}${counted(stories, '# fois', '# fois')} ces 7 derniers jours`;
      },
      latestOfThose: () => t`La dernière actualité qui aurait sonné :`,
    },
    unsubscribe: {
      description: 'Ne plus sonner pour un sujet',
      example: 'AWS',
      all: ['tout', 'tous', 'toutes'],
      removed: (count) =>
        counted(count, t`Ce salon ne sonne plus pour :`, t`Ce salon ne sonne plus pour ces sujets :`),
      nothingLeft: 'Il ne sonne plus pour rien.',
      stillRings: (typed) => t`Il sonne encore pour ${and(typed)}.`,
      absent: (typed) => t`Il n'y a pas d'abonnement à ${or(typed)} ici.`,
      nothingThere: t`Ce salon ne sonne pour rien : il n'y a rien à arrêter.`,
    },
    subscriptions: {
      description: 'Ce pour quoi ce salon sonne',
      example: '',
      none: 'Ce salon ne sonne encore pour rien. Essayez /subscribe AWS, licenciements',
      count: (count) => counted(count, t`Ce salon sonne pour un sujet :`, t`Ce salon sonne pour # sujets :`),
      howToRemove: (typed) => t`Pour en arrêter un : /unsubscribe 1, ou /unsubscribe ${typed}`,
    },
    latest: {
      description: 'Les derniers articles, sur tout ou sur un sujet',
      example: 'AWS 3',
      none: t`Aucun article n'est encore arrivé. /sources montre ce qui est suivi.`,
      noneFor: (query) =>
        t`Pas encore d'article sur ${query}. /subscribe ${query} sonnera dès qu'il en viendra un.`,
      found(count, query) {
        const articles = counted(count, t`Le dernier article`, t`Les # derniers articles`);
        return query === undefined ? t`${articles} :` : t`${articles} sur ${query} :`;
      },
    },
    why: {
      description: t`Pourquoi un article a sonné ici, ou pourquoi pas`,
      example: '12',
      nothingRang: t`Rien n'a encore sonné ici. Pour un article précis : /why suivi de son numéro, de son lien ou de mots de son titre.`,
      noSubscriptions: 'Ce salon ne sonne encore pour rien. Essayez /subscribe AWS, licenciements',
      rang: t`Il répond à ce pour quoi ce salon sonne :`,
      didNotRing: t`Il ne répond pas à :`,
      noneMet: t`Il ne répond à rien de ce pour quoi ce salon sonne :`,
      met(term, words, meaning) {
        const found = term === undefined ? quoted(words) : t`${term} : ${quoted(words)}`;
        return meaning === undefined ? `${found}.` : t`${found} (au sens de ${meaning}).`;
      },
      sentence: (sentence) => t`On y lit : « ${sentence} »`,
      missing: (terms) => t`N'y figure pas : ${terms.join(', ')}.`,
      excluded: (terms) => t`Exclu, mais présent : ${terms.join(', ')}.`,
      tooEarly: t`Il est arrivé avant cet abonnement et n'a donc pas sonné.`,
      baseline: t`Il était là avant que sa source soit suivie : il est gardé sans avoir sonné.`,
    },
    help: {
      description: t`Ce qu'on peut faire ici, et comment`,
      example: 'subscribe',
      intro: t`Bellwire lit l'actualité et sonne ici quand elle parle de ce que vous avez nommé, quelle que soit sa langue.`,
      more: t`Pour en savoir plus : /help subscribe`,
      alsoCalled: (names) => t`Aussi : ${names.map((name) => `/${name}`).join(', ')}`,
      forExample: t`Par exemple :`,
      howToWrite: t`Comment dire ce que vous voulez :`,
      writing: [
        { lead: 'AWS, licenciements', rest: 'une virgule fait deux abonnements' },
        { lead: 'AWS licenciements', rest: 'les deux doivent y figurer' },
        {
          lead: 'licenciements',
          rest: t`la chose, pas les lettres : suppressions de postes et layoffs aussi`,
        },
        { lead: '"plan social"', rest: t`entre guillemets : exactement ces mots` },
        { lead: 'AWS OR Azure', rest: t`l'un ou l'autre ; OR en capitales` },
        { lead: 'Amazon -"Prime Day"', rest: 'un signe moins exclut' },
        { lead: '(AWS OR Azure) licenciements', rest: 'les parenthèses gardent ensemble' },
      ],
    },
    sources: {
      description: t`Ce qui est suivi, et comment cela se porte`,
      example: 'add https://example.com/feed.xml',
      none: t`Rien n'est encore suivi. Ajoutez un flux : /sources add https://example.com/feed.xml`,
      count: (count) => counted(count, t`Une source est suivie :`, t`# sources sont suivies :`),
      howToChange: t`Pour changer cela : /sources add et l'adresse d'un flux, ou /sources remove et un numéro`,
      added: (title) =>
        t`${title} est désormais suivi. Ce qui y figure déjà est gardé sans sonner ; la suite sonnera.`,
      already: (title) => t`${title} est déjà suivi.`,
      removed: (title) => t`${title} n'est plus suivi. Ses articles restent.`,
      watchedAllTheTime: 'suivie en permanence',
      notLookedAt: 'sera consulté dans la minute',
      fine: (lookedAt) => t`tout va bien, consulté ${lookedAt}`,
      failing: (times, error) =>
        t`${counted(times, 'la dernière consultation a échoué', 'les # dernières consultations ont échoué')} : ${error}`,
      inbox: 'Boîte de dépôt',
      addVerbs: ['add', 'ajouter'],
      removeVerbs: ['remove', 'retirer'],
    },
  },

  mistakes: {
    unknownCommand: (name, nearest) =>
      nearest === undefined
        ? t`Il n'y a pas de commande /${name}. /help montre celles qui existent.`
        : t`Il n'y a pas de commande /${name} : vouliez-vous dire /${nearest} ? /help les montre toutes.`,
    notACommand: t`Ici, chaque ligne est une commande, comme /subscribe AWS ou /latest. /help les montre toutes.`,
    emptyLine: t`Tapez une commande, comme /subscribe AWS. /help les montre toutes.`,
    tooLong: (length, most) =>
      t`Cela fait ${number(length)} caractères ; j'en lis ${number(most)} au plus. Raccourcissez, ou envoyez en plusieurs fois.`,
    nothingToSubscribe: (example) => t`Dites pour quoi sonner, par exemple : ${example}`,
    tooManyAtOnce: (count, most) =>
      t`Cela fait ${number(count)} abonnements d'un coup ; j'en prends ${number(most)} au plus. Envoyez-les en plusieurs fois.`,
    nothingToUnsubscribe: (example) =>
      t`Dites quel abonnement arrêter, par exemple : ${example}. /subscriptions les montre tous.`,
    mayNotSubscribe: t`Seules les personnes qui gèrent ce salon peuvent changer ce pour quoi il sonne. Demandez à l'une d'elles, ou passez par un message direct.`,
    mayNotUnsubscribe: (typed) =>
      t`Seules la personne qui l'a créé et celles qui gèrent ce salon peuvent arrêter ${or(typed)}. Rien n'a été changé.`,
    mayNotChangeSources: t`Seules les personnes qui gèrent cet espace peuvent changer ce qui est suivi. Demandez à l'une d'elles.`,
    countOutOfRange: (count, most, instead) =>
      t`Je peux montrer de 1 à ${String(most)} articles à la fois, pas ${number(count)}. Pour chercher le nombre lui-même, mettez-le entre guillemets : ${instead}`,
    noSuchArticle: (what) =>
      t`Aucun article trouvé pour ${what}. /latest montre les derniers avec leur numéro.`,
    noSuchTopic: (name, nearest) =>
      nearest === undefined
        ? t`Il n'y a pas de commande /${name} à expliquer. /help montre celles qui existent.`
        : t`Il n'y a pas de commande /${name} à expliquer : vouliez-vous dire /help ${nearest} ?`,
    noUrl: (what) =>
      t`${what} n'est pas une adresse web. Celle d'un flux commence par https:// comme https://example.com/feed.xml`,
    noSuchSource: (what) =>
      t`Rien de ce qui est suivi ne correspond à ${what}. /sources montre tout, avec les numéros.`,
    inboxStays: t`La boîte de dépôt fait partie des réglages du bot (INBOX_DIR) et ne se retire pas ici.`,
    publicStays: (title) =>
      t`${title} est suivi pour tout le monde. Seule la personne qui fait tourner le bot peut le retirer, dans l'espace local.`,
    sourcesUsage: t`Pour voir ce qui est suivi : /sources. Pour le changer : /sources add https://example.com/feed.xml ou /sources remove 2`,
    badChannelName: (typed) =>
      t`« ${typed} » ne peut pas être le nom d'un salon. Prenez des lettres, des chiffres, « - » et « _ », 40 au plus : par exemple infos-cloud.`,
    query: {
      empty: () => t`Il n'y a rien à chercher là-dedans : tapez des mots, par exemple AWS, licenciements.`,
      quote: ({ here }) =>
        t`Le guillemet qui ouvre ${here} n'est pas fermé : ajoutez un " après le dernier mot, ou retirez-le.`,
      'empty-quote': () => t`Des guillemets vides ne trouvent rien : mettez-y les mots exacts.`,
      'open-parenthesis': ({ here }) =>
        t`La parenthèse qui ouvre ${here} n'est pas fermée : ajoutez une ) là où elle finit.`,
      'close-parenthesis': () =>
        t`Une ) ne ferme rien : retirez-la, ou mettez une ( là où elle devrait commencer.`,
      'only-negative': ({ here }) =>
        t`${here} dit seulement ce qu'il faut exclure : ajoutez ce qu'il faut chercher, par exemple Amazon -prime.`,
      operand: ({ what }) =>
        /\p{L}/u.test(what)
          ? t`${what} demande un mot de chaque côté ; pour chercher le mot lui-même, écrivez-le en minuscules.`
          : t`${what} demande un mot juste après, par exemple Amazon -prime.`,
      'too-deep': ({ most }) =>
        t`Ces parenthèses dépassent ${String(most.depth)} niveaux : simplifiez, ou faites-en deux abonnements.`,
      'too-long': ({ most }) =>
        t`Une recherche compte au plus ${number(most.characters)} caractères : retirez des mots, ou séparez par des virgules.`,
      'too-many': ({ most }) =>
        t`Une recherche compte au plus ${number(most.parts)} mots : retirez-en, ou faites plusieurs abonnements avec des virgules.`,
      'not-yet': ({ what }) =>
        t`${what} n'est pas encore compris : écrivez les mots entiers, seuls, par exemple AWS licenciements.`,
    },
  },
};
