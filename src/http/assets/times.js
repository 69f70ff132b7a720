/** Times as the reader says them: in the browser's own zone, "today" only as long as it is. Like `messages/when.ts`. */

const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const named = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const timeOfDay = new Intl.DateTimeFormat(locale, clock);
const thisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...clock });
const anyYear = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  ...clock,
});
const inFull = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });

export function keepTimes() {
  // The server answers in this zone from the next request on.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  document.cookie = `zone=${timeZone}; path=/; max-age=31536000; samesite=strict`;
  setTimes();
  document.addEventListener('htmx:after:swap', setTimes);
  setInterval(setTimes, 60_000);
}

function setTimes() {
  const now = new Date();
  for (const element of document.querySelectorAll('time')) {
    const at = new Date(element.dateTime);
    const text = when(at, now);
    // Only real changes: the log is a live region.
    if (element.textContent !== text) element.textContent = text;
    element.title ||= inFull.format(at);
  }
}

/** @param {Date} at @param {Date} now */
function when(at, now) {
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  if (Math.abs(days) <= 1) return `${named.format(days, 'day')} ${timeOfDay.format(at)}`;
  return (at.getFullYear() === now.getFullYear() ? thisYear : anyYear).format(at);
}

/** @param {Date} date */
function midnight(date) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
