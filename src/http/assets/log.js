/** The log: stays at its end unless somebody reads above, tells what is new elsewhere, and whether it still hears the bot. */

const scroll = document.getElementById('scroll');
const log = document.getElementById('log');
const below = document.getElementById('below');
const live = document.getElementById('live');
const channels = document.getElementById('channels');
const connection = document.getElementById('connection');
const here = document.getElementById('command-line').dataset.channel;

export function startLog() {
  toEnd();
  keepPlace();
  keepFocus();
  markUnread();
  watchConnection();
}

// ── Place ──

/** Closer to the end than this counts as reading the end, in CSS pixels. */
const near = 80;
let newPosts = 0;

function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

function atEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < near;
}

function keepPlace() {
  let wasAtEnd = true;
  let fromEnd = 0;
  let newest = newestPost();

  document.addEventListener('htmx:before:swap', () => {
    wasAtEnd = atEnd();
    fromEnd = scroll.scrollHeight - scroll.scrollTop;
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    const arrived = [...log.children].filter((post) => numberOf(post) > newest);
    newest = newestPost();
    // What was asked for above pushes down what is being read: keep that where it was.
    if (detail.ctx.sourceElement?.id === 'earlier' || detail.ctx.request?.action?.includes('/earlier')) {
      scroll.scrollTop = scroll.scrollHeight - fromEnd;
      return;
    }
    if (wasAtEnd || arrived.some((post) => post.classList.contains('said'))) toEnd();
    else tellBelow(newPosts + arrived.length);
    tellTitle(arrived.filter((post) => post.classList.contains('alert')).length);
  });
  scroll.addEventListener('scroll', () => atEnd() && tellBelow(0), { passive: true });
  below.addEventListener('click', () => {
    toEnd();
    document.getElementById('line').focus();
  });
}

function tellBelow(count) {
  newPosts = count;
  below.hidden = count === 0;
  // The plural is that of 2: English and French have no further forms.
  below.textContent = count === 1 ? below.dataset.one : below.dataset.two.replace('2', String(count));
}

const title = document.title;
let unseen = 0;

/** Alerts that rang while nobody looked are counted in the tab's title. */
function tellTitle(alerts) {
  if (!document.hidden || alerts === 0) return;
  unseen += alerts;
  document.title = `(${unseen}) ${title}`;
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  unseen = 0;
  document.title = title;
});

function numberOf(post) {
  return Number(post.id.slice('post-'.length)) || 0;
}

function newestPost() {
  return log.lastElementChild ? numberOf(log.lastElementChild) : 0;
}

// ── Focus ──

/** An edit replaces its post: what was open there stays open, and whoever stood on one of its buttons stands there again. */
function keepFocus() {
  let stood;
  let opened = [];
  document.addEventListener('htmx:before:swap', () => {
    const post = document.activeElement?.closest('.post');
    stood = post && { id: post.id, at: focusable(post).indexOf(document.activeElement) };
    opened = [...log.querySelectorAll('.post:has(details[open])')].map(({ id }) => id);
  });
  document.addEventListener('htmx:after:swap', () => {
    for (const id of opened) document.querySelector(`#${id} details`)?.setAttribute('open', '');
    const post = stood && document.getElementById(stood.id);
    if (post && !post.contains(document.activeElement))
      focusable(post)[stood.at]?.focus({ preventScroll: true });
  });
}

function focusable(post) {
  return [...post.querySelectorAll('a, button, summary')];
}

// ── Unread ──

const seen = JSON.parse(localStorage.getItem('seen') ?? '{}');

function markUnread() {
  noteLinks();
  live.addEventListener('news', ({ detail }) => {
    const { channel, seq } = JSON.parse(detail.data);
    const link = linkTo(channel);
    if (link) link.dataset.latest = String(seq);
    noteLinks();
  });
  document.addEventListener('htmx:after:swap', noteLinks);
}

function noteLinks() {
  seen[here] = Math.max(seen[here] ?? 0, newestPost());
  for (const link of channels.querySelectorAll('a')) {
    const name = link.dataset.channel;
    const latest = Number(link.dataset.latest);
    // A channel that this browser meets for the first time begins as read.
    seen[name] ??= latest;
    mark(link, name !== here && latest > seen[name]);
  }
  localStorage.setItem('seen', JSON.stringify(seen));
}

function mark(link, unread) {
  link.classList.toggle('unread', unread);
  const told = link.querySelector('.visually-hidden');
  if (unread && !told) {
    const words = document.createElement('span');
    words.className = 'visually-hidden';
    words.textContent = ` (${channels.dataset.unread})`;
    link.append(words);
  }
  if (!unread) told?.remove();
}

function linkTo(channel) {
  return [...channels.querySelectorAll('a')].find((link) => link.dataset.channel === channel);
}

// ── Connection ──

const retryMs = 2000;

function watchConnection() {
  live.addEventListener('htmx:sse:before:connection', ({ detail }) =>
    tellConnection(detail.connection.attempt > 0),
  );
  live.addEventListener('htmx:sse:error', () => tellConnection(true));
  live.addEventListener('htmx:sse:after:connection', () => tellConnection(false));
  // The first connection, unlike later ones, is not tried again by the extension.
  for (const failure of ['htmx:error', 'htmx:response:error']) {
    live.addEventListener(failure, () => {
      tellConnection(true);
      setTimeout(() => live.dispatchEvent(new Event('reconnect')), retryMs);
    });
  }
}

function tellConnection(lost) {
  const words = lost ? connection.dataset.lost : '';
  if (connection.textContent !== words) connection.textContent = words;
  document.body.classList.toggle('offline', lost);
}
