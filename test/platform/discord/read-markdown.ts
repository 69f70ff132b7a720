/**
 * What Discord's client makes of a text: written anew after its published behaviour, as suspicious as it can be. What
 * any client is known to read as a link, a mention or a style counts as one.
 */

export interface Seen {
  /** The letters that remain, without their styles. */
  readonly text: string;
  readonly links: ReadonlyArray<{ readonly label: string; readonly url: string }>;
  /** Mentions of people, roles, channels, everyone, commands; emoji of servers; sections of a server. */
  readonly calls: readonly string[];
  readonly times: readonly string[];
  /** "bold", "heading", "small print", "list", "quote", "code", "spoiler", … in the order they were met. */
  readonly styles: readonly string[];
}

interface Met {
  text: string;
  links: Array<{ label: string; url: string }>;
  calls: string[];
  times: string[];
  styles: string[];
}

export function readMarkdown(markdown: string): Seen {
  const met: Met = { text: '', links: [], calls: [], times: [], styles: [] };
  for (const line of markdown.split('\n')) {
    readInline(withoutPrefix(line, met), met);
    met.text += '\n';
  }
  return { ...met, text: met.text.slice(0, -1) };
}

const prefixes: ReadonlyArray<readonly [string, RegExp]> = [
  ['heading', /^\s*#{1,3}\s+/],
  ['small print', /^\s*-#\s+/],
  ['quote', /^\s*>(?:>>)?\s/],
  ['list', /^\s*(?:[*+-]|\d+[.)])\s+/],
];

/** Prefixes stand in one another: a quote may hold a heading. */
function withoutPrefix(line: string, met: Met): string {
  for (const [style, pattern] of prefixes) {
    const [found] = pattern.exec(line) ?? [];
    if (found === undefined) continue;
    met.styles.push(style);
    return withoutPrefix(line.slice(found.length), met);
  }
  return line;
}

type Rule = readonly [pattern: RegExp, read: (found: RegExpExecArray, met: Met) => void];

const styled = (style: string): Rule[1] => {
  return ([, inner = ''], met) => {
    met.styles.push(style);
    readInline(inner, met);
  };
};
const call: Rule[1] = ([found], met) => void met.calls.push(found);

/** Tried in this order at every place. */
const rules: readonly Rule[] = [
  [/\\([^0-9A-Za-z\s])/y, ([, mark = ''], met) => void (met.text += mark)],
  [/<t:-?\d+(?::[tTdDfFR])?>/y, ([found], met) => void met.times.push(found)],
  [/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<\/[^>\n]+:\d+>|<id:\w+>/y, call],
  [/@(?:everyone|here)\b/iy, call],
  [/:[\w+-]{2,}:/y, call],
  [
    /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:[^\s\\]|\\.)*?)>?(?:\s+['"]([^]*?)['"])?\s*\)/y,
    ([, label = '', url = ''], met) => {
      const inner: Met = { text: '', links: [], calls: [], times: [], styles: [] };
      readInline(label, inner);
      met.links.push({ label: inner.text, url }, ...inner.links);
      met.calls.push(...inner.calls);
      met.styles.push(...inner.styles);
      met.text += inner.text;
    },
  ],
  [/<?((?:https?|steam|discord|ftp|javascript|data|mailto|tel):[^\s<>]+)>?/iy, link],
  [/<([^\s<>@]+@[^\s<>]+|\+\d+)>/y, link],
  [/((?:www\.|discord\.gg\/|discord(?:app)?\.com\/invite\/)[^\s<>]+)/iy, link],
  [/```([^]*?)```/y, styled('code')],
  [/(`+)([^]*?[^`])\1(?!`)/y, ([, , inner = ''], met) => void (met.styles.push('code'), (met.text += inner))],
  [/\|\|([^]+?)\|\|/y, styled('spoiler')],
  [/\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/y, styled('bold')],
  [/__((?:\\[^]|[^\\])+?)__(?!_)/y, styled('underline')],
  [/~~((?:\\[^]|[^\\])+?)~~/y, styled('strike')],
  [/\*(?=\S)((?:\*\*|\\[^]|\s+(?:\\[^]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y, styled('italics')],
  [/\b_((?:__|\\[^]|[^\\_])+?)_\b/y, styled('italics')],
];

const links = rules.filter(([, read]) => read === link);

function link([, url = '']: RegExpExecArray, met: Met): void {
  met.links.push({ label: url, url });
  met.text += url;
}

function readInline(line: string, met: Met): void {
  for (let at = 0; at < line.length;) {
    // Only links begin with a letter; most of a text is letters.
    const rule = (/[0-9a-z\s]/i.test(line[at] ?? '') ? links : rules).find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(line);
    });
    if (rule === undefined) {
      met.text += line[at];
      at += 1;
      continue;
    }
    const [pattern, read] = rule;
    pattern.lastIndex = at;
    const found = pattern.exec(line)!;
    at += found[0].length;
    read(found, met);
  }
}
