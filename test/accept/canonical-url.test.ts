import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../src/accept/canonical-url.ts';

describe('one page has one address', () => {
  const cases: ReadonlyArray<[written: string, canonical: string]> = [
    ['HTTP://Example.COM:80/A/b/', 'http://example.com/A/b'],
    ['https://example.com', 'https://example.com/'],
    ['  https://example.com/a  ', 'https://example.com/a'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com./a', 'https://example.com/a'],
    ['https://bücher.example/straße', 'https://xn--bcher-kva.example/stra%C3%9Fe'],
    ['https://example.com/%c3%9f', 'https://example.com/%C3%9F'],
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    // Places on the page stay, but for what is behind an article and what tells who shared it
    ['https://example.com/notes/#January_12', 'https://example.com/notes#January_12'],
    ['https://example.com/#!/a', 'https://example.com/#!/a'],
    ['https://example.com/#/post/12', 'https://example.com/#/post/12'],
    ['https://example.com/a#comments', 'https://example.com/a'],
    ['https://example.com/a#comment-12', 'https://example.com/a'],
    ['https://example.com/a#:~:text=closes%20two', 'https://example.com/a'],
    ['https://example.com/a#xtor=RSS-1', 'https://example.com/a'],
    ['https://example.com/a#Echobox=1700000000', 'https://example.com/a'],
    ['https://example.com/a#utm_source=x&id=7', 'https://example.com/a#id=7'],
    [
      'https://example.com/a#aoh=1&referrer=https%3A%2F%2Fwww.google.com&amp_tf=From%20%251%24s',
      'https://example.com/a',
    ],
    ['https://example.com/a#', 'https://example.com/a'],
    // Tracking
    ['https://example.com/a?utm_source=x&utm_medium=y', 'https://example.com/a'],
    ['https://example.com/a?UTM_Source=x&id=1&fbclid=2&gclid=3', 'https://example.com/a?id=1'],
    ['https://example.com/a?mc_cid=1&mc_eid=2&at_medium=RSS', 'https://example.com/a'],
    ['https://example.com/a?ref=twitter', 'https://example.com/a'],
    ['https://example.com/a?ref=producthunt.com&source=rss----12', 'https://example.com/a'],
    ['https://example.com/a?ref=main', 'https://example.com/a?ref=main'],
    ['https://example.com/a;jsessionid=0A1', 'https://example.com/a'],
    // Parameters keep their writing, but not their order
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/a?12-title+x&&', 'https://example.com/a?12-title+x'],
    ['https://example.com/a?q=c%2b%2b', 'https://example.com/a?q=c%2b%2b'],
    ['https://example.com/a?tag=b&tag=a', 'https://example.com/a?tag=b&tag=a'],
    ['https://example.com/a?', 'https://example.com/a'],
    // AMP and mobile forms
    ['https://example.com/news/story/amp/', 'https://example.com/news/story'],
    ['https://example.com/story?amp=1', 'https://example.com/story'],
    ['https://example.com/story.amp.html', 'https://example.com/story.html'],
    ['https://amp.example.com/story', 'https://example.com/story'],
    ['https://m.example.com/story', 'https://example.com/story'],
    ['https://mobile.example.co.uk/story', 'https://example.co.uk/story'],
    ['https://en.m.example.org/wiki/AMP', 'https://en.example.org/wiki/AMP'],
    ['https://m.com/story', 'https://m.com/story'],
    ['https://example.com/amp', 'https://example.com/amp'],
    ['https://www.google.com/amp/s/m.example.com/story/amp/', 'https://example.com/story'],
    ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story', 'https://www.example.com/story'],
    // Wrappers whose target stands in the address
    [
      'https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa%3Futm_source%3Dg&sa=D',
      'https://example.com/a',
    ],
    ['https://m.google.com/url?q=https://example.com/a', 'https://example.com/a'],
    [
      'https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fexample.com%2fa',
      'https://example.com/a',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa&h=AT1', 'https://example.com/a'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=1',
      'https://example.com/a',
    ],
    [
      'https://r.search.yahoo.com/_ylt=A0/RV=2/RE=1/RO=10/RU=https%3a%2f%2fexample.com%2fa/RK=2/RS=x',
      'https://example.com/a',
    ],
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.com%2Fa',
      'https://example.com/a',
    ],
    ['https://www.google.com/search?q=nimbus', 'https://www.google.com/search?q=nimbus'],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
  ];
  test.each(cases)('%s → %s', (written, canonical) => {
    expect(canonicalUrl(written)).toBe(canonical);
  });
});

test('a relative address needs its page', () => {
  expect(canonicalUrl('../b?x=1', 'https://example.com/a/c')).toBe('https://example.com/b?x=1');
  expect(canonicalUrl('/b')).toBeUndefined();
  expect(canonicalUrl('//cdn.example.com/b', 'https://example.com/')).toBe('https://cdn.example.com/b');
});

test.each([
  '',
  ' ',
  'example',
  'mailto:a@example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
  'http://exa mple/',
  `https://example.com/${'a'.repeat(9000)}`,
])('what is no web address is none: %.40s', (written) => {
  expect(canonicalUrl(written)).toBeUndefined();
});

test('a canonical address is its own canonical form, and nothing throws', () => {
  const part = fc.constantFrom(
    'amp',
    'm',
    'mobile',
    '/',
    '//',
    '.',
    '?',
    '&',
    '=',
    '#',
    '#!',
    '%2',
    '%e2',
    'utm_a=1',
    'url=',
    'q=',
    'https://example.com',
    'https://www.google.com/url?q=',
    'https://www.google.com/amp/s/',
    'a.amp',
    ';jsessionid=1',
    ' ',
    'é',
    '@',
    ':80',
    'RU=',
  );
  const written = fc.oneof(
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.array(part, { maxLength: 12 }).map((parts) => `https://m.example.com/${parts.join('')}`),
    fc.array(part, { maxLength: 12 }).map((parts) => `https://www.google.com/${parts.join('')}`),
  );
  fc.assert(
    fc.property(written, (url) => {
      const once = canonicalUrl(url);
      expect(once === undefined || canonicalUrl(once) === once).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
