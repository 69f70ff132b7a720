/** French, on Discord. */
import type { DiscordTexts } from './discord-texts.ts';
import { french as t, typesetFor } from './typeset.ts';

const { and } = typesetFor('fr');

export const discordFrench: DiscordTexts = {
  commandNames: {
    subscribe: 'abonner',
    unsubscribe: 'désabonner',
    subscriptions: 'abonnements',
    latest: 'actualités',
    why: 'pourquoi',
    mute: 'ignorer',
    sources: 'flux',
    help: 'aide',
    unmute: 'réentendre',
    pause: 'suspendre',
    resume: 'reprendre',
  },
  inputs: {
    keywords: { name: 'mots', description: t`Ce dont il s'agit, par exemple AWS, licenciements` },
    subscriptions: { name: 'abonnement', description: 'Un de ce salon, par ses mots ou son numéro' },
    articles: {
      name: 'article',
      description: t`Son numéro, son adresse ou des mots de son titre ; à vide, la dernière alerte`,
    },
    commands: { name: 'commande', description: 'La commande à expliquer' },
    sources: {
      name: 'changement',
      description: t`ajouter et une adresse, ou retirer et un numéro ; à vide, la liste`,
    },
  },
  channelOption: { name: 'salon', description: 'Un autre salon, fil ou forum que celui-ci' },
  delivery: {
    mention: { name: 'mention', description: 'Un rôle ou un membre à appeler à chaque alerte' },
    thread: { name: 'fil', description: t`Un fil pour chaque sujet : les suites y vont` },
    silent: { name: 'silence', description: 'Sans bruit' },
    colour: { name: 'couleur', description: 'Le trait sur son côté' },
  },
  colours: {
    blue: 'bleu',
    green: 'vert',
    yellow: 'jaune',
    red: 'rouge',
    purple: 'violet',
    grey: 'gris',
  },
  notToBeCalled: t`Une alerte ne peut appeler un rôle que si vous pouvez l'appeler vous-même, et moi aussi : tout le monde peut le mentionner, ou nous avons tous deux le droit de mentionner tous les rôles. Rien n'a été changé.`,
  about: (place) => t`Dans ${place} :`,
  cut: t`La suite ne tient pas dans un seul message ici.`,
  toArticle: 'Lire',
  noSuchAlert: t`Je n'ai plus trace de cette alerte : ses boutons ne font plus rien. Les commandes fonctionnent : /abonnements, /pourquoi.`,
  noSuchChannel: t`Je ne vois pas ce salon, ou vous ne le voyez pas. Il nous y faut à tous deux le droit « Voir le salon », puis réessayez.`,
  whichToStop: t`Plusieurs abonnements ont donné cette alerte. Lequel arrêter ?`,
  chooseToStop: 'Ne plus suivre…',
  stoppedAlready: t`Aucun des abonnements qui ont donné cette alerte n'existe encore.`,
  because: {
    deleted: 'le salon a été supprimé',
    hidden: t`je n'ai pas le droit de voir le salon`,
    lacks: (permissions) => t`il m'y faut le droit ${and(permissions.map((name) => t`« ${name} »`))}`,
    noPlaceForMessages: t`rien ne peut être publié dans un salon de ce type`,
    tagsForModerators: t`une publication y demande un tag, et je ne peux en mettre aucun`,
    kicked: t`j'ai été retiré du serveur`,
    tokenRefused: t`Discord n'accepte plus mon jeton`,
    noSuchAddress: t`cette adresse n'existe pas dans son API (voir DISCORD_API_URL)`,
    tagRequired: t`le forum demande un tag et n'en a aucun que je puisse mettre : il en faut un qui ne soit pas réservé aux modérateurs`,
    noDirectMessages: t`cette personne n'accepte pas mes messages privés`,
    noSharedServer: t`cette personne n'est plus dans aucun serveur avec moi`,
    threadLocked: 'le fil est verrouillé',
    tooManyThreads: t`le serveur a autant de fils actifs qu'il peut en avoir : archivez-en`,
  },
  permissions: {
    ViewChannel: 'Voir le salon',
    SendMessages: 'Envoyer des messages',
    SendMessagesInThreads: 'Envoyer des messages dans les fils',
    ManageThreads: 'Gérer les fils',
  },
  channelPaused: (place, reason) =>
    t`Les alertes de ${place} attendent, car ${reason}. Vous y êtes abonné. Rien n'est perdu : elles arriveront une fois cela réglé.`,
  channelDeleted: (place) =>
    t`Les alertes de ${place} n'ont plus où aller : le salon a été supprimé. Vous y étiez abonné ; /subscribe dans un autre salon les y fera venir.`,
  places: (named, more) => and(more > 0 ? [...named, `${more} autre${more > 1 ? 's' : ''}`] : named),
  serverPaused: (server, reason) =>
    t`Les alertes de ${server} attendent, car ${reason}. Vous y êtes abonné. Les abonnements sont gardés, au cas où l'on m'inviterait de nouveau.`,
  willWait: (reason) => t`Les alertes devront attendre, car ${reason}. Elles arriveront une fois cela réglé.`,
  locales: ['fr'],
};
