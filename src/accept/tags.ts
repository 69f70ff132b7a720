import type { Entry } from '../domain.ts';
import { decodeEntities } from './entities.ts';
import { collapseSpace, visibleText } from './plain-text.ts';
import { wellFormed } from './well-formed.ts';

const mostTags = 20;
/** Longer ones are sentences that somebody put into the wrong field. */
const longestTag = 80;

/** What the source files it under, each once, as written; undefined if it says nothing. */
export function tagsOf({ tags = [] }: Entry): readonly string[] | undefined {
  const distinct = new Map<string, string>();
  for (const written of tags.slice(0, mostTags * 5)) {
    const tag = wellFormed(collapseSpace(visibleText(decodeEntities(written.slice(0, longestTag * 10)))));
    const key = tag.toLowerCase();
    if (tag !== '' && tag.length <= longestTag && !distinct.has(key)) distinct.set(key, tag);
    if (distinct.size === mostTags) break;
  }
  return distinct.size === 0 ? undefined : [...distinct.values()];
}
