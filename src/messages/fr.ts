/** French. Literals are written with plain spaces and apostrophes; the tag sets them as French is set. */
import { discordFrench } from './discord-fr.ts';
import { slackFrench } from './slack-fr.ts';
import { queryFrench } from './query-fr.ts';
import type { Texts } from './texts.ts';
import { french as t, typesetFor } from './typeset.ts';

const { and, or, counted, number } = typesetFor('fr');
const quoted = (words: readonly string[]) => words.map((word) => t`« ${word} »`).join(', ');

const firstSteps = (inbox: string) => [
  '  1. tapez                /abonner AWS, licenciements',
  `  2. déposez un article dans ${inbox} (.txt, .md ou .html)`,
  t`  3. surveillez un flux :  /sources ajouter URL`,
  '',
  t`Ctrl+C l'arrête ; rien n'est perdu.`,
];

/** @param here what the channel is called; `Here`: the same at the beginning of a sentence */
const frenchIn = (here: string, Here: string): Texts => ({
  language: 'fr',
  discord: discordFrench,
  slack: slackFrench,
  query: queryFrench,

  run: {
    ready: (url, inbox) => [
      t`Bellwire est en marche : ${url}`,
      '',
      t`Ouvrez cette page, ou lancez npm run chat dans un second terminal. Ensuite :`,
      ...firstSteps(inbox),
    ],
    readyWithoutPage: (host, inbox) => [
      t`Bellwire est en marche, mais sa page est fermée : HOST=${host} est joignable de l'extérieur et PAGE_PASSWORD n'est pas défini.`,
      t`Définissez PAGE_PASSWORD (au moins 8 caractères), ou retirez HOST, puis relancez.`,
      '',
      t`Sans la page, lancez npm run chat dans un second terminal. Ensuite :`,
      ...firstSteps(inbox),
    ],
    stopping: 'Arrêt en cours…',
    demo: (url) => [
      t`La démonstration est en marche : ${url}`,
      'Des articles en de nombreuses langues arrivent, et les salons sont alertés selon leurs abonnements.',
      'Tapez /aide ou /abonner IA. Ctrl+C met fin à la démonstration et oublie tout.',
      '',
    ],
    nothingRang: `Aucune alerte.`,
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
    edited: 'modifié',
    emptyPreview: t`Aucune alerte ici pour l'instant.`,
    emptyChannel: t`Aucune alerte ici pour l'instant. Dites ce que ${here} doit suivre :`,
    firstLines: ['/subscribe AWS, licenciements', '/latest', '/help'],
    dropAnArticle: (folder) =>
      t`Déposez ensuite un article dans ${folder}, en .txt, .md ou .html : l'alerte arrive aussitôt.`,
    connectionLost: 'Connexion perdue, nouvel essai…',
    notSent: t`Le bot n'a pas reçu cette ligne. Elle est toujours là : vérifiez que le bot tourne, puis renvoyez-la.`,
    somethingBroke: t`Une erreur s'est produite de notre côté et a été notée dans le journal. Rien n'est perdu : réessayez.`,
    busy: t`Bellwire est très sollicité : trop de personnes attendent une réponse. Rien n'a été changé ; réessayez dans une minute.`,
    noSuchChannel: (name) => t`Il n'y a pas de salon #${name}. Choisissez-en un dans la liste.`,
    asOnDiscord: 'Les alertes comme sur Discord',
    asOnSlack: 'Les alertes comme sur Slack',
    backToChannel: 'Retour au salon',
    noSuchPage: t`Cette page n'existe pas.`,
    toFirstChannel: 'Aller au premier salon',
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
    botStopped: t`Le bot s'est arrêté. Relancez-le avec npm start dans un autre terminal : cette conversation reprendra alors.`,
  },

  alert: {
    why: t`Pourquoi ?`,
    number: (articleId) => `N°\u00A0${articleId}`,
    rangFor: (subscriptions) => t`Alerte pour ${and(subscriptions)}`,
    metBy: (term, words) => t`${term} : ${quoted(words)}`,
    alsoReportedBy(outlets) {
      const more = outlets.length - 3;
      const named = more > 0 ? [...outlets.slice(0, 3), counted(more, '# autre', '# autres')] : outlets;
      return t`Aussi rapporté par ${and(named)}`;
    },
    noText: 'Cet article est arrivé avec son seul titre.',
    updated: 'Mis à jour',
    changed: (was, now) => `${was} → ${now}`,
    followsUp: (title) => t`Suite de « ${title} »`,
    mute: 'Ignorer ce sujet',
    unsubscribe: 'Se désabonner',
  },

  notice: {
    channelPaused: (channel, reason) =>
      t`${channel} n'accepte pas de messages : ${reason}. Ses alertes attendent et seront retentées peu à peu ; rien n'est perdu.`,
    workspacePaused: (workspace, reason) =>
      t`${workspace} n'accepte pas de messages : ${reason}. Les alertes de tous ses salons attendent et seront retentées peu à peu ; rien n'est perdu.`,
    resumed(since, reason, waiting) {
      const because = reason === undefined ? '' : ` (${reason})`;
      const above = counted(
        waiting,
        t`l'alerte qui attendait est au-dessus`,
        t`les # alertes qui attendaient sont au-dessus`,
      );
      return t`Les alertes sont de retour. On ne pouvait plus écrire dans ${here} (depuis : ${since})${because} ; ${above}.`;
    },
  },

  commands: {
    subscribe: {
      description: t`Recevoir ici une alerte quand l'actualité parle d'un sujet`,
      example: 'AWS, licenciements',
      nowRings: (count) =>
        counted(count, t`${Here} suit désormais :`, t`${Here} suit désormais chacun de ces sujets :`),
      insteadOf: (typed) => t`Au lieu de ${typed}, ${here} suit :`,
      nothingNew: t`Rien à changer : ${here} le suit déjà.`,
      already: 'déjà suivi ici',
      deliveryChanged: t`${Here} le suit déjà ; désormais comme vous le dites :`,
      changed: 'déjà suivi ici, désormais annoncé autrement',
      forecast(stories, atLeast) {
        if (stories === 0) return 'rien à ce sujet ces 7 derniers jours';
        const alerts = counted(stories, '# alerte', '# alertes');
        return `aurait donné ${atLeast ? 'au moins ' : ''}${alerts} ces 7 derniers jours`;
      },
      latestOfThose: (count) =>
        counted(count, t`La plus récente de ces actualités :`, t`Les plus récentes de ces actualités :`),
    },
    unsubscribe: {
      description: 'Ne plus suivre un sujet',
      example: 'AWS',
      all: ['tout', 'tous', 'toutes'],
      removed: (count) => counted(count, t`${Here} ne suit plus :`, t`${Here} ne suit plus ces sujets :`),
      nothingLeft: 'Il ne suit plus aucun sujet.',
      stillRings: (typed) => t`Il suit toujours ${and(typed)}.`,
      absent: (typed) => t`Il n'y a pas d'abonnement à ${or(typed)} ici.`,
      nothingThere: t`${Here} ne suit aucun sujet : il n'y a rien à arrêter.`,
    },
    subscriptions: {
      description: `Ce que suit ${here}`,
      example: '',
      none: `${Here} ne suit encore aucun sujet. Essayez /subscribe AWS, licenciements`,
      count: (count) => counted(count, t`${Here} suit un sujet :`, t`${Here} suit # sujets :`),
      howToRemove: (typed) => t`Pour en arrêter un : /unsubscribe 1, ou /unsubscribe ${typed}`,
      paused: (reason) =>
        reason === undefined
          ? `${Here} est en pause et ses alertes attendent.`
          : t`${Here} est en pause et ses alertes attendent : ${reason}`,
      silent: 'en silence',
      inThread: 'un fil par sujet',
      calls: (count) => counted(count, 'appelle une personne ou un groupe', 'appelle # personnes ou groupes'),
      pausedBy: (person) =>
        t`${person} a mis ${here} en pause et ses alertes attendent : /resume les envoie.`,
    },
    latest: {
      description: 'Les derniers articles, sur tout ou sur un sujet',
      example: 'AWS 3',
      none: t`Aucun article n'est encore arrivé. /sources montre les sources surveillées.`,
      noneFor: (query) =>
        t`Pas encore d'article sur ${query}. Avec /subscribe ${query}, une alerte arrivera dès le premier.`,
      found(count, query) {
        const articles = counted(count, t`Le dernier article`, t`Les # derniers articles`);
        return query === undefined ? t`${articles} :` : t`${articles} sur ${query} :`;
      },
    },
    why: {
      description: t`Pourquoi un article a donné une alerte ici ou non ; suivi d'un mot-clé : pourquoi pas pour lui`,
      example: '12',
      nothingRang: t`Aucune alerte ici pour l'instant. Pour un article précis : /why suivi de son numéro, de son lien ou de mots de son titre ; /why 12 Amazon dit pourquoi il ne sonne pas pour Amazon.`,
      noSubscriptions: `${Here} ne suit encore aucun sujet. Essayez /subscribe AWS, licenciements`,
      rang: t`Il correspond à ce que suit ${here} :`,
      didNotRing: t`Il ne correspond pas à :`,
      noneMet: t`Il ne correspond à rien de ce que suit ${here} :`,
      met(term, words, meaning, place) {
        const found = term === undefined ? quoted(words) : t`${term} : ${quoted(words)}`;
        const meant = meaning === undefined ? '' : t` (au sens de ${meaning})`;
        return `${found}${meant}${place === undefined ? '' : `, ${place}`}.`;
      },
      rangFor: (query) => t`Il correspond à ${query} :`,
      notFor: (query) => t`Il ne correspond pas à ${query} :`,
      sentence: (sentence) => t`On y lit : « ${sentence} »`,
      missing: (terms) => t`N'y figure pas : ${terms.join(', ')}.`,
      excluded: (terms) => t`Exclu, mais présent : ${terms.join(', ')}.`,
      tooEarly: t`Il est arrivé avant cet abonnement et n'a donc pas donné d'alerte.`,
      unreadable: t`Ceux-ci ne sont plus compris et ne donnent aucune alerte :`,
      subscribeAgain: (place) => t`arrêtez-le avec /unsubscribe ${String(place)}, puis dites-le autrement`,
      forgotten: t`Il est arrivé il y a si longtemps que son texte n'est plus conservé : impossible de dire à quoi il correspond.`,
      baseline: t`Il était là avant que sa source soit surveillée : il a été gardé sans donner d'alerte.`,
      sameStory: (title, shared) =>
        shared === undefined
          ? t`Il forme un même sujet avec « ${title} ».`
          : t`Il forme un même sujet avec « ${title} » : ${shared}`,
      followsStory: (title, shared) =>
        shared === undefined
          ? t`C'est une suite de « ${title} ».`
          : t`C'est une suite de « ${title} » : ${shared}`,
      shared: (names, figures, concepts) =>
        t`les deux ont ${and([...names, ...figures, ...concepts.map((concept) => t`« ${concept} »`)])}.`,
      sameText: 'leur texte est presque le même.',
      news: (news) => t`Ce qui est nouveau : ${and(news)}.`,
      muted: t`Ce sujet est ignoré ici : /unmute le fait revenir.`,
    },
    mute: {
      description: t`Ne plus entendre parler d'un sujet dans ${here}`,
      example: '12',
      muted: (title) =>
        t`${Here} n'entendra plus parler de « ${title} », ni de ses suites. /unmute le fait revenir.`,
      already: (title) => t`« ${title} » est déjà ignoré ici.`,
      nothingRang: t`Aucune alerte ici pour l'instant. Pour un article précis : /mute suivi de son numéro, de son lien ou de mots de son titre.`,
    },
    unmute: {
      description: t`Entendre de nouveau parler d'un sujet ignoré`,
      example: '12',
      unmuted: (title) => t`La suite de « ${title} » sera de nouveau annoncée ici.`,
      notMuted: (title) => t`« ${title} » n'est pas ignoré ici.`,
    },
    pause: {
      description: `Faire attendre les alertes de ${here}`,
      example: '',
      paused: t`${Here} est en pause : ses alertes attendent que quelqu'un tape /resume.`,
      already: t`${Here} est déjà en pause. /resume envoie ce qui attend.`,
    },
    resume: {
      description: t`Envoyer ce qui attend, et reprendre les alertes`,
      example: '',
      resumed: (waiting) =>
        waiting === 0
          ? t`Les alertes reprennent dans ${here}. Rien n'attendait.`
          : t`Les alertes reprennent dans ${here}. ${counted(waiting, t`Celle qui attendait arrive.`, t`Les # qui attendaient arrivent.`)}`,
      notPaused: t`${Here} n'est pas en pause.`,
    },
    help: {
      description: t`Ce qu'on peut faire ici, et comment`,
      example: 'subscribe',
      intro: t`Bellwire lit l'actualité, quelle que soit sa langue, et alerte ici quand elle parle de ce que vous avez nommé.`,
      more: t`Pour en savoir plus : /help subscribe`,
      alsoCalled: (names) => t`Aussi : ${names.map((name) => `/${name}`).join(', ')}`,
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
        { lead: 'crypto*', rest: 'tous les mots qui commencent ainsi' },
        { lead: 'titre:AWS', rest: 'dans le titre' },
        { lead: 'mentions:Amazon', rest: 'cité où que ce soit, même en passant' },
        {
          lead: 'licenciements source:lemonde.fr langue:fr',
          rest: 'de cette source, dans cette langue ; auteur: et tag: aussi',
        },
      ],
    },
    sources: {
      description: 'Les sources surveillées, et leur état',
      example: 'add https://example.com/feed.xml',
      none: t`Rien n'est encore surveillé. Ajoutez un flux : /sources add https://example.com/feed.xml`,
      count: (count) => counted(count, t`Une source est surveillée :`, t`# sources sont surveillées :`),
      howToChange: t`Pour changer cela : /sources add et l'adresse d'un flux, ou /sources remove et un numéro`,
      added: (title) =>
        t`${title} est désormais surveillé. Ce qui y figure déjà est gardé sans alerte ; la suite en donnera. Dans une minute, /sources dira s'il se lit bien.`,
      addedAndRead: (title, entries, newest) =>
        entries === 0
          ? t`${title} est désormais surveillé. Rien n'y figure encore ; la suite donnera des alertes.`
          : t`${title} est désormais surveillé : ${counted(entries, '# article', '# articles')}${newest === undefined ? '' : t`, le dernier ${newest}`}. Ce qui y figure déjà est gardé sans alerte ; la suite en donnera.`,
      addedInVain: (title, reason, position) =>
        t`${title} est désormais surveillé, mais la première lecture a échoué : ${reason} D'autres suivront, de plus en plus espacées. /sources remove ${String(position)} y met fin.`,
      namesFeed: (page, feed) => t`${page} désigne un flux : ${feed}. C'est lui qui est surveillé.`,
      already: (title) => t`${title} est déjà surveillé.`,
      removed: (title) => t`${title} n'est plus surveillé. Ses articles restent.`,
      watchedAllTheTime: 'surveillée en permanence',
      notLookedAt: 'première lecture dans la minute',
      fine: (lookedAt) => t`tout va bien, dernière lecture ${lookedAt}`,
      failing: (times, error) =>
        t`${counted(times, 'la dernière lecture a échoué', 'les # dernières lectures ont échoué')} : ${error}`,
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
    nothingToSubscribe: (example) => t`Dites ce qu'il faut suivre, par exemple : ${example}`,
    tooManyAtOnce: (count, most) =>
      t`Cela fait ${number(count)} abonnements d'un coup ; j'en prends ${number(most)} au plus. Envoyez-les en plusieurs fois.`,
    nothingToUnsubscribe: (example) =>
      t`Dites quel abonnement arrêter, par exemple : ${example}. /subscriptions les montre tous.`,
    mayNotSubscribe: t`Seules les personnes qui gèrent ${here} peuvent changer ce qu'il suit. Demandez à l'une d'elles, ou passez par un message direct.`,
    mayNotUnsubscribe: (typed) =>
      t`Seules la personne qui l'a créé et celles qui gèrent ${here} peuvent arrêter ${or(typed)}. Rien n'a été changé.`,
    mayNotMute: t`Seules les personnes qui gèrent ${here} peuvent y ignorer un sujet. Demandez à l'une d'elles.`,
    mayNotPause: t`Seules les personnes qui gèrent ${here} peuvent le mettre en pause et le reprendre. Demandez à l'une d'elles.`,
    mayNotChangeSources: t`Seules les personnes qui gèrent cet espace peuvent changer les sources surveillées. Demandez à l'une d'elles.`,
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
      t`Aucune source surveillée ne correspond à ${what}. /sources les montre toutes, avec leur numéro.`,
    inboxStays: t`La boîte de dépôt fait partie des réglages du bot (INBOX_DIR) et ne se retire pas ici.`,
    publicStays: (title) =>
      t`${title} est surveillé pour tout le monde. Seule la personne qui fait tourner le bot peut le retirer, dans l'espace local.`,
    sourcesUsage: t`Pour voir les sources surveillées : /sources. Pour les changer : /sources add https://example.com/feed.xml ou /sources remove 2`,
    badChannelName: (typed) =>
      t`« ${typed} » ne peut pas être le nom d'un salon. Prenez des lettres, des chiffres, « - » et « _ », 40 au plus : par exemple infos-cloud.`,
    query: {
      empty: () => t`Il n'y a rien à chercher là-dedans : tapez des mots, par exemple AWS, licenciements.`,
      quote: ({ here: written }) =>
        t`Le guillemet qui ouvre ${written} n'est pas fermé : ajoutez un " après le dernier mot, ou retirez-le.`,
      'empty-quote': () => t`Des guillemets vides ne trouvent rien : mettez-y les mots exacts.`,
      'open-parenthesis': ({ here: written }) =>
        t`La parenthèse qui ouvre ${written} n'est pas fermée : ajoutez une ) là où elle finit.`,
      'close-parenthesis': () =>
        t`Une ) ne ferme rien : retirez-la, ou mettez une ( là où elle devrait commencer.`,
      'only-negative': ({ here: written }) =>
        t`${written} dit seulement ce qu'il faut exclure : ajoutez ce qu'il faut chercher, par exemple Amazon -prime.`,
      contradiction: ({ here: written }) =>
        t`${written} demande ce qu'il exclut et ne donnera jamais d'alerte : retirez l'un des deux.`,
      operand: ({ what }) =>
        what.endsWith(':')
          ? t`${what} demande un mot, des guillemets ou des parenthèses juste après, par exemple titre:AWS.`
          : /^(?:OR|AND|OU|ET|ODER|UND)$/.test(what)
            ? t`${what} demande un mot de chaque côté ; pour chercher ce mot lui-même, mettez-le entre guillemets.`
            : t`${what} demande un mot juste après, par exemple Amazon -prime.`,
      'too-deep': ({ most }) =>
        t`Ces parenthèses dépassent ${String(most.depth)} niveaux : simplifiez, ou faites-en deux abonnements.`,
      'too-long': ({ most }) =>
        t`Une recherche compte au plus ${number(most.characters)} caractères : retirez des mots, ou séparez par des virgules.`,
      'too-many': ({ most }) =>
        t`Une recherche compte au plus ${number(most.parts)} mots : retirez-en, ou faites plusieurs abonnements avec des virgules.`,
      star: ({ what }) =>
        t`Une * remplace une fin quelconque, après le début d'un mot, par exemple crypto* ; pas comme dans ${what}. Pour trouver le signe lui-même, mettez-le entre guillemets.`,
      'short-prefix': ({ what, most }) =>
        t`${what} sonnerait pour trop de mots : écrivez au moins ${number(most.prefix)} lettres avant l'*, par exemple crypto*.`,
      'field-value': ({ what }) =>
        t`${what} demande un nom juste après, par exemple source:lemonde.fr, auteur:"Jeanne Roy" ou tag:sécurité.`,
      language: ({ what }) =>
        t`« ${what} » n'est pas une langue que je connais : écrivez son code ou son nom, par exemple lang:fr ou lang:français.`,
      'small-operator': ({ what }) =>
        t`« ${what} » entre deux mots serait un mot de plus à trouver : écrivez ${what.toUpperCase()} en majuscules, ou mettez les mots entre guillemets.`,
      'small-words': ({ what }) =>
        t`« ${what} » est dans tous les articles : ajoutez ce qu'il faut chercher, par exemple AWS, licenciements.`,
    },
  },
});

export const frenchTexts = frenchIn('ce salon', 'Ce salon');
/** In somebody's own messages with the bot. */
export const frenchDirect = frenchIn('cette conversation', 'Cette conversation');
