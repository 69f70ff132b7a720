import type { LexiconEntry } from './entry.ts';

/**
 * Words by which it is said that something did not or will not happen. They are no meaning anybody subscribes to: they
 * decide whether "layoffs" tells of layoffs. Notation: `entry.ts`; a form behind `-` says something else ("not only",
 * "did not rule out") and keeps the words in it from denying.
 */
const saidOtherwise = {
  en: '-not/t/never/cannot/nor/neither rule/ruling/ruled out; -not/t/cannot/never/nor be ruled out; -not/t/never/nor/neither deny; -nothing to deny; -deny … not/knowing/wrongdoing; -not … only; -not/t/without … how many; -not long/far/before/after; -no later; -no sooner; -no time',
  fr: '-n exclut/excluent/exclure/exclu pas; -exclut/excluent/exclure/exclu pas; -ne pas exclure; -n … pas exclu; -pas … seulement; -n est pas exclu; -ne … dément/démentent/nie/nient pas; -ne … pas démenti; -ni confirmé ni démenti; -ne … que; -n … que; -sans que',
  de: '-nicht ausgeschlossen/auszuschließen/ausschließen; -schließt … nicht aus; -schließen … nicht aus; -nicht … nur; -weder bestätigt noch dementiert; -kein/keine Angaben/Zweifel/Wunder/Geheimnis/Ende/Überraschung; -nicht dementiert/bestritten; -dementiert/bestreitet nicht',
  es: '-no … descarta/descartan/descartó/descartar/descartado/descartada/descartados; -no … solo/sólo/solamente/únicamente; -no … niega/niegan/negó/desmiente/desmintió; -no obstante; -ni confirma ni desmiente; -sin embargo; -no hay duda; -no … cuántos/cuántas',
  pt: '-não … descarta/descartam/descartou/descartar/descartada/descartado; -não … só/apenas/somente; -não … nega/negou/desmente/desmentiu; -nem confirma nem nega; -não há dúvida; -não … quantos/quantas',
  it: '-non … esclude/escludono/escludere/escluso/esclusa/esclusi; -non … solo/soltanto/solamente; -non … smentisce/smentito/nega/negato; -né conferma né smentisce; -non … quanti/quante; -non a caso; -senza che',
  nl: '-niet uitgesloten/uitsluiten/uit_te_sluiten; -sluit … niet uit; -sluiten … niet uit; -niet … alleen/enkel; -ontkent/ontkennen niet; -noch bevestigd noch ontkend; -geen wonder/twijfel/einde/verrassing',
  sv: '-utesluter/utesluta/uteslutet/utesluts inte; -inte utesluta/uteslutet/uteslutas; -inte … bara/endast/enbart; -förnekar/dementerar inte; -varken bekräftar eller; -ingen överraskning/tvekan; -inte … hur många',
  pl: '-nie … wyklucz*; -nie … tylko/jedynie; -nie … zaprzecz*; -nie … ile/ilu; -ani nie potwierdz*',
  tr: '-sadece/yalnızca … değil; -göz ardı; -yalanlamadı; -reddetmedi; -dava/davasını/davayı/davaları/davanın/başvurusunu/talebini/itirazını/temyiz … reddet*; -dışla* … değil; -inkar etme*; -ne … yalanla*; -kaç … açıklanma*; -yok sat*; -yok et*; -şüphe yok',
  ru: '-не … исключ*; -не … только/просто/единственн*; -не … отриц*; -не … опровер*; -не … сколько; -ни подтверд*; -нет сомнени*',
  ar: '-لا/لم/ولا/ولم/لن … تستبعد/يستبعد/يستبعدون; -لا/لم/ولم … تنف/ينف/تنفي/ينفي; -ليس/ليست/لا/لم … فقط; -لم/ولم/دون … عدد; -لا شك; -لا يزال/تزال/تزل/يزل',
  hi: '-सिर्फ/केवल/महज … नहीं; -न केवल/सिर्फ; -इनकार/खंडन/खारिज … नहीं; -याचिका/याचिकाएं/अपील/मुकदमा/मुकदमे/केस/दलील/दलीलें/अर्जी … खारिज; -नहीं बताया/बताई/बताए/कहा/पता/स्पष्ट; -कोई शक नहीं; -संभावना से इनकार',
  id: '-tidak/tak/bukan … hanya/sekadar; -tidak/tak … menutup/mengesampingkan/membantah/menampik/menyangkal; -tidak/tak/tanpa … berapa; -tidak … membenarkan',
  ja: '-だけでは/のみでは ない; -だけでなく; -のみならず; -否定 … ない; -否定せず; -否定しな; -否定でき; -明らかにして いない; -公表して いない; -しかない; -しない限り; -に違いない; -かねない; -かもしれない; -否定的',
  ko: '-뿐* 아니*; -배제* … 않*; -배제* … 없*; -부인* … 않*; -밝히* … 않*; -공개* … 않*; -알려* … 않*; -피할 수 없*; -불가피*; -다름없*; -다름 없*; -할 수밖에 없*; -어쩔 수 없*; -틀림없*',
  zh: '-不排除; -无法排除; -無法排除; -不能排除; -没有排除; -沒有排除; -未排除; -不否认; -不否認; -没有否认; -沒有否認; -未否认; -没有透露; -沒有透露; -没有公布; -沒有公布; -没有披露; -没有说明; -没有回应; -沒有回應; -不会只; -不會只; -否认罪; -有没有; -有沒有',
} as const;

type Language = keyof typeof saidOtherwise;

function cue(id: string, forms: Partial<Readonly<Record<Language, string>>>): LexiconEntry {
  const masked = Object.entries(forms).map(([language, own]): [string, string] => [
    language,
    `${own}; ${saidOtherwise[language as Language]}`,
  ]);
  return { id, name: id, kind: 'concept', forms: Object.fromEntries(masked) };
}

/** Denies what follows in its clause, or in the clause it opens: "has no plans to …", "denies that …". */
export const deniesNext = cue('+denies-next', {
  en: 'not/t in talks/discussions/negotiations; not/t negotiating; never been/held in/any talks/discussions; not/t hold/holding/having any talks/discussions/negotiations; no talks/discussions/negotiations … about/on/over/to; not for sale; deny; denial of/that; no plan/intention/intent/need/desire; no current/immediate/present/further plan; not/t/never plan/consider/expect/intend/seek/contemplate/envisage/anticipate/foresee/mull/weigh/pursue/explore; not/t … interested/looking/going/aiming/thinking/working; !not/t/cannot/nor rule out; dismiss/reject/refute/rebut/quash/scotch … report/rumour/rumor/claim/speculation/suggestion/talk/allegation/notion/idea; no truth; there is/are/were/was no; there will/would be no; pledge/promise/vow/swear not/no; decide/opt/choose/elect not/against; untrue that; far from; false report/claim/rumour/rumor of',
  fr: "pas/plus en/de discussion/discussions/négociation/négociations/pourparlers; aucune/aucun négociation/négociations/discussion/discussions/pourparlers … sur/pour/en_vue; ne négocie/négocient pas; n'est pas à vendre; dément/démentent/démentir/démenti/démentant/nie/nient/nier/réfute/réfutent/réfuter; !n exclut/excluent/exclure; écarte/écartent/écarter; assure/promet … ne … pas; aucun projet/plan/intention/raison/risque; aucune intention/raison; pas l'intention; pas de projet; pas question; pas prévu; pas prévoir; n'envisage/envisagent/envisageait pas; ne prévoit/prévoient/compte/comptent/souhaite/veut/prévoyait pas; il n'y aura pas; il n'y a pas; sans recourir/procéder",
  de: 'nicht in Gesprächen/Verhandlungen; keine/keinerlei Gespräche/Verhandlungen … über/zu; verhandelt/verhandle/verhandeln nicht; nicht zum Verkauf; dementiert/dementieren/dementierte/bestreitet/bestreiten/bestritt; keine Pläne/Absicht/Absichten; plant/planen/plane/erwägt/erwägen/sieht/will/wolle/beabsichtigt kein/keine/keinen/keinerlei; plant/planen/erwägt/beabsichtigt/denkt … nicht; wird/werde/soll/solle es kein/keine/keinen; gibt/gebe es kein/keine/keinen; schließt/schließen/schloss … aus; weist/wies/weisen … zurück; verzichtet/verzichten auf; statt',
  es: 'no está/están/estaba en conversaciones/negociaciones/tratos; no hay/existen/mantiene/mantienen conversaciones/negociaciones … para/sobre; no negocia/negocian; niega/niegan/negó/negaron/negar/desmiente/desmienten/desmintió/desmintieron/desmentir; !no descarta/descartan/descartó/descartaron/descartar; no prevé/prevén/planea/planean/contempla/contemplan/piensa/baraja/barajan/estudia/considera; no tiene/tienen planes/previsto/intención/pensado; no habrá; no hay; sin planes; ningún plan; rechaza/rechazó … rumores/informaciones; en lugar de',
  pt: 'não está/estão/estava em negociação/negociações/conversas/conversações; não há/existem/mantém negociações/conversas … para/sobre; não negocia/negociam; nega/negam/negou/negaram/negar/desmente/desmentem/desmentiu/desmentir/refuta; !não descarta/descartam/descartou/descartar; afasta/afastou; não prevê/preveem/planeja/planejam/planeia/pretende/pretendem/cogita/estuda/considera; não tem/têm planos/intenção/previsto/previsão; não haverá; não há; sem planos; nenhum plano; rejeita/rejeitou … rumores; em vez de',
  it: 'non è/sono/era in trattativa/trattative; nessuna trattativa … per/su/sulla; non ci sono/è trattative/trattativa; non ha in_corso/avviato trattative; smentisce/smentiscono/smentire/smentita/smentito/nega/negano/negare; !non esclude/escludono/escludere; non prevede/prevedono/intende/intendono/pianifica/valuta; non ha/hanno in programma/piani/intenzione; non ci sono/saranno; nessun piano/progetto/intenzione; nessuna intenzione; respinge … voci; invece di',
  nl: 'niet in gesprek/onderhandeling; geen gesprekken/onderhandelingen … over; onderhandelt/onderhandelen niet; ontkent/ontkennen/ontkende/weerspreekt/weerspreken; geen plannen/intentie/reden/sprake; niet van plan; overweegt/overwegen/plant/verwacht geen; komen/komt/zijn/is er geen; sluit/sluiten/sloot … uit; spreekt/spreken/sprak … tegen; wijst … van de hand',
  sv: 'inga samtal/förhandlingar/diskussioner … om; förhandlar inte; inte i samtal/förhandlingar; inte till salu; förnekar/förnekade/dementerar/dementerade/avfärdar/avfärdade/tillbakavisar; utesluter !inte; inga planer; planerar/överväger/räknar/väntar inte/inga/ingen; har inga planer; blir det inga/ingen; det blir inga/ingen; det finns inga; avstår från; i stället för',
  pl: 'nie prowadz* … rozm*; nie negocj*; nie są/jest prowadz* rozm*; zaprzecz*; zdementowa*; dementuj*; !nie wyklucz*; nie planuj*/zamierz*/przewiduj*/rozważ*/będzie; nie ma/mają planów/zamiaru; brak planów; bez planów; odrzuc* … pogłosk*; zamiast',
  ru: 'не ведет/ведут/вел/вела/вели … переговор*; не вед* … переговор*; переговор* не вед*; отриц*; опровер*; !не исключил*/исключает/исключают; не планир*/намер*/собира*/будет/будут/рассматрива*/ожида*/предполага*; нет планов/намерени*; отказал* от; отверг*; вместо',
  ar: 'لا/ولا/لم/ولم تجري/يجري/تجر/يجر/تخوض/يخوض/تخض/تتفاوض/يتفاوض; لا توجد محادثات/مفاوضات; تنفي/ينفي/نفت/نفى/نفيه/نفيها/تنكر/ينكر/أنكرت; !لا/لم/ولا تستبعد/يستبعد/استبعدت/استبعد; لا/ولا تعتزم/يعتزم/تنوي/ينوي/تخطط/يخطط/تدرس/تتوقع/توجد/يوجد; لا/ولا خطط/نية/خطة; لن يكون/تكون; عدم وجود; عدم نيتها',
  id: 'tidak/tak sedang/lagi bernegosiasi/berunding; tidak/tak … dalam pembicaraan/negosiasi/perundingan; tidak/tak ada pembicaraan/negosiasi/perundingan; tidak/tak bernegosiasi/berunding; bantah; membantah; menampik; menepis; menyangkal; !tidak mengesampingkan; tidak/tak berencana/berniat/mempertimbangkan; tidak/tak/belum ada rencana; tanpa rencana',
  hi: 'बिना किसी',
  zh: '没有 …12 谈判/洽谈/磋商/商谈; 沒有 …12 談判/洽談/磋商/商談; 未 …12 谈判/洽谈/磋商/談判/洽談; 不在 …10 谈判/洽谈/談判/洽談; 否认; 否認; 辟谣; 闢謠; !不/能/法 排除; 没有计划; 沒有計劃; 没有打算; 无计划; 暂无; 暫無; 并无; 並無; 无意; 無意; 不打算; 不计划; 不計劃; 不考虑; 不考慮; 不会有; 不會有; 没有任何; 沒有任何; 放弃; 放棄',
});

/** Denies the word behind it, or the second: "will not cut", "no layoffs". */
export const notNext = cue('+not-next', {
  en: 'not !only/just/merely/simply/say/disclose/specify/reveal/confirm/comment/mention/rule/know/clear/yet/immediately/alone/because/until/stop/prevent/surprising/least; never; isn/aren/wasn/weren/won/wouldn/don/doesn/didn/hasn/haven/hadn/couldn/shouldn t !only/just/say/disclose/specify/reveal/confirm/comment/rule/stop/prevent/know/yet; cannot !rule/stop/prevent; no !fewer/less/surprise/wonder/doubt/matter/stranger/longer/secret/end/relief/stop/one; nobody/no_one !knows/knew/is/was/will/has/had; nobody/no_one is/was/gets/got/will_be/has_been/had_been/will; no/none_of … employee/worker/staff/staffer/job/position/role is/are/was/were/gets/will_be/has_been/have_been/had_been; without !say/specify/disclose/warn/notice/explain/give; neither; nor; instead of; rather than',
  fr: 'pas !seulement/uniquement/que/dit/précisé/exclu/exclure/encore/confirmé/commenté/moins/mal; sans !préciser/dire/compter/attendre/précision/doute/surprise/donner; aucun; aucune; ni; jamais; zéro; ne/n … pas/aucun/aucune/jamais; personne n/ne a/est/sera/va/perd/perdra; personne n/ne a été',
  de: 'kein !Angaben/Wunder/Zweifel/Geheimnis/Ende/Kommentar; keine !Angaben/Zweifel/Überraschung; keinen !Kommentar/Zweifel; keinem; keiner; keinerlei; ohne !Angabe/Zweifel/Vorwarnung/Kommentar; nicht !nur/bekannt/allein/zuletzt/einmal/auszuschließen/ausgeschlossen/bestätigt; niemals; weder; niemand wird/wurde/werde/ist/soll/muss/verliert; noch_keine',
  es: 'no !solo/sólo/solamente/únicamente/descarta/descartar/descartó/dijo/precisó/reveló/detalló/todavía/obstante; sin !precisar/decir/embargo/especificar/detallar/concretar/contar/duda/previo; ningún; ninguna; nadie será/fue/es/pierde/perderá; nadie ha sido; ni; nunca; jamás; tampoco; cero',
  pt: 'não !só/apenas/somente/descarta/descartou/disse/informou/revelou/divulgou/detalhou/ainda; sem !informar/dizer/revelar/detalhar/contar/dúvida/aviso; nenhum; nenhuma; ninguém será/foi/é/perde/perderá; ninguém vai ser; nem; nunca; jamais; zero',
  it: 'non !solo/soltanto/solamente/esclude/escludere/escluso/dice/precisa/ancora/a; senza !precisare/dire/specificare/contare/dubbio/preavviso; nessun; nessuna; nessuno; nessuno è/sarà/verrà/viene/perde/perderà; nessuno è stato; né; mai; zero',
  nl: 'geen !wonder/twijfel/commentaar/verrassing/einde; niet !alleen/enkel/slechts/uitgesloten/bekend/zeggen/bevestigd; zonder !dat/twijfel/waarschuwing/commentaar; noch; nooit; nul; niemand wordt/werd/is/zal/verliest',
  sv: 'inte !bara/endast/enbart/utesluta/säga/kommentera/uteslutet/minst; inga; ingen !överraskning/tvekan; inget; utan !att/tvekan/förvarning; varken; aldrig; slipper; noll',
  pl: 'nie !tylko/jedynie/wyklucza/wykluczają/podał/podała/podano/ujawnił/ujawniła/powiedział/wiadomo/potwierdz*; bez !podawania/podania/wątpienia; żadn*; ani; nigdy; zero',
  tr: 'hiçbir; ne',
  ru: 'не !только/исключает/исключают/исключено/исключил/исключила/сообщ*/уточн*/раскр*/комментир*/назва*/просто/единственн*; без !учета/уточнения/объяснения/предупреждения; ни; никак*; никогда; нет',
  ar: 'لا !يستبعد/تستبعد/شك/يزال/تزال; ولا; لن; ولن; لم !يستبعد/تستبعد/تذكر/يذكر/تكشف/يكشف/تحدد/يحدد/تفصح/يفصح/يؤكد/تؤكد/يزل/تزل; بدون; دون !ذكر/تحديد/الكشف/أن/توضيح; عدم; وعدم',
  id: 'tidak !hanya/menutup/mengesampingkan/menyebut/menyebutkan/merinci/mengungkap/mengungkapkan; tidak/tak akan; tak !hanya/menutup; tanpa !menyebut/menyebutkan/merinci/mengungkap; bukan !hanya/sekadar; nol',
  hi: 'बिना !बताए/कहे; कोई',
  ja: 'ノー; 非; ゼロ',
  ko: '無; 노; 무',
  zh: '不会; 不會; 不将; 不將; 没有; 沒有; 并未; 並未; 未有; 绝不; 絕不; 从未; 從未; 从不; 不裁; 零; 并不; 並不; 不是; 并非; 並非; 不再; 避免; 不必; 无需; 無需',
});

/** Denies what it follows in the sentence: "… are not planned", "人員削減は考えていない". */
export const deniesBefore = cue('+denies-before', {
  en: 'not … planned/expected/considered/happening/imminent/foreseen/intended/contemplated/scheduled/anticipated/envisaged; aren/isn/weren/wasn t … planned/expected/considered/happening/imminent/foreseen/scheduled/coming; !not off the table; not on the/its cards/agenda/table; !not is/are/was/were/been/be ruled out; is/are/was/were/been denied; untrue; unfounded; baseless; not true; did not happen/occur; not take place; unlikely to happen',
  fr: "pas prévu/envisagé/programmé/question/nécessaire; pas à l'ordre du jour; pas d'actualité; !pas exclu; n'aura/auront pas lieu; démenti/démentis/démentie/démenties; infondé/infondée/infondées; sans fondement; écarté/écartés/écartée",
  de: 'nicht geplant/vorgesehen/notwendig/nötig/beabsichtigt/erwartet/angedacht; !nicht ausgeschlossen; vom Tisch; nicht geben; gibt/gebe/wird/werde es nicht; kein Thema; nicht auf der Tagesordnung; dementiert; aus der Luft gegriffen; nicht wahr',
  es: 'no … previsto/prevista/previstos/previstas/planeado; !no descartado/descartada/descartados/descartadas; no … producirá/producirán/ocurrirá; desmentido/desmentida; infundado/infundados; no está/están sobre la mesa',
  pt: 'não … previsto/prevista/previstos/previstas/planejado/planejada; !não descartado/descartada/descartados/descartadas; não … acontecer/ocorrer; desmentido/desmentida; infundado/infundados; não está/estão nos planos',
  it: 'non … previsto/prevista/previsti/previste/programmato/programmati; !non escluso/esclusa/esclusi/escluse; smentito/smentita/smentiti; infondate/infondata; non … ci sarà/saranno',
  nl: 'niet gepland/aan_de_orde/voorzien/nodig/verwacht; van de baan; !niet uitgesloten; niet doorgaan/door; komen/komt er niet; ontkend; niet waar; onzin',
  sv: 'inte aktuellt/aktuella/aktuell/planerade/planerat/planerad/planeras/nödvändigt/nödvändiga; !inte utesluts/uteslutet; blir det inte; blir inte av; dementeras; grundlös/grundlösa',
  pl: 'nie są/jest planowan*; nie planuj*; nie planowan*; nie będzie; !nie wykluczon*; nie wchodz* w grę; zdementowa*; nie ma; nieprawdziw*; bezpodstawn*',
  tr: 'görüşme*/müzakere* yapmıyor/yürütmüyor/yapmadı*/yürütmedi*/yok; görüşme*/müzakere* … yürütmediğini/yapmadığını/olmadığını; planı/planımız/planları/niyeti/niyetimiz yok; plan* olmadığını; olmayacak*; yapılmayacak*; yapmayacak*; çıkarmayacak*; çıkarılmayacak*; çıkarmayaca*; çıkarmıyor*; çıkarmadı*; almayacak*; almıyor*; satmayacak*; satılmayacak*; kapatmayacak*; artırmayacak*; gitmeyecek*; azaltmayacak*; devralmayacak*; çıkmayacak*; planlanmıyor; planlamıyor; planlamadığını; beklenmiyor; düşünülmüyor; düşünmüyor; söz konusu değil; gündem* … değil; doğru değil; yalanla*; reddet*; reddediyor; reddedi; asılsız; gelmeyecek*; vermeyecek*; gerçek dışı',
  ru: 'не планир*/предусмотрен*/ожида*/будет/будут/рассматрива*/предвид*; не состо*; !не исключен*; опроверг*; отриц*; не соответству*',
  ar: 'غير مطروح/مطروحة/وارد/واردة/صحيح/صحيحة/مخطط; لا أساس; لن يحدث/تحدث/يتم/تتم; لا صحة; !غير مستبعد',
  hi: 'बातचीत/चर्चा/वार्ता नहीं; बातचीत/चर्चा/वार्ता … नहीं_कर/नहीं_चल/नहीं_हो; योजना/इरादा/विचार नहीं; नहीं होगी/होगा/होंगे/करेगी/करेंगे/करेगा/जाएगी; इनकार; इन्कार; खंडन; खारिज; गलत; बेबुनियाद',
  id: 'tidak benar/direncanakan/dipertimbangkan/terjadi; dibantah; hoaks; dibatalkan',
  ja: '協議 …3 していない; 交渉 …3 していない; 協議の事実は; 交渉の事実は; 予定はない; 計画はない; 考えはない; 方針はない; 事実はない; つもりはない; 考えていない; 検討していない; 計画していない; 予定していない; しない方針; 行わない; を否定; も否定; は否定; 説否定; を否認; を打ち消; 事実無根; 回避',
  ko: '협상*/논의*/협의* … 있지 않*; 협상*/논의*/협의* … 아니*; 협상*/논의*/협의* 없*; 계획* 없*; 예정* 없*; 방침* 없*; 생각* 없*; 의사* 없*; 검토* 않*; 부인*; 일축*; 사실무근*; 사실* 아니*; 반박*',
  zh: '不实; 不實; 不属实; 不屬實; 谣言; 謠言; 子虚乌有; 子虛烏有; 不存在; 没有计划; 沒有計劃; 并无此事; 並無此事; 不会发生; 不會發生; 遭否认; 遭否認; 被否认; 被否認',
});

/** Denies the word in front of it, or the last but one: "人員削減はない", "해고 없다". */
export const notBefore = cue('+not-before', {
  de: 'nicht !nur/bekannt/allein/zuletzt/einmal/ausgeschlossen/auszuschließen/bestätigt',
  nl: 'niet !alleen/enkel/slechts/uitgesloten/bekend/bevestigd',
  sv: 'inte !bara/endast/enbart/uteslutet/uteslutna',
  pl: 'nie będzie/ma/nastąpi',
  tr: 'yok; yoktur; yok dedi; değil; olmadığını',
  ru: 'нет; не !только/исключ*',
  hi: 'नहीं',
  id: 'tidak ada; tak ada; tidak akan',
  ja: 'はない; がない; もない; なし; しない; せず; しません; はありません; ではない; していない; されない',
  ko: '없다*; 없을*; 없이; 없음; 없어*; 않는다*; 않기로; 않을*; 않아*; 않겠다*; 않았다*; 않는*; 아니다*; 아니라*; 안 한다*',
});
