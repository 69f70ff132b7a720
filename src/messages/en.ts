/** English: the words where we have none in the reader's language. */
import { discordEnglish } from './discord-en.ts';
import { slackEnglish } from './slack-en.ts';
import { queryEnglish } from './query-en.ts';
import type { Texts } from './texts.ts';
import { typesetFor } from './typeset.ts';
import { localeOf } from './when.ts';

const { and, or, counted, number } = typesetFor(localeOf('en'));
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

const firstSteps = (inbox: string) => [
  '  1. type                 /subscribe AWS, layoffs',
  `  2. drop an article into ${inbox} (.txt, .md or .html)`,
  '  3. watch feeds with     /sources add URL',
  '',
  'Ctrl+C stops it; nothing is lost.',
];

/** @param here what the channel is called; `Here`: the same at the beginning of a sentence */
const englishIn = (here: string, Here: string): Texts => ({
  language: 'en',
  discord: discordEnglish,
  slack: slackEnglish,
  query: queryEnglish,

  run: {
    ready: (url, inbox) => [
      `Bellwire is running: ${url}`,
      '',
      'Open it, or run `npm run chat` in a second terminal. Then:',
      ...firstSteps(inbox),
    ],
    readyWithoutPage: (host, inbox) => [
      `Bellwire is running, but its page is off: HOST=${host} can be reached from outside, and PAGE_PASSWORD is not set.`,
      'Set PAGE_PASSWORD (at least 8 characters), or remove HOST, and start again.',
      '',
      'Without the page, run `npm run chat` in a second terminal. Then:',
      ...firstSteps(inbox),
    ],
    stopping: 'Stopping…',
    demo: (url) => [
      `The demo is running: ${url}`,
      'Articles in many languages come in now, and ring for what the channels subscribed to.',
      'Type /help, or /subscribe AI. Ctrl+C ends the demo and forgets everything.',
      '',
    ],
    nothingRang: 'Nothing rang.',
  },
  chat: {
    channels: 'Channels',
    newChannel: 'New channel',
    channelName: 'Name of the channel',
    typeCommand: 'Type a command',
    send: 'Send',
    suggestions: 'Suggestions',
    messagesIn: (channel) => `Messages in #${channel}`,
    skipToCommandLine: 'Skip to the command line',
    earlierMessages: 'Earlier messages',
    newMessages: (count) => counted(count, '# new message', '# new messages'),
    unread: 'new messages',
    you: 'You',
    edited: 'edited',
    emptyPreview: 'Nothing has rung here yet.',
    emptyChannel: `Nothing has rung here yet. Say what ${here} should ring for:`,
    firstLines: ['/subscribe AWS, layoffs', '/latest', '/help'],
    dropAnArticle: (folder) =>
      `Then drop an article into ${folder}, as a .txt, .md or .html file, and hear it ring.`,
    connectionLost: 'Connection lost, trying again…',
    notSent:
      'That did not reach the bot. Your line is still here: check that the bot is running, then send it again.',
    somethingBroke:
      'Something broke on our side and was written to the log. Nothing of yours is lost: please try again.',
    busy: 'Bellwire is busy: too many people wait for an answer. Nothing was changed; try again in a minute.',
    noSuchChannel: (name) => `There is no channel #${name}. Choose one from the list.`,
    asOnDiscord: 'Alerts as on Discord',
    asOnSlack: 'Alerts as on Slack',
    backToChannel: 'Back to the channel',
    noSuchPage: 'There is no such page.',
    toFirstChannel: 'Go to the first channel',
    keys: [
      { key: 'Enter', does: 'send' },
      { key: 'Tab', does: 'take the suggestion' },
      { key: '↑ ↓', does: 'go through suggestions, or your last lines' },
      { key: 'Esc', does: 'close the suggestions' },
    ],
    welcome: (channel) => `You are in #${channel}. Try /subscribe AWS, layoffs or /help; Ctrl+D leaves.`,
    joinedRunning: 'Joined the bot that is running on this data.',
    runsWithTerminal: 'The bot runs for as long as this terminal is open.',
    finishing: 'Finishing what is due…',
    botStopped:
      'The bot has stopped. Start it again with `npm start` in another terminal: this chat goes on when it is back.',
  },

  alert: {
    why: 'Why?',
    number: (articleId) => `No. ${articleId}`,
    rangFor: (subscriptions) => `Rang for ${and(subscriptions)}`,
    metBy: (term, words) => `${term}: ${quoted(words)}`,
    alsoReportedBy(outlets) {
      const more = outlets.length - 3;
      const named = more > 0 ? [...outlets.slice(0, 3), counted(more, '# other', '# others')] : outlets;
      return `Also reported by ${and(named)}`;
    },
    noText: 'This article came with nothing but its title.',
    updated: 'Updated',
    changed: (was, now) => `${was} → ${now}`,
    followsUp: (title) => `Follow-up to “${title}”`,
    mute: 'Mute story',
    unsubscribe: 'Unsubscribe',
  },

  notice: {
    channelPaused: (channel, reason) =>
      `${channel} takes no messages: ${reason}. Its alerts wait and are tried again by and by; nothing is lost.`,
    workspacePaused: (workspace, reason) =>
      `${workspace} takes no messages: ${reason}. The alerts of all its channels wait and are tried again by and by; nothing is lost.`,
    resumed: (since, reason, waiting) =>
      `Alerts are back. Since ${since} ${here} could not be written to${reason === undefined ? '' : ` (${reason})`}; ${counted(waiting, 'the alert that waited is above', 'the # alerts that waited are above')}.`,
  },

  commands: {
    subscribe: {
      description: `Ring in ${here} when news is about something`,
      example: 'AWS, layoffs',
      nowRings: (count) => counted(count, `${Here} now rings for:`, `${Here} now rings for each of these:`),
      insteadOf: (typed) => `Instead of ${typed}, ${here} rings for:`,
      nothingNew: `Nothing to change: ${here} already rings for that.`,
      already: 'rings here already',
      deliveryChanged: `${Here} rings for it already; from now on as you say:`,
      changed: 'rings here already, delivered otherwise now',
      forecast(stories, atLeast) {
        if (stories === 0) return 'no news of it in the last 7 days';
        const times = counted(stories, 'once', '# times');
        return `would have rung ${atLeast ? 'at least ' : ''}${times} in the last 7 days`;
      },
      latestOfThose: (count) =>
        counted(count, 'The latest it would have rung for:', 'The latest they would have rung for:'),
    },
    unsubscribe: {
      description: 'Stop ringing for something',
      example: 'AWS',
      all: ['all', 'everything'],
      removed: (count) =>
        counted(count, `${Here} no longer rings for:`, `${Here} no longer rings for these:`),
      nothingLeft: 'It rings for nothing now.',
      stillRings: (typed) => `It still rings for ${and(typed)}.`,
      absent: (typed) => `There is no subscription to ${or(typed)} here.`,
      nothingThere: `${Here} rings for nothing, so there is nothing to stop.`,
    },
    subscriptions: {
      description: `What ${here} rings for`,
      example: '',
      none: `${Here} rings for nothing yet. Try /subscribe AWS, layoffs`,
      count: (count) => counted(count, `${Here} rings for one thing:`, `${Here} rings for # things:`),
      howToRemove: (typed) => `To stop one: /unsubscribe 1, or /unsubscribe ${typed}`,
      paused: (reason) =>
        `${Here} is paused and its alerts wait${reason === undefined ? '.' : `: ${reason}`}`,
      silent: 'silent',
      inThread: 'a thread for each story',
      calls: (count) => counted(count, 'calls one person or group', 'calls # people or groups'),
      pausedBy: (person) => `${person} has paused ${here} and its alerts wait: /resume sends them.`,
    },
    latest: {
      description: 'The newest articles, on everything or on something',
      example: 'AWS 3',
      none: 'No article has come in yet. /sources shows what is watched.',
      noneFor: (query) => `No article on ${query} yet. /subscribe ${query} rings when one comes.`,
      found(count, query) {
        const articles = counted(count, 'The newest article', 'The # newest articles');
        return query === undefined ? `${articles}:` : `${articles} on ${query}:`;
      },
    },
    why: {
      description: 'Why an article rang here, or why not; with a keyword behind it: why not for that',
      example: '12',
      nothingRang:
        'Nothing has rung here yet. To ask about an article: /why and its number, its link or words of its title; /why 12 Amazon tells why it does not ring for Amazon.',
      noSubscriptions: `${Here} rings for nothing yet. Try /subscribe AWS, layoffs`,
      rang: `It meets what ${here} rings for:`,
      didNotRing: 'It does not meet:',
      noneMet: `It meets nothing ${here} rings for:`,
      met(term, words, meaning, place) {
        const found = term === undefined ? quoted(words) : `${term}: ${quoted(words)}`;
        const meant = meaning === undefined ? '' : ` (which means ${meaning})`;
        return `${found}${meant}${place === undefined ? '' : `, ${place}`}.`;
      },
      rangFor: (query) => `It meets ${query}:`,
      notFor: (query) => `It does not meet ${query}:`,
      sentence: (sentence) => `It says: “${sentence}”`,
      missing: (terms) => `Not in it: ${terms.join(', ')}.`,
      excluded: (terms) => `Ruled out, but in it: ${terms.join(', ')}.`,
      tooEarly: 'It came before this subscription was made, so it did not ring.',
      unreadable: 'These cannot be read any more and ring for nothing:',
      subscribeAgain: (place) => `stop it with /unsubscribe ${place}, then say it in other words`,
      forgotten: 'It came so long ago that its text is not kept any more: what rings for it cannot be told.',
      baseline: 'It was there before its source was watched, so it was kept without ringing.',
      sameStory: (title, shared) =>
        `It is told with “${title}” as one story${shared === undefined ? '.' : `: ${shared}`}`,
      followsStory: (title, shared) =>
        `It is a later development of “${title}”${shared === undefined ? '.' : `: ${shared}`}`,
      shared: (names, figures, concepts) =>
        `both have ${and([...names, ...figures, ...concepts.map((concept) => `“${concept}”`)])}.`,
      sameText: 'their text is nearly the same.',
      news: (news) => `New in it: ${and(news)}.`,
      muted: 'This story is muted here: /unmute brings it back.',
    },
    mute: {
      description: `Hear no more of a story in ${here}`,
      example: '12',
      muted: (title) => `${Here} hears no more of “${title}”, nor of what follows. /unmute brings it back.`,
      already: (title) => `“${title}” is muted here already.`,
      nothingRang:
        'Nothing has rung here yet. For an article: /mute and its number, link or words of its title.',
    },
    unmute: {
      description: 'Hear of a muted story again',
      example: '12',
      unmuted: (title) => `What comes next on “${title}” is told here again.`,
      notMuted: (title) => `“${title}” is not muted here.`,
    },
    pause: {
      description: `Let the alerts of ${here} wait`,
      example: '',
      paused: `${Here} is paused: its alerts wait until somebody types /resume.`,
      already: `${Here} is paused already. /resume sends what waits.`,
    },
    resume: {
      description: 'Send what waits, and ring again',
      example: '',
      resumed: (waiting) =>
        waiting === 0
          ? `${Here} rings again. Nothing has waited.`
          : `${Here} rings again. ${counted(waiting, 'The alert that waited comes now.', 'The # alerts that waited come now.')}`,
      notPaused: `${Here} is not paused.`,
    },
    help: {
      description: 'What can be done here, and how',
      example: 'subscribe',
      intro:
        'Bellwire reads the news and rings here when it is about what you named, in whatever language it is written.',
      more: 'More on one of them: /help subscribe',
      alsoCalled: (names) => `Also: ${names.map((name) => `/${name}`).join(', ')}`,
      howToWrite: 'How to say what you mean:',
      writing: [
        { lead: 'AWS, layoffs', rest: 'a comma makes two subscriptions' },
        { lead: 'AWS layoffs', rest: 'both must be in it' },
        { lead: 'layoffs', rest: 'the thing, not the letters: job cuts and licenciements too' },
        { lead: '"job cuts"', rest: 'in quotes: exactly these words' },
        { lead: 'AWS OR Azure', rest: 'either; OR in capitals' },
        { lead: 'Amazon -"Prime Day"', rest: 'a minus rules out' },
        { lead: '(AWS OR Azure) layoffs', rest: 'parentheses keep things together' },
        { lead: 'crypto*', rest: 'every word that begins so' },
        { lead: 'title:AWS', rest: 'in the title' },
        { lead: 'mentions:Amazon', rest: 'named anywhere, in passing too' },
        {
          lead: 'layoffs source:bbc.com lang:en',
          rest: 'from there, in that language; author: and tag: too',
        },
      ],
    },
    sources: {
      description: 'What is watched for news, and how it is doing',
      example: 'add https://example.com/feed.xml',
      none: 'Nothing is watched yet. Add a feed: /sources add https://example.com/feed.xml',
      count: (count) => counted(count, 'One source is watched:', '# sources are watched:'),
      howToChange: 'To change that: /sources add and a feed’s address, or /sources remove and a number',
      added: (title) =>
        `${title} is watched from now on. What it already shows is kept without ringing; what comes next rings. In a minute, /sources tells whether it can be read.`,
      addedAndRead: (title, entries, newest) =>
        entries === 0
          ? `${title} is watched from now on. It has no entries yet; what comes rings.`
          : `${title} is watched from now on: ${counted(entries, '# entry', '# entries')}${newest === undefined ? '' : `, newest ${newest}`}. What it already shows is kept without ringing; what comes next rings.`,
      addedInVain: (title, reason, position) =>
        `${title} is watched from now on, but the first look failed: ${reason} It is tried again, later each time. /sources remove ${position} gives up.`,
      namesFeed: (page, feed) => `${page} names a feed: ${feed}. That is what is watched.`,
      already: (title) => `${title} is already watched.`,
      removed: (title) => `${title} is no longer watched. Its articles stay.`,
      watchedAllTheTime: 'watched all the time',
      notLookedAt: 'will be looked at within a minute',
      fine: (lookedAt) => `fine, last looked at ${lookedAt}`,
      failing: (times, error) =>
        `${counted(times, 'the last look failed', 'the last # looks failed')}: ${error}`,
      inbox: 'Inbox',
      addVerbs: ['add'],
      removeVerbs: ['remove'],
    },
  },

  mistakes: {
    unknownCommand: (name, nearest) =>
      nearest === undefined
        ? `There is no command /${name}. /help shows what there is.`
        : `There is no command /${name}: did you mean /${nearest}? /help shows all.`,
    notACommand: 'Lines are commands here, such as /subscribe AWS or /latest. /help shows all.',
    emptyLine: 'Type a command, such as /subscribe AWS. /help shows all.',
    tooLong: (length, most) =>
      `That is ${number(length)} characters; I read up to ${number(most)}. Please shorten it, or send it in parts.`,
    nothingToSubscribe: (example) => `Say what to ring for, for example: ${example}`,
    tooManyAtOnce: (count, most) =>
      `That is ${number(count)} subscriptions at once; I take up to ${number(most)}. Please send them in parts.`,
    nothingToUnsubscribe: (example) =>
      `Say which subscription to stop, for example: ${example}. /subscriptions shows all.`,
    mayNotSubscribe: `Only those who manage ${here} can change what it rings for. Ask one of them, or use a direct message.`,
    mayNotUnsubscribe: (typed) =>
      `Only whoever made it, or those who manage ${here}, can stop ${or(typed)}. Nothing was changed.`,
    mayNotMute: `Only those who manage ${here} can mute a story in it. Ask one of them.`,
    mayNotPause: `Only those who manage ${here} can pause and resume it. Ask one of them.`,
    mayNotChangeSources: 'Only those who manage this workspace can change what is watched. Ask one of them.',
    countOutOfRange: (count, most, instead) =>
      `I can show 1 to ${most} articles at a time, not ${number(count)}. To search for the number itself, quote it: ${instead}`,
    noSuchArticle: (what) => `No article found for ${what}. /latest shows the newest with their numbers.`,
    noSuchTopic: (name, nearest) =>
      nearest === undefined
        ? `There is no command /${name} to explain. /help shows what there is.`
        : `There is no command /${name} to explain: did you mean /help ${nearest}?`,
    noUrl: (what) =>
      `${what} is not a web address. A feed’s begins with https:// such as https://example.com/feed.xml`,
    noSuchSource: (what) => `Nothing that is watched fits ${what}. /sources shows all with their numbers.`,
    inboxStays: 'The inbox belongs to the bot’s settings (INBOX_DIR) and cannot be removed here.',
    publicStays: (title) =>
      `${title} is watched for everybody. Only whoever runs the bot can remove it, in the local workspace.`,
    sourcesUsage:
      'To see what is watched: /sources. To change it: /sources add https://example.com/feed.xml or /sources remove 2',
    badChannelName: (typed) =>
      `“${typed}” cannot be the name of a channel. Use letters, digits, “-” and “_”, at most 40: for example cloud-news.`,
    query: {
      empty: () => 'There is nothing to look for in that: type words, for example AWS, layoffs.',
      quote: ({ here: written }) =>
        `The quote that begins ${written} is not closed: add a " behind its last word, or take it away.`,
      'empty-quote': () => 'Quotes without a word in them find nothing: put the exact words between them.',
      'open-parenthesis': ({ here: written }) =>
        `The parenthesis that begins ${written} is not closed: add a ) where it ends.`,
      'close-parenthesis': () =>
        'There is a ) that closes nothing: take it away, or put a ( where it should begin.',
      'only-negative': ({ here: written }) =>
        `${written} only says what to leave out: add what to look for, for example Amazon -prime.`,
      contradiction: ({ here: written }) =>
        `${written} asks for what it leaves out and can never ring: take one of the two away.`,
      operand: ({ what }) =>
        what.endsWith(':')
          ? `${what} needs a word, quotes or parentheses right behind it, for example title:AWS.`
          : /^(?:OR|AND|OU|ET|ODER|UND)$/.test(what)
            ? `${what} needs a word on both sides; to look for the word itself, put it in quotes.`
            : `${what} needs a word right behind it, for example Amazon -prime.`,
      'too-deep': ({ most }) =>
        `Those parentheses go more than ${most.depth} deep: make it simpler, or make two subscriptions of it.`,
      'too-long': ({ most }) =>
        `One query has at most ${number(most.characters)} characters: leave some words out, or part it with commas.`,
      'too-many': ({ most }) =>
        `One query has at most ${number(most.parts)} words: leave some out, or make several subscriptions with commas.`,
      star: ({ what }) =>
        `A * stands for any ending, behind the beginning of a word, for example crypto*; not as in ${what}. To find the sign itself, put it in quotes.`,
      'short-prefix': ({ what, most }) =>
        `${what} would ring for too many words: write at least ${number(most.prefix)} letters before the *, for example crypto*.`,
      'field-value': ({ what }) =>
        `${what} needs a name right behind it, for example source:theverge.com, author:"Jane Doe" or tag:security.`,
      language: ({ what }) =>
        `“${what}” is no language I know: write its code or its name, for example lang:fr or lang:French.`,
      'small-operator': ({ what }) =>
        `“${what}” between words would be one more word to find: write ${what.toUpperCase()} in capitals, or put the words in quotes.`,
      'small-words': ({ what }) =>
        `“${what}” stands in every article: add what to look for, for example AWS, layoffs.`,
    },
  },
});

export const english = englishIn('this channel', 'This channel');
/** In somebody's own messages with the bot. */
export const englishDirect = englishIn('this conversation', 'This conversation');
