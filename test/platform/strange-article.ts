/** Articles in which a publisher has put anything in any place, and what may stand in the message that is made of it. */
import type { AlertContent } from '../../src/domain.ts';
import { alert } from './sample-post.ts';

export const sample = alert('m1', 'AWS cuts jobs').content as AlertContent;
const own = sample.url ?? '';

/** The text in every place of an article that a publisher fills; its addresses are others, see `linkingTo`. */
export function filledWith(text: string): AlertContent {
  return {
    ...sample,
    title: text,
    outlet: text,
    summary: text,
    reasons: [{ subscription: text, subscriptionId: 1, term: text, words: [text, 'AWS'] }],
    outlets: [
      { name: text, title: text, url: own },
      { name: text, title: text, url: 'https://wired.example/1' },
      { name: `${text}.`, title: text, url: own },
    ],
    changes: [{ was: text, now: text }],
    follows: { articleId: 1, title: text },
  };
}

/** The text as an address that a publisher gives: it may lead to itself, from the name of its outlet alone. */
export function linkingTo(text: string): AlertContent {
  return { ...sample, image: text, outlets: [...sample.outlets, { name: 'Wired', title: 'x', url: text }] };
}

export function holdsWhatCannotBeSeen(text: string): boolean {
  return hidden.test(text) || !text.isWellFormed();
}

const hidden = /(?!\n)\p{Cc}|[\u200B\u202A-\u202E\u2060\uFEFF]/u;

/** Whether an address is one that the article itself gives. */
export function isOwn(url: string, { outlets }: AlertContent): boolean {
  // Addresses that are none have no host, and "data:" has an empty one: neither is anybody's own.
  const { host = '' } = URL.parse(url) ?? {};
  return url === own || (host !== '' && outlets.some((outlet) => URL.parse(outlet.url ?? '')?.host === host));
}
