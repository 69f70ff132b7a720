/**
 * Sentences that turn what others say into its opposite: a denial, a ruling, a correction. Whoever reads the claim
 * without them is told something wrong.
 */
import type { Language } from '../domain.ts';

/** Whether a sentence denies, dismisses, corrects or takes something back. */
export function isTurn(sentence: string, language: Language): boolean {
  return turns.get(language)?.test(sentence) ?? false;
}

/** Whether there is a "not" in it: of two sentences in the same words the one may say the opposite. */
export function isNegated(sentence: string): boolean {
  return negations.test(sentence);
}

/** Of all languages at once: whoever takes Portuguese "no" for English tells a sentence twice at worst. */
const negations = new RegExp(
  [
    String.raw`(?<![\p{L}\p{M}])(?:not|no|never|none|nobody|cannot|pas|aucune?|jamais|nicht|keine?[mnrs]?|nie|niemals|niet|geen|nooit|inte|inga|ingen|não|nunca|nenhuma?|ningún|ninguna|non|nessun[ao]?|mai|hiçbir|yok|değil|tidak|bukan|tak|не|нет|ни|никогда|لا|لم|لن|ليس|نہیں|नहीं)(?![\p{L}\p{M}])`,
    "n[’']t(?![\\p{L}])|ない|ません|なかった|않|없|아니|不|没|沒|未|否",
  ].join('|'),
  'iu',
);

/** Each form begins a word; "~" lets it go on, in scripts with word ends. */
function words(forms: string): RegExp {
  const each = forms
    .split(';')
    .map((form) => form.trim())
    .map((form) => (form.endsWith('~') ? form.slice(0, -1) : `${form}${String.raw`(?![\p{L}\p{M}])`}`));
  return new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${each.join('|')})`, 'iu');
}

const turns: ReadonlyMap<Language, RegExp> = new Map([
  [
    'en',
    words(
      "den(?:y|ies|ied|ying); denials?; false; untrue; (?:not|n[’']t) true; incorrect~; wrong; baseless; unfounded; no truth; hoax; no plans?; dismiss(?:ed|es|ing); reject(?:ed|s|ing); refut~; disput(?:ed|es|ing); throws? out; threw out; thrown out; overturn~; quash~; struck down; acquit~; cleared; not guilty; ruled against; retract~; corrections?; correct(?:ed|s); misstated; mistaken; withdr[ae]w~; revers(?:ed|es); annul~; called off; cancel~; scrapped; debunk~",
    ),
  ],
  [
    'fr',
    words(
      'dém(?:ent|entent|enti~|entir|entait); ni(?:e|ent|é|ait); réfut~; contest(?:e|ent|é~|ait); fau(?:x|sse|sses); inexact~; erron~; infond~; sans fondement; aucun projet; débout~; rejet~; annul~; relax(?:e|é|ée|és|ées); acquitt~; blanchi~; casse; cassé~; invalid~; rectifi~; correction; erratum; rétract~; retir(?:e|ent|é~); renonc~; non coupable',
    ),
  ],
  [
    'de',
    words(
      'dementier~; bestreite[nt]; bestritt~; bestritten; falsch~; unwahr~; nicht wahr; unzutreffend~; trifft nicht zu; haltlos~; unbegründet~; keine pläne; wies[^.]{0,200} (?:ab|zurück); weist[^.]{0,200} (?:ab|zurück); abgewiesen~; zurückgewiesen~; abweis~; zurückweis~; wider(?:spr~|leg~|ruf~|rief); freispr~; freigesprochen~; sprach[^.]{0,200} frei; aufgehoben~; hob[^.]{0,200} auf; kippt~; gekippt~; korrektur~; korrigier~; berichtig~; richtigstell~; zog[^.]{0,200} zurück; zurückgezogen~; abgesagt~; eingestellt~; gestoppt~',
    ),
  ],
  [
    'es',
    words(
      'nieg(?:a|an|ue); neg(?:ó|aron|ado); desm(?:iente~|inti~|entid~); fals[oa]s?; no es ciert[oa]; incorrect~; infundad~; sin fundamento; ningún plan; no tiene planes; desestim~; rechaz~; anul(?:a|ó|ado~|ada~); absuel~; absolvi~; archiv(?:a|ó|ado|ada); revoc~; rectific~; corrección; correg~; corrig~; retract~; retir(?:a|ó|ado~|ada~); cancel~; descart~',
    ),
  ],
  [
    'pt',
    words(
      'neg(?:a|am|ou|aram); desment~; fals[oa]s?; não é verdade; incorret~; infundad~; sem fundamento; não tem planos; rejeit~; indefer~; arquiv(?:a|ou|ado|ada); anul(?:a|ou|ado~|ada~); absolv~; revog~; corrigi~; correção; retific~; retrat(?:a|ou)~; retir(?:a|ou|ado~|ada~); cancel~; descart~; refut~',
    ),
  ],
  [
    'it',
    words(
      'smenti~; neg(?:a|ano|ato|ò); fals[oaie]; non è vero; infondat~; errat~; nessun piano; respin~; rigett~; archivi(?:a|ato|ata); annull~; assol~; assolt~; revoc~; corre(?:tto|zione); rettific~; ritratt~; ritir(?:a|ato|ata); cancell~',
    ),
  ],
  [
    'nl',
    words(
      'ontken~; weerspre~; onjuist~; onwaar; niet waar; vals~; ongegrond~; geen plannen; wees[^.]{0,200} af; wijst[^.]{0,200} af; afgewezen; verwierp; verworp~; vernietig~; vrijgesproken; sprak[^.]{0,200} (?:vrij|tegen); herroep~; correctie; gecorrigeerd; rectificatie; ingetrokken; trok[^.]{0,200} in; afgeblazen; geschrapt',
    ),
  ],
  [
    'sv',
    words(
      'förneka~; dementera~; bestrid~; falsk~; inte sant; osann~; felaktig~; ogrundad~; grundlös~; inga planer; avvis~; ogilla~; avslog; avslag~; upphäv~; fri(?:ar|ade|känd~|känn~); rättelse~; korriger~; dra(?:r|git|gits)? tillbaka; drog tillbaka; återkalla~; ställ(?:er|de|ts) in',
    ),
  ],
  [
    'pl',
    words(
      'zaprzecz~; dement~; zdement~; nieprawd~; fałsz~; bezpodstawn~; nie ma planów; oddal(?:ił~|a|ono|one); odrzuc~; uchyl~; uniewinn~; sprostow~; popraw(?:k~|ił~); wycof~; odwoł(?:ał~|uje|ano); unieważn~',
    ),
  ],
  [
    'tr',
    words(
      'yalanla~; reddet~; reddedi~; inkar~; asılsız~; doğru değil~; gerçek dışı; yanlış~; iptal~; beraat~; bozdu; bozuld~; düzelt~; geri çek~; planı yok~',
    ),
  ],
  [
    'ru',
    words(
      'отриц~; опровер~; ложн~; неправд~; не соответству~; не планиру~; необоснован~; отклон~; отказал~; отмен~; оправда~; поправк~; исправ~; отозва~; отозвал~; недостоверн~',
    ),
  ],
  ['ar', /نفت|نفى|تنفي|ينفي|ونفت|ونفى|كاذب|غير صحيح|لا صحة|لا أساس|رفض|برأ|براءة|ألغ|تصحيح|تراجع|سحب/u],
  ['hi', /इनकार|इन्कार|खंडन|खारिज|ख़ारिज|गलत|ग़लत|झूठ|बेबुनियाद|बरी|रद्द|सुधार|वापस ले/u],
  [
    'id',
    words(
      '(?:mem|di)?bantah~; menampik; menepis; menyangkal; tidak benar; hoaks; keliru; salah; menolak; ditolak; membatalkan; dibatalkan; bebas; ralat; koreksi; meralat; menarik; ditarik',
    ),
  ],
  ['ja', /否定|否認|事実無根|事実ではな|虚偽|誤り|誤報|訂正|棄却|却下|退け|無罪|取り消|撤回|中止|反論/u],
  ['ko', /부인|일축|사실무근|사실이 아니|허위|거짓|오보|정정|기각|각하|무죄|취소|철회|반박|파기/u],
  [
    'zh',
    /否认|否認|辟谣|闢謠|不实|不實|不属实|不屬實|虚假|虛假|谣言|謠言|更正|驳回|駁回|撤销|撤銷|无罪|無罪|撤回|取消|败诉|敗訴|推翻/u,
  ],
]);
