/** English, on Slack. */
import type { SlackTexts } from './slack-texts.ts';

export const slackEnglish: SlackTexts = {
  about: (place) => `In ${place}:`,
  cut: 'There is more than fits into one message here.',
  toArticle: 'Read',
  because: {
    notThere: 'the channel was deleted, or it is private and I am not in it (/invite me there)',
    notMember: 'I am not in the channel (/invite me there)',
    archived: 'the channel is archived',
    restricted: 'only some people may post in the channel',
    threadsOnly: 'only replies may be posted in the channel',
    messagesTabOff: 'messages to me are switched off (in the settings of the app: App Home, Messages Tab)',
    noDirectMessages: 'this person takes no direct messages from me',
    workspaceDenies: 'the workspace does not let me in',
    tokenRefused: 'Slack does not accept my token any more',
    notInstalled: 'I am not installed in the workspace any more',
    lacksScope: (scope) => `my app lacks the scope ${scope}: add it, then install the app again`,
    says: (error) => `Slack says “${error}”`,
  },
};
