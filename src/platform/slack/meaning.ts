/** What Slack's errors mean for a message, in words that whoever can mend it understands. */
import type { Channel, Language } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import type { SlackTexts } from '../../messages/slack-texts.ts';
import type { PostOutcome } from '../platform.ts';
import type { Answer } from './api.ts';

type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;
type Because = Exclude<keyof SlackTexts['because'], 'lacksScope' | 'says'>;

/**
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 * @param answer not `done`, and not `unauthorized`
 * @param language of the channel: whoever reads there is told why it is closed
 */
export function meaningOf({ outcome, error, said }: Answer, language: Language = 'en'): NotPosted {
  if (outcome.kind === 'busy' && error === 'message_limit_exceeded') return { ...outcome, scope: 'token' };
  if (outcome.kind === 'busy' || outcome.kind === 'unknown') return outcome;
  if (outcome.kind !== 'refused')
    return { kind: 'unknown', reason: `an answer that is not understood (${outcome.kind})` };
  return (
    (error === undefined ? undefined : closedBy(error, said, language)) ?? refusal({ outcome, error, said })
  );
}

function closedBy(error: string, said: Answer['said'], language: Language): NotPosted | undefined {
  const { because } = textsFor(language).slack;
  if (error === 'missing_scope') {
    const scope = typeof said?.needed === 'string' ? said.needed.slice(0, 100) : 'chat:write';
    return { kind: 'closed', scope: 'workspace', reason: because.lacksScope(scope) };
  }
  const ofChannel = channelErrors.get(error);
  if (ofChannel !== undefined) return { kind: 'closed', reason: because[ofChannel] };
  const ofWorkspace = workspaceErrors.get(error);
  if (ofWorkspace !== undefined) return { kind: 'closed', scope: 'workspace', reason: because[ofWorkspace] };
  // Not about what it says: then somebody can mend it, and the message is worth keeping until then.
  return aboutPlace.test(error) ? { kind: 'closed', reason: because.says(error.slice(0, 100)) } : undefined;
}

const channelErrors: ReadonlyMap<string, Because> = new Map([
  ['channel_not_found', 'notThere'],
  ['not_in_channel', 'notMember'],
  ['is_archived', 'archived'],
  ['is_inactive', 'archived'],
  ['restricted_action', 'restricted'],
  ['restricted_action_read_only_channel', 'restricted'],
  ['restricted_action_thread_only_channel', 'threadsOnly'],
  ['messages_tab_disabled', 'messagesTabOff'],
  ['cannot_dm_bot', 'noDirectMessages'],
  ['user_is_bot', 'noDirectMessages'],
  ['user_disabled', 'noDirectMessages'],
  ['ekm_access_denied', 'workspaceDenies'],
] satisfies ReadonlyArray<readonly [string, Because]>);

const workspaceErrors: ReadonlyMap<string, Because> = new Map([
  ['access_denied', 'workspaceDenies'],
  ['accesslimited', 'workspaceDenies'],
  ['enterprise_is_restricted', 'workspaceDenies'],
  ['no_permission', 'workspaceDenies'],
  ['not_allowed_token_type', 'workspaceDenies'],
  ['org_login_required', 'workspaceDenies'],
  ['team_access_not_granted', 'workspaceDenies'],
  ['team_not_found', 'workspaceDenies'],
] satisfies ReadonlyArray<readonly [string, Because]>);

const aboutPlace = /restrict|denied|disabled|inactive|archived|not_allowed|channel|permission/;

/** For what it is, says Slack. */
function refusal({ outcome, error, said }: Answer): NotPosted {
  const where = remarksOf(said)[0];
  const reason = error ?? (outcome.kind === 'done' ? 'refused' : outcome.reason);
  return { kind: 'refused', reason: where === undefined ? reason : `${reason} (${where})` };
}

/** "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text]" */
function remarksOf(said: Answer['said']): readonly string[] {
  const messages = said?.response_metadata?.messages;
  const all: readonly unknown[] = Array.isArray(messages) ? messages : [];
  return all.flatMap((one) => (typeof one === 'string' ? one.slice(0, 200) : []));
}

/** There is no token for the workspace. */
export function notInstalled({
  language,
}: Pick<Channel, 'language'>): Extract<PostOutcome, { kind: 'closed' }> {
  return { kind: 'closed', scope: 'workspace', reason: textsFor(language).slack.because.notInstalled };
}

/** Whether it is a picture that was refused: the rest may still be shown. */
export function isAboutPicture({ outcome, error, said }: Answer): boolean {
  return (
    outcome.kind === 'refused' &&
    error === 'invalid_blocks' &&
    remarksOf(said).some((remark) => /image|accessory/.test(remark))
  );
}
