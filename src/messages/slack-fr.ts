/** French, on Slack. */
import type { SlackTexts } from './slack-texts.ts';
import { french as t } from './typeset.ts';

export const slackFrench: SlackTexts = {
  about: (place) => t`Dans ${place} :`,
  cut: t`La suite ne tient pas dans un seul message ici.`,
  toArticle: 'Lire',
};
