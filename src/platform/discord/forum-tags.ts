import type { MessageContent } from '../../domain.ts';
import type { ChannelFacts } from './places.ts';

/** Discord takes no more. */
const mostTags = 5;

/**
 * The ids of the forum's tags that are named like a subscription that rang, one of its terms, or the outlet. Where a tag
 * is asked for and none fits, the first one.
 */
export function tagsFor(
  content: MessageContent,
  { tags = [], tagRequired = false }: Pick<ChannelFacts, 'tags' | 'tagRequired'>,
): readonly string[] {
  const names = new Set((content.kind === 'alert' ? namesOf(content) : []).map(folded));
  const ours = tags.filter(({ moderated }) => !moderated);
  const fitting = ours.filter(({ name }) => names.has(folded(name)));
  const applied = fitting.length === 0 && tagRequired ? ours.slice(0, 1) : fitting.slice(0, mostTags);
  return applied.map(({ id }) => id);
}

function namesOf({ reasons, outlet }: Extract<MessageContent, { kind: 'alert' }>): readonly string[] {
  return [...reasons.flatMap(({ subscription, term }) => [subscription, term]), outlet];
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
