import type { QueryTexts } from './query-texts.ts';
import { typesetFor } from './typeset.ts';
import { localeOf } from './when.ts';

const { and, or, languageName } = typesetFor(localeOf('en'));
const quoted = (words: readonly string[]) => and(words.map((word) => `“${word}”`));

export const queryEnglish: QueryTexts = {
  says: {
    rings: (what, languages) =>
      languages === undefined ? `rings for ${what}` : `rings for ${what}, in ${languages} languages`,
    everything: 'everything',
    also: (thing, spellings) => `${thing}, also written ${or(spellings)}`,
    word: (word) => `“${word}”`,
    exactly: (words) => `exactly “${words}”`,
    beginning: (letters) => `words that begin with “${letters}”`,
    inTitle: (what) => `${what} in the title`,
    mention: (what) => `any mention of ${what}`,
    all: (parts) => parts.join(' together with '),
    any: (parts) => `either ${or(parts)}`,
    but: (parts) => `but not ${or(parts)}`,
    from: (source) => `from ${source}`,
    inLanguage: (code) => `in ${languageName(code)}`,
    by: (author) => `by ${author}`,
    tagged: (tag) => `tagged “${tag}”`,
  },
  held: {
    inPassing: (words, instead) => `${quoted(words)} is named in passing only: ${instead} would ring.`,
    denied: (words, instead) => `${quoted(words)} is denied there: ${instead} would ring.`,
    notInTitle: (words) => `${quoted(words)} is in its text, not in its title.`,
    otherSense: (words, by) =>
      by.length === 0
        ? `${quoted(words)} is there, but in another sense.`
        : `${quoted(words)} is there, but in another sense: it speaks of ${quoted(by)}.`,
    otherTrade: (words, by) =>
      by.length === 0
        ? `${quoted(words)} is there, but the article does not show that it is on technology.`
        : `${quoted(words)} is there, but the article is not on technology: it speaks of ${quoted(by)}.`,
    smallLetters: (words) => `${quoted(words)} in small letters is taken for an ordinary word.`,
    otherWords: (term, words, meaning) =>
      meaning === undefined
        ? `It says ${quoted(words)}: without quotes, ${term} would ring.`
        : `It says ${quoted(words)}, which means ${meaning}: without quotes, ${term} would ring.`,
    apart: (words) => `${quoted(words)} are there, but not next to each other in this order.`,
    insideWord: (term, words) => `${term} is there only inside ${quoted(words)}.`,
    similar: (term, words) => `Not in it: ${term}, but ${quoted(words)}.`,
    field(term, field, has) {
      if (has === '')
        return field === 'author' ? `${term}: it names no author.` : `${term}: its source gives it no tags.`;
      switch (field) {
        case 'lang':
          return `${term}: it is in ${languageName(has)}.`;
        case 'source':
          return `${term}: it is from ${has}.`;
        case 'author':
          return `${term}: it is by ${has}.`;
        case 'tag':
          return `${term}: its tags are ${has}.`;
      }
    },
    strength: {
      title: 'in the title',
      lead: 'at the beginning',
      body: 'in the text',
      aside: 'in passing',
      denied: 'as denied',
    },
  },
  help: {
    didYouMean: (typed, meant) => `${typed}: did you mean ${meant}?`,
    which: (typed) => `Which ${typed} do you mean?`,
    senses: {
      company: 'the company',
      programming: 'the programming language',
      model: 'the AI model',
      system: 'the operating system',
      computing: 'cloud computing',
      fruit: 'the fruit',
      forest: 'the rainforest',
      word: 'the ordinary word',
      prophecy: 'the prophecy',
      letters: 'the letters',
      spying: 'spies’ knowledge',
      body: 'the limb',
      robot: 'the robot',
      panes: 'panes of glass',
      zodiac: 'the constellation',
      person: 'a person',
      animal: 'the animal',
      wind: 'the wind',
      corrosion: 'rust on metal',
      network: 'the bank network',
      singer: 'the singer',
      game: 'the board game',
      island: 'the island',
      gem: 'the gem',
      sky: 'clouds in the sky',
      terminal: 'the command line',
      permit: 'the travel permit',
    },
  },
};
