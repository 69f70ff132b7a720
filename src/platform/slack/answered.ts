/** Whatever somebody asks is answered, in their language; also when our own work has failed. */
import { reasonOf } from '../../errors.ts';
import type { Reply } from '../../invoke/invocation.ts';
import { mistake } from '../../invoke/reply.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Texts } from '../../messages/texts.ts';
import type { Block } from './blocks.ts';
import type { People, Who } from './people.ts';
import { renderReply } from './render-reply.ts';
import type { Say, Way } from './say.ts';

/** An answer, and how it is seen. */
export interface Said {
  readonly reply: Reply;
  /** Slack's id of the channel that it is about. */
  readonly about?: string | undefined;
  /** What can be pressed. */
  readonly below?: readonly Block[] | undefined;
  /** The message that was pressed becomes the answer. */
  readonly replaces?: boolean | undefined;
}

/** @param seenIn where the answer is seen */
export type Answered = (
  who: Who,
  way: Way,
  seenIn: string,
  work: (texts: Texts) => Promise<Said>,
) => Promise<void>;

export function createAnswered({
  people,
  say,
  typedIn,
  log,
}: {
  readonly people: Pick<People, 'language'>;
  readonly say: Say;
  readonly typedIn: (sentence: string) => string;
  readonly log: Log;
}): Answered {
  return async (who, way, seenIn, work) => {
    const texts = textsFor(await people.language(who));
    const { reply, about, below, replaces } = await work(texts).catch((error: unknown): Said => {
      log.error({ err: error }, `a command on Slack failed: ${reasonOf(error)}`);
      return { reply: mistake(texts.chat.somethingBroke) };
    });
    const elsewhere = about !== undefined && about !== seenIn;
    // What concerns another channel is nothing for everybody here.
    const audience = elsewhere ? 'caller' : reply.audience;
    const rendered = renderReply(reply, { texts, typed: typedIn, about }, below);
    const to = way.kind === 'url' && replaces === true ? { ...way, replaces } : way;
    await say.answer(who, to, { ...rendered, audience });
  };
}
