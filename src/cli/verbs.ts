import { join, resolve } from 'node:path';
import { type Settings, zoneOf } from '../config.ts';
import { loadLanguageIdentifier } from '../language/identify.ts';
import { textsFor } from '../messages/choose.ts';
import type { Speaker } from '../platform/local/room.ts';
import { readLedger } from '../store/ledger.ts';
import { createParser } from '../watch/parser.ts';
import { realWorld } from '../world.ts';
import { acceptVerb } from './accept.ts';
import { chatVerb } from './chat-verb.ts';
import { demoVerb } from './demo.ts';
import { groupVerb } from './group.ts';
import { findRunning, joinedBot } from './joined-bot.ts';
import { ledgerVerb, resendVerb } from './ledger.ts';
import { matchVerb } from './match.ts';
import { renderVerb } from './render.ts';
import { type OpenBot, openQuiet, openRunning, resendIn } from './open.ts';
import { ringVerb } from './ring.ts';
import { runBotVerb } from './run.ts';
import { asked, stopInTime } from './signals.ts';
import { slackManifestVerb } from './slack-manifest.ts';
import { summarizeVerb } from './summarize.ts';
import type { Verb } from './verb.ts';

/** Every verb there is, in the order help shows them. Settings are read when a verb needs them: some need none. */
export async function allVerbs({
  openBot,
  settings,
  oddSettings,
  colours,
  inNpm,
}: {
  readonly openBot: OpenBot;
  readonly settings: () => Settings;
  /** What is odd about them, though it is no mistake: a sentence each. */
  readonly oddSettings: () => readonly string[];
  /** NO_COLOR is not set (https://no-color.org). */
  readonly colours: boolean;
  /** A script of this project runs us. */
  readonly inNpm: boolean;
}): Promise<readonly Verb[]> {
  const speaker = () => speakerOf(settings());
  const openLasting = (changes: Partial<Settings> = {}) =>
    openRunning(openBot, { ...settings(), ...changes }, { dataDir: settings().DATA_DIR, odd: oddSettings() });
  const parser = createParser();
  const identify = await loadLanguageIdentifier();
  const { now } = realWorld;
  return [
    runBotVerb({
      open: () => openLasting(),
      texts: () => speaker().texts,
      inbox: () => settings().INBOX_DIR,
      door: () => ({ host: settings().HOST, password: settings().PAGE_PASSWORD }),
      asked: () => asked(inNpm),
      stopInTime,
    }),
    chatVerb({
      async join() {
        const find = () => findRunning(resolve(settings().DATA_DIR));
        const running = await find();
        const { texts, zone } = speaker();
        return running && joinedBot(running, { language: texts.language, zone }, realWorld, find);
      },
      // A port of its own: this bot lasts as long as the terminal, and others may join it.
      open: () => openLasting({ LOG_LEVEL: 'warn', PORT: 0 }),
      speaker,
      world: realWorld,
      colours,
    }),
    demoVerb({
      open: () =>
        openRunning(openBot, { ...settings(), LOG_LEVEL: 'warn', FEEDS: [] }, { odd: oddSettings() }),
      samples: join(import.meta.dirname, '../../samples'),
      speaker,
      world: realWorld,
      asked: () => asked(inNpm),
      colours,
    }),
    ringVerb({ open: () => openQuiet(openBot, settings()), speaker, now }),
    ledgerVerb({
      read: (asking) => readLedger(join(resolve(settings().DATA_DIR), 'bellwire.db'), asking),
      zone: () => speaker().zone,
    }),
    resendVerb({ resend: (id) => resendIn(resolve(settings().DATA_DIR), id) }),
    acceptVerb(parser, identify, now),
    matchVerb(identify, now),
    summarizeVerb(identify, now),
    groupVerb(identify, now),
    renderVerb(identify, now, () => speaker().texts.language),
    slackManifestVerb({
      texts: () => textsFor('en'),
      commandSet: () => settings().SLACK_COMMANDS,
    }),
  ];
}

function speakerOf(settings: Settings): Speaker {
  return { name: 'terminal', texts: textsFor(settings.UI_LANGUAGE), zone: zoneOf(settings) };
}
