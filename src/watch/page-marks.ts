/** What pages mark as standing around an article, by element, class, id, role or label: names in all languages' markup. */
import type { PageElement } from './page-element.ts';

/** How sure a mark is of what it marks. */
export type Mark =
  /** Never part of an article, however long. */
  | 'overlay'
  /** Furniture, unless it holds the page itself: `<body class="has-ads">`. */
  | 'furniture'
  /** An offer to read on, or what is to be paid for: the same names are used for both. */
  | 'offer';

export function markOf(element: PageElement): Mark | undefined {
  const names = namesOf(element);
  if (overlay.test(names)) return 'overlay';
  if (furniture.test(names)) return 'furniture';
  return offer.test(names) ? 'offer' : undefined;
}

const overlay = marked(['cookies?', 'consent', 'gdpr', 'dialog', 'alertdialog', 'skip', 'skip-link']);

const furniture = marked([
  // advertising
  'ads?|adv|advert|adverts|advertisement|advertising|adslot|adbox|sponsor|sponsored|promo|promotion|banner|outbrain|taboola',
  // ways through the site
  'nav|navbar|navigation|menu|toc|toolbar|breadcrumbs?|pagination|pager|sidebar|aside|complementary|search|footer|contentinfo',
  // over the title
  'kicker|eyebrow|overline|rubric|rubrik|rubrique|dachzeile',
  // asking for something
  'share|sharing|sharebar|sharedaddy|social|follow-us|newsletter|signup|sign-up|donate|donation',
  // other articles
  'related|recommended|recommendations|most-read|mostread|read-more|read-also|read-next|also-read|more-on',
  // behind the text
  'tags|tag-list|comments|disqus|author-(?:bio|box|card|info)',
  // for other eyes and other media
  'no-?print|d-print-none|sr-only|visually-?hidden|screen-reader-text|pullquote|pull-quote',
]);

const offer = marked(['paywall|regwall|subscribe|subscription|subscribe-box|piano|login|register']);

function marked(alternatives: readonly string[]): RegExp {
  return new RegExp(`(?:^|[ -])(?:${alternatives.join('|')})(?=[ -]|$)`);
}

/** "adSlot_Top" and "ad-slot--top" are the same. Longer labels are sentences, longer class lists only cost time. */
function namesOf(element: PageElement): string {
  const label = element.getAttribute('aria-label') ?? '';
  const attributes = ['class', 'id', 'role'].map((name) => element.getAttribute(name) ?? '');
  return [element.localName, ...attributes, label.length > 30 ? '' : label]
    .join(' ')
    .slice(0, 500)
    .replaceAll(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .replaceAll(/[^a-z\s]+/g, '-')
    .replaceAll(/\s+/g, ' ');
}
