import type { Language } from '../domain.ts';
import type { Token } from '../language/tokens.ts';

/**
 * Whether a line is a page's own and not the article's: slogans, subscription offers, dates, links, credits. Most of it
 * is cut when an article is accepted; a feed's text comes with what its owner put there.
 * @param lined it stands alone on its line, where furniture stands
 */
export function isFurniture(sentence: string, tokens: readonly Token[], lined: boolean): boolean {
  if (tokens.length < 4 && !tokens.some((token) => token.shape === 'one')) return true;
  if (calls.test(sentence)) return true;
  if (!lined) return false;
  const dots = sentence.match(/[·|•»›]/g)?.length ?? 0;
  if (dots >= 2 || !ended.test(sentence)) return true;
  // Asked of a long row of numbers, the pattern would take for ever; a date is short.
  return sentence.length <= longestDateLine && dateLine.test(sentence);
}

const longestDateLine = 120;

const ended = /[.!?…。！？।॥؟۔"”»’)」』]\s*$/u;
const dateLine = /^[^\p{L}]*(?:\p{L}+[.,]?\s+){0,4}\d{1,4}[^\p{L}]*(?:\p{L}+\.?[^\p{L}]*\d[\d:., ]*)?$/u;

/** What pages say to their readers, in the languages we serve. */
const calls = new RegExp(
  [
    'subscribe (?:to|now|today)|sign up (?:for|to)|newsletter|read (?:more|also)|click here|follow us|all rights reserved|cookie|©|advertisement|image credit|photo:',
    'abonnez-vous|abonnement|inscrivez-vous|lire (?:aussi|la suite)|en savoir plus|tous droits réservés|cliquez|crédit photo',
    'abonnieren|jetzt anmelden|mehr lesen|lesen sie auch|alle rechte vorbehalten|zum thema:|anzeige$|bild:',
    'suscríbete|suscríbase|lee también|leer más|todos los derechos|haz clic|foto:',
    'assine|inscreva-se|leia (?:também|mais)|todos os direitos|clique aqui|abbonati|iscriviti|leggi anche|tutti i diritti',
    'abonneer|schrijf je in|lees (?:ook|meer|verder)|prenumerera|läs (?:mer|också)|czytaj (?:także|też|więcej)|zapisz się|abone ol|ayrıca okuyun|devamını oku',
    'подпи(?:шитесь|сывайтесь)|читайте также|все права защищены|اشترك|اقرأ أيضا|सब्सक्राइब|यह भी पढ़ें|baca juga|berlangganan',
    'あわせて読みたい|関連記事|続きを読む|会員登録|無断転載|구독|관련기사|무단전재|무단 전재|订阅|訂閱|延伸阅读|延伸閱讀|相关阅读|点击查看|版权所有|责任编辑',
  ].join('|'),
  'iu',
);

/** Whether a sentence points back: "He said", "However", the second half of a quotation. */
export function leansOnContext(sentence: string, language: Language): boolean {
  const quotes = sentence.match(/["“”„«»]/gu)?.length ?? 0;
  if (quotes % 2 === 1 || /^[\p{Ll}…]/u.test(sentence)) return true;
  if (/^["“„«»”'‘]/u.test(sentence) && !quotedName.test(sentence)) return true;
  if (ofItself.test(sentence)) return false;
  return pointers.get(language)?.test(sentence) ?? false;
}

/** "“Apex Harbor” studio closes": marked as a name, not said by anybody. */
const quotedName = /^["“„«]\s?[^"“”„«»]{1,40}[^"“”„«»,.!?\s]\s?["”“»] \p{L}/u;

/** "This article has been withdrawn." points at itself. */
const ofItself =
  /^(?:This (?:article|story|report|post)|Cet article|Dieser (?:Artikel|Beitrag|Bericht)|Este artículo|Este artigo|Questo articolo|この記事|本文)(?![\p{L}\p{M}])/u;

/** As a sentence begins, with a capital: "It" is no "IT". What begins without one leans anyway. */
function opening(words: string): RegExp {
  const capital = words.split('|').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return new RegExp(`^(?:${capital.join('|')})(?![\\p{L}\\p{M}])`, 'u');
}

const pointers: ReadonlyMap<Language, RegExp> = new Map([
  [
    'en',
    opening(
      'he|she|they|it|this|that|these|those|his|her|their|its|but|and|however|also|moreover|in addition|meanwhile|for example|still|yet|so|then|such|both|additionally|nevertheless',
    ),
  ],
  [
    'fr',
    opening(
      "il|elle|ils|elles|cela|ce|cette|ces|son|sa|ses|leur|leurs|mais|et|cependant|toutefois|en outre|de plus|aussi|par ailleurs|malgré|ainsi|or|en effet|celui-ci|celle-ci|selon lui|selon elle|c'est|c’est",
    ),
  ],
  [
    'de',
    opening(
      'er|sie|es|dies|diese|dieser|dieses|das(?! \\p{Lu})|damit|dabei|dadurch|aber|und|doch|jedoch|außerdem|zudem|auch|ihre|seine|dazu|allerdings|darüber|deshalb|so|trotzdem|daher|dort',
    ),
  ],
  [
    'es',
    opening(
      'él|ella|ellos|esto|esta|este|estos|estas|ese|eso|pero|y|sin embargo|además|también|su|sus|así|por ello|asimismo|no obstante|por su parte',
    ),
  ],
  [
    'pt',
    opening(
      'ele|ela|eles|isso|isto|este|esta|esse|essa|mas|e|no entanto|além disso|também|seu|sua|porém|assim|já|contudo',
    ),
  ],
  [
    'it',
    opening(
      'lui|lei|esso|questo|questa|questi|queste|ma|e|tuttavia|inoltre|anche|suo|sua|così|però|si tratta',
    ),
  ],
  [
    'nl',
    opening(
      'hij|zij|ze|het gaat|dit|dat|deze|die|maar|en|echter|ook|daarnaast|daarmee|bovendien|zo|daarom|toch|zijn|haar|hun',
    ),
  ],
  [
    'sv',
    opening(
      'han|hon|de|det|detta|denna|dessa|men|och|dock|också|dessutom|därför|hans|hennes|deras|samtidigt',
    ),
  ],
  [
    'pl',
    opening(
      'on|ona|oni|to|ten|ta|te|jego|jej|ich|ale|i|jednak|ponadto|także|również|dlatego|tymczasem|natomiast',
    ),
  ],
  ['tr', opening('o|bu|şu|onlar|bunlar|ama|fakat|ancak|ayrıca|ve|bununla|böylece|üstelik|öte yandan')],
  [
    'ru',
    opening(
      'он|она|они|это|этот|эта|эти|его|её|ее|их|но|и|однако|также|кроме того|при этом|поэтому|таким образом|а',
    ),
  ],
  ['ar', opening('وقال|وأضاف|وأضافت|وقالت|لكن|ولكن|كما|هذا|هذه|وهو|وهي|وكانت|وكان|وأوضح|وأشار|ومع')],
  ['hi', opening('यह|ये|वह|वे|इस|उन्होंने|उसने|लेकिन|और|हालांकि|इसके|इससे|इसलिए')],
  ['id', opening('ia|dia|mereka|ini|itu|hal|namun|tetapi|dan|selain|juga|karena itu|sementara')],
  [
    'ja',
    /^(?:これ|それ|この|その|しかし|また|だが|さらに|彼|同社|一方|なお|ただ|そのため|こうした|同氏|ただし)/u,
  ],
  ['ko', /^(?:이는|그는|그녀는|이에|하지만|그러나|또한|또 |이번|이어|그러면서|한편|다만|이를|이로)/u],
  [
    'zh',
    /^(?:他|她|它|这|此|该|但|而|然而|不过|同时|另外|此外|因此|对此|這|該|不過|同時|其中|并且|与此同时)/u,
  ],
]);
