/** The form of `/news`: opened in time, looked through before it closes, and done as it says. */
import type { Channel } from '../../domain.ts';
import { mistakeInSubscriptions } from '../../invoke/mistake-sentence.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { mistake } from '../../invoke/reply.ts';
import type { Log } from '../../log.ts';
import type { Texts } from '../../messages/texts.ts';
import type { Answered } from './answered.ts';
import { fields, type Filled, formView, readForm, tooLong } from './form.ts';
import type { HomeDesk } from './home-desk.ts';
import type { RawView } from './payloads.ts';
import type { People, Who } from './people.ts';
import type { Places } from './places.ts';
import type { RunCommand } from './run-command.ts';
import type { Way } from './say.ts';
import type { Soon } from './soon.ts';
import type { Tokens } from './tokens.ts';

export interface Forms {
  /** @param trigger what Slack gave with what somebody did; good for three seconds @returns whether it is open */
  readonly open: (who: Who, trigger: string, about?: About) => Promise<boolean>;
  readonly openView: (who: Who, trigger: string, view: object) => Promise<boolean>;
  /** What it says, or what is wrong with it, by its blocks. */
  readonly read: (who: Who, view: RawView) => Promise<Filled | Mistakes>;
  readonly follow: (who: Who, filled: Filled) => Promise<void>;
}

type About = Pick<Parameters<typeof formView>[1], 'channel' | 'changes'>;

export interface Mistakes {
  readonly wrong: Readonly<Record<string, string>>;
}

export interface FormsParts {
  readonly people: People;
  readonly places: Places;
  readonly tokens: Tokens;
  readonly desk: HomeDesk;
  readonly invoke: InvokeParts;
  readonly soon: Soon;
  readonly runCommand: RunCommand;
  readonly answered: Answered;
  /** Sentences of ours, as commands are typed here. */
  readonly typedIn: (sentence: string) => string;
  readonly log: Log;
}

/** What Slack shows below a field. */
const mostInMistake = 2000;

export function createForms(parts: FormsParts): Forms {
  const { people, places, tokens, desk, invoke, soon, runCommand, answered, typedIn, log } = parts;
  return {
    async open(who, trigger, { channel, changes } = {}) {
      const called = changes?.delivery?.mentions?.find(({ kind }) => kind === 'role')?.id;
      const [texts, group] = await Promise.all([
        soon.texts(who),
        called === undefined ? undefined : soon.or(undefined, places.group(who.team, called)),
      ]);
      return openView(who, trigger, formView(texts, { channel, changes, group }));
    },
    openView,

    async read(who, view) {
      const filled = readForm(view);
      const texts = await soon.texts(who);
      const wrong = mistakeIn(filled, texts);
      return wrong === undefined ? filled : { wrong };
    },

    async follow(who, filled) {
      const direct = await people.direct(who);
      const channel = filled.direct ? direct : filled.channel;
      const way: Way = { kind: 'channel', channel: channel ?? direct ?? who.user };
      await answered(who, way, way.channel, async (texts) => {
        if (channel === undefined || !(await places.isOpenTo(who, channel)))
          return { reply: mistake(texts.slack.noSuchChannel) };
        const place = await people.place(who, { channel });
        const before = await idsIn(place.channel);
        const { typed: input, delivery } = filled;
        const reply = await runCommand.at(who, place, { name: 'subscribe', input, delivery });
        if (reply.mistake) return { reply };
        const isNew = (await idsIn(place.channel)).some((id) => !before.includes(id));
        if (filled.changes !== undefined) await desk.replaced(who, filled.changes, place.channel, isNew);
        await desk.refresh(who);
        return { reply };
      });
    },
  };

  async function openView(who: Who, trigger: string, view: object): Promise<boolean> {
    const { outcome, error } = await tokens.ask(who.team, 'views.open', { trigger_id: trigger, view });
    if (outcome.kind !== 'done') log.info({ error, outcome: outcome.kind }, 'Slack: a form was not opened');
    return outcome.kind === 'done';
  }

  function mistakeIn({ typed, channel, direct }: Filled, texts: Texts): Mistakes['wrong'] | undefined {
    const { slack } = texts;
    if (typed === '') return { [fields.keywords]: slack.form.nothingChosen };
    if (typed === tooLong) return { [fields.keywords]: typedIn(slack.form.tooLongToChoose) };
    const wrong = mistakeInSubscriptions(typed, texts);
    if (wrong !== undefined) return { [fields.keywords]: typedIn(wrong).slice(0, mostInMistake) };
    return channel === undefined && !direct ? { [fields.channel]: slack.noSuchChannel } : undefined;
  }

  async function idsIn({ id }: Channel): Promise<readonly number[]> {
    return (await invoke.store.subscriptions.ofChannel(id)).map((one) => one.id);
  }
}
