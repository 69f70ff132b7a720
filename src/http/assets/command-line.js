/** The command line: suggestions (the listbox pattern of WAI-ARIA) and the lines typed before. */

const form = document.getElementById('command-line');
const input = document.getElementById('line');
const list = document.getElementById('suggestions');
const notice = document.getElementById('notice');

/** @type {{line: string, label: string, hint: string}[]} */
let suggestions = [];
/** Which suggestion is chosen; -1 = none, Enter sends what is typed. */
let chosen = -1;
/** Cancels the question that is under way: only the answer to the newest line counts. */
let asking = new AbortController();

export function startCommandLine() {
  input.addEventListener('input', () => void suggest());
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', close);
  // Before the click takes the focus away, which would close the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) take(Number(option.dataset.at));
  });
  startSending();
  startTyping();
}

// ── Suggestions ──

async function suggest() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const line = input.value;
  if (line.trim() === '') return close();
  const question = new URLSearchParams({ channel: form.dataset.channel, line });
  try {
    const answer = await fetch(`/complete?${question}`, { signal });
    const found = answer.ok ? await answer.json() : [];
    if (!signal.aborted) show(found.filter((suggestion) => suggestion.line !== line));
  } catch {
    // Aborted by the next key; or the bot is away, which the connection says already.
    if (!signal.aborted) close();
  }
}

function show(found) {
  suggestions = found;
  chosen = -1;
  if (found.length === 0) return close();
  list.replaceChildren(...found.map(optionFor));
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  input.removeAttribute('aria-activedescendant');
}

function optionFor({ label, hint }, at) {
  const option = document.createElement('li');
  option.id = `suggestion-${at}`;
  option.dataset.at = at;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const word = document.createElement('b');
  word.textContent = label;
  const help = document.createElement('span');
  help.textContent = hint;
  option.append(word, ' ', help);
  return option;
}

function close() {
  asking.abort();
  suggestions = [];
  chosen = -1;
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

/** @param {number} by goes round at both ends */
function choose(by) {
  const count = suggestions.length;
  chosen = chosen === -1 && by < 0 ? count - 1 : (chosen + by + count) % count;
  for (const [at, option] of [...list.children].entries()) {
    option.setAttribute('aria-selected', String(at === chosen));
    if (at === chosen) option.scrollIntoView({ block: 'nearest' });
  }
  input.setAttribute('aria-activedescendant', `suggestion-${chosen}`);
}

function take(at) {
  write(suggestions[at].line);
  close();
  void suggest();
}

// ── Keys ──

function onKey(event) {
  // While an input method composes a word, the keys are its own.
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (list.hidden ? historyKey(event) : listKey(event)) event.preventDefault();
}

/** @returns {boolean} whether the key was for the list */
function listKey({ key, shiftKey }) {
  switch (key) {
    case 'ArrowDown':
      choose(1);
      return true;
    case 'ArrowUp':
      choose(-1);
      return true;
    case 'Tab':
      if (shiftKey) return false;
      take(Math.max(chosen, 0));
      return true;
    case 'Enter':
      if (chosen === -1) return false;
      take(chosen);
      return true;
    case 'Escape':
      close();
      return true;
    default:
      return false;
  }
}

function historyKey({ key }) {
  if (key === 'ArrowUp') return recall(-1);
  if (key === 'ArrowDown') return recall(1);
  return false;
}

// ── Lines typed before ──

const remembered = 100;
const typed = JSON.parse(sessionStorage.getItem('typed') ?? '[]');
let place = typed.length;
let draft = '';

function recall(by) {
  const next = place + by;
  if (next < 0 || next > typed.length) return false;
  if (place === typed.length) draft = input.value;
  place = next;
  write(typed[place] ?? draft);
  return true;
}

function remember(line) {
  if (typed.at(-1) !== line) typed.push(line);
  typed.splice(0, typed.length - remembered);
  place = typed.length;
  draft = '';
  sessionStorage.setItem('typed', JSON.stringify(typed));
}

function write(line) {
  input.value = line;
  input.setSelectionRange(line.length, line.length);
  input.scrollLeft = input.scrollWidth;
}

// ── Sending ──

function startSending() {
  // Sent lines queue; the field is free for the next one at once.
  form.addEventListener('htmx:config:request', (event) => {
    const line = input.value.trim();
    if (line === '') return event.preventDefault();
    event.detail.ctx.line = line;
    notice.textContent = '';
    remember(line);
    write('');
    close();
  });
  form.addEventListener('htmx:error', putBack);
  form.addEventListener('htmx:response:error', putBack);
}

function putBack({ detail }) {
  const line = detail.ctx?.line;
  if (line === undefined) return;
  if (input.value === '') write(line);
  notice.textContent = form.dataset.notSent;
}

/** A letter typed anywhere goes to the command line, as in any chat. */
function startTyping() {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (key.length !== 1 || key === ' ' || ctrlKey || altKey || metaKey) return;
    if (!target.closest('input, textarea, select, [contenteditable]')) input.focus();
  });
}
