import type { QueryTexts } from './query-texts.ts';
import { french as t, typesetFor } from './typeset.ts';

const { and, or, languageName } = typesetFor('fr');
const quoted = (words: readonly string[]) => and(words.map((word) => t`« ${word} »`));

export const queryFrench: QueryTexts = {
  says: {
    rings: (what, languages) =>
      languages === undefined
        ? t`sonne pour ${what}`
        : t`sonne pour ${what}, en ${String(languages)} langues`,
    everything: 'tout',
    also: (thing, spellings) => t`${thing}, qui s'écrit aussi ${or(spellings)}`,
    word: (word) => t`« ${word} »`,
    exactly: (words) => t`exactement « ${words} »`,
    beginning: (letters) => t`les mots qui commencent par « ${letters} »`,
    inTitle: (what) => t`${what} dans le titre`,
    mention: (what) => t`${what}, même cité en passant`,
    all: (parts) => parts.join(' avec '),
    any: (parts) => t`${or(parts)}`,
    but: (parts) => t`mais pas ${or(parts)}`,
    from: (source) => t`de la source ${source}`,
    inLanguage: (code) => t`en ${languageName(code)}`,
    by: (author) => t`signé ${author}`,
    tagged: (tag) => t`classé sous « ${tag} »`,
  },
  held: {
    inPassing: (words, instead) =>
      t`${quoted(words)} n'est cité qu'en passant : ${instead} donnerait une alerte.`,
    denied: (words, instead) => t`${quoted(words)} y est démenti : ${instead} donnerait une alerte.`,
    notInTitle: (words) => t`${quoted(words)} est dans son texte, pas dans son titre.`,
    otherSense: (words, by) =>
      by.length === 0
        ? t`${quoted(words)} y est, mais dans un autre sens.`
        : t`${quoted(words)} y est, mais dans un autre sens : il y est question de ${quoted(by)}.`,
    otherTrade: (words, by) =>
      by.length === 0
        ? t`${quoted(words)} y est, mais rien ne montre que l'article porte sur la technologie.`
        : t`${quoted(words)} y est, mais l'article ne porte pas sur la technologie : il y est question de ${quoted(by)}.`,
    smallLetters: (words) => t`${quoted(words)} en minuscules est pris pour un mot ordinaire.`,
    otherWords: (term, words, meaning) =>
      meaning === undefined
        ? t`On y lit ${quoted(words)} : sans guillemets, ${term} donnerait une alerte.`
        : t`On y lit ${quoted(words)}, au sens de ${meaning} : sans guillemets, ${term} donnerait une alerte.`,
    apart: (words) => t`${quoted(words)} y sont, mais pas côte à côte dans cet ordre.`,
    insideWord: (term, words) => t`${term} n'y est qu'à l'intérieur de ${quoted(words)}.`,
    similar: (term, words) => t`N'y figure pas : ${term}, mais ${quoted(words)}.`,
    field(term, field, has) {
      if (has === '')
        return field === 'author'
          ? t`${term} : il ne nomme pas d'auteur.`
          : t`${term} : sa source ne le classe sous rien.`;
      switch (field) {
        case 'lang':
          return t`${term} : il est en ${languageName(has)}.`;
        case 'source':
          return t`${term} : il vient de ${has}.`;
        case 'author':
          return t`${term} : il est signé ${has}.`;
        case 'tag':
          return t`${term} : il est classé sous ${has}.`;
      }
    },
    strength: {
      title: 'dans le titre',
      lead: 'au début',
      body: 'dans le texte',
      aside: 'en passant',
      denied: 'pour le démentir',
    },
  },
  help: {
    didYouMean: (typed, meant) => t`${typed} : vouliez-vous dire ${meant} ?`,
    which: (typed) => t`${typed} : de quoi s'agit-il ?`,
    senses: {
      company: t`l'entreprise`,
      programming: 'le langage de programmation',
      model: t`le modèle d'IA`,
      system: t`le système d'exploitation`,
      computing: t`l'informatique en nuage`,
      fruit: 'le fruit',
      forest: 'la forêt',
      word: 'le mot ordinaire',
      prophecy: t`l'oracle antique`,
      letters: 'les lettres',
      spying: 'le renseignement',
      body: 'le bras',
      robot: 'le robot',
      panes: 'les fenêtres',
      zodiac: 'la constellation',
      person: 'une personne',
      animal: t`l'animal`,
      wind: 'le vent',
      corrosion: 'la rouille',
      network: 'le réseau bancaire',
      singer: 'la chanteuse',
      game: 'le jeu de go',
      island: t`l'île`,
      gem: 'la pierre précieuse',
      sky: 'les nuages du ciel',
      terminal: 'la ligne de commande',
      permit: 'le visa de voyage',
    },
  },
};
