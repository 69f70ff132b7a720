/** English, on Discord. */
import type { DiscordTexts } from './discord-texts.ts';
import { typesetFor } from './typeset.ts';

const { and } = typesetFor('en');

export const discordEnglish: DiscordTexts = {
  commandNames: {
    subscribe: 'subscribe',
    unsubscribe: 'unsubscribe',
    subscriptions: 'subscriptions',
    latest: 'latest',
    why: 'why',
    mute: 'mute',
    sources: 'sources',
    help: 'help',
    unmute: 'unmute',
    pause: 'pause',
    resume: 'resume',
  },
  inputs: {
    keywords: { name: 'keywords', description: 'What it is about, such as AWS, layoffs' },
    subscriptions: { name: 'subscription', description: 'One of this channel, by its words or its number' },
    articles: {
      name: 'article',
      description: 'Its number, its address or words of its title; the last alert if empty',
    },
    commands: { name: 'command', description: 'The command to explain' },
    sources: { name: 'change', description: 'add and an address, or remove and a number; the list if empty' },
  },
  channelOption: { name: 'channel', description: 'Another channel, thread or forum than this one' },
  delivery: {
    mention: { name: 'mention', description: 'A role or member to call with every alert' },
    thread: { name: 'thread', description: 'A thread for each story: what follows goes in there' },
    silent: { name: 'silent', description: 'Without a sound' },
    colour: { name: 'colour', description: 'The line at its side' },
  },
  colours: {
    blue: 'blue',
    green: 'green',
    yellow: 'yellow',
    red: 'red',
    purple: 'purple',
    grey: 'grey',
  },
  notToBeCalled:
    'Alerts can call a role only if you may call it yourself, and so may I: it can be mentioned by everybody, or both of us have “Mention @everyone, @here and All Roles”. Nothing was changed.',
  about: (place) => `In ${place}:`,
  cut: 'There is more than fits into one message here.',
  toArticle: 'Read',
  noSuchAlert:
    'This alert is not in my records, so its buttons do nothing. The commands work: /subscriptions, /why.',
  noSuchChannel:
    'I cannot see that channel, or you cannot. “View Channel” is needed there for both of us, then try again.',
  whichToStop: 'Several subscriptions rang for this. Which should stop?',
  chooseToStop: 'Stop ringing for…',
  stoppedAlready: 'None of the subscriptions that rang for this is there any more.',
  because: {
    deleted: 'the channel was deleted',
    hidden: 'I am not allowed to see the channel',
    lacks: (permissions) => `I need the permission ${and(permissions.map((name) => `“${name}”`))} there`,
    noPlaceForMessages: 'nothing can be posted in a channel of that kind',
    tagsForModerators: 'a post there needs a tag, and I may set none of its tags',
    kicked: 'I was removed from the server',
    tokenRefused: 'Discord does not accept my token any more',
    noSuchAddress: 'there is no such address in its API (see DISCORD_API_URL)',
    tagRequired: 'the forum asks for a tag and has none that I may set: one not only for moderators',
    noDirectMessages: 'this person takes no direct messages from me',
    noSharedServer: 'this person shares no server with me any more',
    threadLocked: 'the thread is locked',
    tooManyThreads: 'the server has as many active threads as it may: archive some',
  },
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    ManageThreads: 'Manage Threads',
  },
  channelPaused: (place, reason) =>
    `Alerts for ${place} wait, because ${reason}. You subscribed there. Nothing is lost: they come once that is mended.`,
  channelDeleted: (place) =>
    `Alerts for ${place} have nowhere to go: the channel was deleted. You subscribed there; /subscribe in another channel brings them there.`,
  places: (named, more) => and(more > 0 ? [...named, `${more} more`] : named),
  serverPaused: (server, reason) =>
    `Alerts for ${server} wait, because ${reason}. You subscribed there. Subscriptions are kept, in case I am invited again.`,
  willWait: (reason) => `Alerts will have to wait, because ${reason}. They come once that is mended.`,
  locales: ['en-US', 'en-GB'],
};
