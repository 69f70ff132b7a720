import type { LexiconEntry } from './entry.ts';

/**
 * Words that show something to be told as background: long past, or only named beside what the article is about. They
 * are no meaning anybody subscribes to. Notation: `entry.ts`.
 */
export const past: LexiconEntry = {
  id: '+past',
  name: '+past',
  kind: 'concept',
  forms: {
    en: '!than/from/with/over/to/of =last =year; =earlier this year/month; =years/=months =after/=ago/=earlier; a year ago; year/month/weeks =earlier !than; =previously; in the past; already … last; following =last; in recent years; =since then; two years after; =formerly; =last spring/summer/autumn/fall/winter/month',
    fr: "l'an dernier; l'année dernière; il y a … an/ans/mois; l'an passé; l'année passée; auparavant; par le passé; ans après; mois après; avait déjà; le mois dernier; ces dernières années",
    de: '!gegenüber im vergangenen Jahr; im letzten Jahr; voriges Jahr; vor … Jahr/Jahren/Monaten; Jahre nach; Monate nach; bereits zuvor; zuletzt schon; letztes Jahr; Anfang des Jahres; in den vergangenen Jahren; bereits … vergangenen; im Vorjahr; nach Entlassungswelle',
    es: 'el año pasado; hace … años/año/meses; el pasado año; años después; meses después; anteriormente; en años anteriores; el mes pasado; años antes',
    pt: 'no ano passado; há … anos/ano/meses; ano passado; anos depois; meses depois; anteriormente; no passado; no mês passado; anos antes',
    it: "l'anno scorso; lo scorso anno; anni fa; mesi fa; un anno fa; anni dopo; mesi dopo; in passato; in precedenza; il mese scorso; anni prima",
    nl: 'vorig jaar; jaar geleden; maanden geleden; jaar na; eerder dit jaar; jaren geleden; in het verleden; vorige maand; jaar eerder; al eerder',
    sv: 'förra året; i fjol; för … år sedan; år efter; månader efter; tidigare i år; förra månaden; år sedan; sedan tidigare; ifjol',
    pl: 'w zeszłym roku; w ubiegłym roku; rok temu; lata temu; lat temu; miesięcy temu; lata po; miesięcy po; wcześniej w tym roku; w przeszłości; rok wcześniej; lat po',
    tr: 'geçen yıl; geçtiğimiz yıl; yıl önce; ay önce; yıl sonra; daha önce; geçen ay; geçmişte',
    ru: 'в прошлом году; год назад; года назад; лет назад; месяц* назад; года после; лет после; ранее в этом году; в прошлом; годом ранее; через … после',
    ar: 'العام الماضي; السنة الماضية; قبل عام; قبل عامين; قبل سنوات; بعد عام من; بعد عامين من; سابقا; في الماضي; الشهر الماضي; منذ عام; منذ عامين',
    hi: 'पिछले साल; पिछले वर्ष; साल पहले; साल बाद; महीने पहले; बीते साल; पिछले महीने; गत वर्ष',
    id: 'tahun lalu; tahun silam; bulan lalu; tahun setelah; sebelumnya; beberapa tahun lalu; tahun sebelumnya; tahun kemarin',
    ja: '昨年; 去年; 年前; 前年に; か月前; カ月前; ヶ月前; 年後; かつて; 過去に; 以前; 一昨年',
    ko: '지난해*; 작년*; 년 전*; 개월 전*; 지난 해*; 년 만에*; 앞서*; 재작년*; 전년*',
    zh: '去年; 年前; 前年; 此前; 个月前; 個月前; 年后; 年後; 早些时候; 过去几年; 曾在; 曾于',
  },
};

export const passing: LexiconEntry = {
  id: '+passing',
  name: '+passing',
  kind: 'concept',
  forms: {
    en: 'former/formerly/ex/=previously/veteran/alumni/alumnus/ex-employee; rival/rivals/competitor/competitors/peers !of; such as; compete/competes/competing with; unlike; similar to; =worked at/for; backed by; compared with/to; =founded by; like !to/this/that/it; alternative to',
    fr: 'ancien/ancienne/anciens/anciennes/ex; rival/rivaux/concurrent/concurrents; tels que; telles que; comme; à l’instar de; face à; passé par; passée par; contrairement à; comparé à',
    de: 'ehemalig*/frühere/früherer/früheren/Ex; Rivale/Rivalen/Konkurrent/Konkurrenten/Wettbewerber; wie etwa; wie; ähnlich wie; anders als; im Vergleich zu',
    es: 'antiguo/antigua/exdirectivo/exempleado/ex/exdirectiva; rival/rivales/competidor/competidores; como; tales como; a diferencia de',
    pt: 'ex/antigo/antiga/ex-funcionário/ex-executivo; rival/rivais/concorrente/concorrentes; como; tais como; ao contrário de',
    it: 'ex; rivale/rivali/concorrente/concorrenti; come; a differenza di',
    nl: 'voormalig*/ex/oud; rivaal/rivalen/concurrent/concurrenten; zoals; in tegenstelling tot; vergeleken met; net als',
    sv: 'tidigare/förre/före/detta/ex; rival*/konkurrent*; såsom; till skillnad från; liksom; jämfört med',
    pl: 'był*/dawn*/ex/byłego/byłym; rywal*/konkurent*; taki* jak; jak; w przeciwieństwie do; podobnie jak',
    tr: 'eski; rakip*/rakib*; gibi',
    ru: 'бывш*/экс; конкурент*/соперник*; таки* как; вроде; в отличие от; наподобие',
    ar: 'سابق/السابق/سابقا; منافس/منافسين/منافسيها/منافسة; مثل; على غرار',
    hi: 'पूर्व; प्रतिद्वंद्वी/प्रतिद्वंद्वियों; जैसी; जैसे; जैसा; की तरह',
    id: 'mantan; pesaing/saingan/kompetitor; seperti; berbeda dengan',
    ja: '元; 競合; などの; 出身; をはじめ; ライバル',
    ko: '전직; 출신; 경쟁사; 경쟁업체; 등과; 출신이*; 대항마*',
    zh: '前; 曾任; 竞争对手; 競爭對手; 对手; 例如; 比如; 诸如; 出身',
  },
};
