/**
 * A URL as it may stand in messages and logs: no name and password, no values of a query, no long random parts of a
 * path: each of them can be all that protects a private feed.
 */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'that address';
  const path = parsed.pathname
    .split('/')
    .map((part) => (looksSecret(part) ? '…' : part))
    .join('/');
  return parsed.host + (path === '/' ? '' : path) + (parsed.search === '' ? '' : '?…');
}

/** Long, and letters mixed with digits inside one run: "f3A9…", not "2026-budget-news". */
function looksSecret(part: string): boolean {
  return (
    part.split(/[-_.~]/).some((run) => run.length >= 12 && /\d/.test(run) && /[a-z]/i.test(run)) ||
    /\d{16}/.test(part)
  );
}
