/** English, on Slack. */
import type { SlackTexts } from './slack-texts.ts';

export const slackEnglish: SlackTexts = {
  about: (place) => `In ${place}:`,
  cut: 'There is more than fits into one message here.',
  toArticle: 'Read',
};
