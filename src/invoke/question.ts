/** What somebody asks in so many words: "what's new on AWS layoffs?" is what `/latest AWS layoffs` is. */
import type { Command } from './context.ts';
import { findCommand } from './find-command.ts';

export interface Asked {
  readonly name: string;
  readonly input: string;
}

/**
 * @param text as typed, without the name of the bot
 * @returns the command that is meant: one that was named, a question about news, or help if nothing was said
 */
export function readQuestion(text: string, commands: readonly Command[]): Asked {
  const said = text.trim().slice(0, longest).replace(goingOn, '');
  if (pleasantry.test(said)) return { name: 'help', input: '' };
  const topic = topicOf(said);
  if (topic !== undefined) return { name: 'latest', input: topic };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(said) ?? [];
  const command = findCommand(first, commands);
  // "Why is AWS down?" asks for news; "why 12" is a command.
  if (command !== undefined && !said.endsWith('?')) return { name: command.name, input: rest.trim() };
  return said === '' ? { name: 'help', input: '' } : { name: 'latest', input: withoutEnd(said) };
}

/** More is no question. */
const longest = 2000;

/** "And layoffs?", after an answer. "ET" is something else. */
const goingOn = /^(?:[Aa]nd|[Ee]t|[Uu]nd)\s+(?=[^\s?？!.…])/;

/** Said to see who is there: no news is meant. */
const pleasantry =
  /^(?:hi|hello|hey|good (?:morning|evening)|thanks|thank you|thx|bonjour|bonsoir|salut|merci|hallo|guten (?:tag|morgen)|danke|hola|buenos días|gracias)(?: (?:there|all|everyone|bellwire|you|so much|a lot|beaucoup|bien))?[\s!.…]*$/iu;

function topicOf(said: string): string | undefined {
  const plain = said.replaceAll(/[’ʼ]/g, "'");
  const found = openings.map((opening) => opening.exec(plain)).find((match) => match !== null);
  if (found === undefined) return undefined;
  return withoutEnd(said.slice(found[0].length).replace(preposition, ''));
}

function withoutEnd(said: string): string {
  return said
    .replace(/[\s?？!.…]+$/u, '')
    .replace(courtesy, '')
    .trim();
}

/** In the languages of most who ask. Each ends at a border of words, so that nothing of the topic is lost. */
const openings: readonly RegExp[] = [
  /^(?:so |hey |hi |hello )?(?:what(?:'s| is|s)|whats|anything|is there anything|what)\s+(?:new|up|the latest|going on|happening|happened)(?:\s+news)?(?=\s|$|\?)/i,
  /^(?:(?:is|are) there )?(?:any|some|the)?\s*(?:latest |recent |new )?(?:news|updates?|headlines)(?=\s+(?:on|about|of|from|regarding|for|with|in)\s|\s*\?*$)/i,
  /^(?:what|how) about(?=\s+[^\s?？!.…])/i,
  /^(?:the )?latest(?=\s+(?:on|about|from|regarding)\s)/i,
  /^(?:tell|show|give) me (?:(?:the|any|some) )?(?:latest |recent )?(?:news|something|more|what's new)?(?=\s)/i,
  /^(?:quoi de neuf|qu'y a-t-il de (?:neuf|nouveau)|qu'est-ce qu'il y a de (?:neuf|nouveau)|du nouveau|du neuf)(?=\s|$|\?)/i,
  /^(?:(?:y a-t-il|il y a|as-tu|avez-vous) )?(?:des |les |quelles )?(?:dernières )?(?:nouvelles|infos|actualités|actus)(?=\s+(?:sur|de|du|des|concernant)\s|\s*\?*$)/i,
  /^(?:was gibt(?:'s| es) neues|gibt es neuigkeiten|neues|neuigkeiten)(?=\s|$|\?)/i,
  /^(?:qué hay de nuevo|qué novedades hay|novedades|noticias)(?=\s|$|\?)/i,
];

const preposition =
  /^\s*(?:(?:on|about|with|in|from|regarding|for|of|over|around|at|sur|pour|de|du|des|chez|dans|concernant|zu|über|von|bei|sobre|en|con)\s+)?(?:(?:the|la|le|les|die|der|das|el|los|las)\s+|l['’ʼ]\s*)?/i;

const courtesy =
  /[\s,]+(?:please|today|lately|right now|now|s'il (?:te|vous) plaît|aujourd'hui|bitte|heute|por favor|hoy)$/i;
