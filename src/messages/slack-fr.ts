/** French, on Slack. */
import type { SlackTexts } from './slack-texts.ts';
import { french as t } from './typeset.ts';

export const slackFrench: SlackTexts = {
  about: (place) => t`Dans ${place} :`,
  cut: t`La suite ne tient pas dans un seul message ici.`,
  toArticle: 'Lire',
  because: {
    notThere: t`le canal a été supprimé, ou il est privé et je n'y suis pas (invitez-moi avec /invite)`,
    notMember: t`je ne suis pas dans le canal (invitez-moi avec /invite)`,
    archived: 'le canal est archivé',
    restricted: 'seules certaines personnes peuvent publier dans le canal',
    threadsOnly: 'seules des réponses peuvent être publiées dans le canal',
    messagesTabOff: t`les messages qui me sont adressés sont désactivés (réglages de l'application, App Home, Messages Tab)`,
    noDirectMessages: t`cette personne n'accepte pas mes messages privés`,
    workspaceDenies: t`l'espace de travail ne me laisse pas entrer`,
    tokenRefused: t`Slack n'accepte plus mon jeton`,
    notInstalled: t`je ne suis plus installé dans l'espace de travail`,
    lacksScope: (scope) =>
      t`il manque à mon application la permission ${scope} : ajoutez-la, puis réinstallez l'application`,
    says: (error) => t`Slack répond « ${error} »`,
  },
};
