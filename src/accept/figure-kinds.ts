/** What a figure counts, by the words near it in 17 languages: "jobs", „Stellen“ and 명 감원 are all about staff. */
import { fold } from '../language/fold.ts';

/** A word stands for all that begin with it, with a full stop behind it for itself alone. Without spaces: anywhere. */
const nouns: Readonly<Record<string, string>> = {
  staff: `job jobs. worker employee staff. staff workforce position roles. headcount stelle arbeitspl mitarbeit beschäftigt belegschaft
    angestellt poste. postes salarié emploi effectif emplead trabajador puesto plantilla empleo funcionári trabalhador vaga. vagas emprego
    dipendent lavorator posti posto. organico baan. banen werknemer medewerker personeel arbeidspl anställd medarbetar tjänst jobb.
    pracowni etaty etatów zatrudnieni çalışan personel istihdam сотрудник работник рабочих персонал штат موظف وظيفة وظائف عامل कर्मचारी
    नौकरि karyawan pegawai pekerja 従業員 人員 社員 人削減 人を削減 직원 감원 명을_감원 임직원 人员 员工 岗位 职位`,
  people: `people person. persons persone. persone personne personas pessoas menschen personen mensen människor personer osób osoby kişi человек شخص أشخاص लोग orang. 人(?![员員削口]) 명(?!령)`,
  dead: `dead. dead killed kill deaths fatalit tote. toten. todesopfer getötet morts. mort. tués. tuées. muert fallecid mortos. mortes mortas morti. vittim
    doden. omgekomen dödsoffer döda. ofiar zabit öldü ölü. погиб قتيل قتلى मौत मारे tewas meninggal 死者 死亡 사망 遇难`,
  injured: `injur wounded hurt. verletzt blessé herid ferid ferit gewond skadad skadade rannych yaral ранен घायल جريح جرحى جريحا terluka luka 負傷 けが 부상 受伤`,
  customers: `customer user users. patient. patients. account accounts. subscriber passenger kund kunden. nutzer konten client abonné comptes
    usager cliente usuari cuenta paciente contas utente utenti abbonat klant gebruiker klien użytkownik абонент клиент пользовател müşteri kullanıc
    عميل عملاء مستخدم ग्राहक उपयोगकर्ता pelanggan pengguna 顧客 利用者 会員 고객 이용자 회원 用户 客户`,
  vehicles: `vehicle cars. car. trucks. suvs. fahrzeug autos. auto. véhicule voiture vehículo coche veículo carro veicol bilar fordon samochod pojazd araç автомобил машин
    سيارة مركبة वाहन mobil kendaraan 車両 台(?![币幣湾灣]) 차량 대를 辆`,
  revenue: `revenue sales. sales turnover umsatz chiffre_d'affaires ventes ingresos ventas receita faturamento ricavi fatturato omzet omsättning intäkt przychod hasılat
    gelir. выручк إيرادات राजस्व pendapatan 売上 매출 营收 收入`,
  profit: `profit income. earnings. gewinn bénéfice profit beneficio ganancia lucro utile. utili. winst vinst zysk kar. karı прибыл ربح أرباح मुनाफ laba keuntungan 利益 이익 利润`,
  valuation: `valu bewert valoris valora valuation avalia valutazion waarde värder wyceni değerleme оцен تقييم मूल्यांकन valuasi 評価 기업가치 估值`,
  shares: `shares_ share_ stock aktie action. actions. acciones ações. azioni aandeel hisse акци سهم أسهم शेयर saham 株価 株 주가 股价 股份`,
  pay: `pay. wage wages. salar lohn löhne gehalt salaire nómina stipendi loon. lön. löner płac zam. зарплат أجور वेतन upah gaji 賃金 임금 기본급 工资`,
  price: `price prices. preis prix precio preço prezz prijs pris. priser cen. ceny fiyat цен سعر أسعار कीमत harga 価格 値上げ 가격 价格`,
};

/** Whose employees these are altogether: not what the news is about. */
const wholeStaff =
  /(?:employ(?:s|ed|ing)|has|have|had|of its|of the|workforce of|beschäftigt|zählt|emploie|compte|emplea|tiene|emprega|tem|impiega|conta|telt|heeft|sysselsätter|har|zatrudnia|istihdam|насчитыва|работа(?:ет|ют))(?:\s+\p{L}+){0,3}\s*$/iu;

export interface FigureKind {
  readonly kind: string;
  /** UTF-16 offsets in the text that was searched. */
  readonly start: number;
  readonly end: number;
}

/** All kinds named in a text, in its order. Offsets hold for texts whose folding keeps their length; else roughly. */
export function figureKindsIn(text: string): readonly FigureKind[] {
  return [...foldedInPlace(text).matchAll(pattern)].flatMap((met) =>
    Object.entries(met.groups ?? {}).flatMap(([kind, written]) =>
      written === undefined
        ? []
        : [{ kind: kind.replace('_', ''), start: met.index, end: met.index + met[0].length }],
    ),
  );
}

/** Whether what stands before a number of people says that these are all there are. */
export function countsWholeStaff(before: string): boolean {
  return wholeStaff.test(before);
}

/** Character for character, so that offsets stay: what folds to more than one is left. */
function foldedInPlace(text: string): string {
  return Array.from(text.normalize('NFC'), (one) => {
    const folded = fold(one);
    return folded.length === one.length ? folded : one.toLowerCase().slice(0, one.length).padEnd(one.length);
  }).join('');
}

const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/**
 * Every class of letters is a table of hundreds of ranges: it stands once for all words of a kind, not in each of them,
 * which took 100 MB to compile.
 */
const pattern = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:ال)?(?:${kindsOf(spacedForms)})`,
    kindsOf((forms) => forms.filter((form) => unspaced.test(form)).join('|'), '_'),
  ].join('|'),
  'gu',
);

/** @param mark keeps names apart, of which a pattern may have each but once */
function kindsOf(patternOf: (forms: readonly string[]) => string, mark = ''): string {
  return Object.entries(nouns)
    .flatMap(([kind, words]) => {
      const forms = words
        .trim()
        .split(/\s+/)
        .map((word) => foldedInPlace(word.replaceAll('_', ' ')));
      const alternatives = patternOf(forms);
      return alternatives === '' ? [] : [`(?<${kind}${mark}>${alternatives})`];
    })
    .join('|');
}

function spacedForms(forms: readonly string[]): string {
  const spaced = forms.filter((form) => !unspaced.test(form));
  const begun = spaced.filter((form) => !form.endsWith('.'));
  const whole = spaced.filter((form) => form.endsWith('.')).map((form) => form.slice(0, -1));
  return [
    ...(begun.length === 0 ? [] : [`(?:${begun.join('|')})[\\p{L}\\p{M}]*`]),
    ...(whole.length === 0 ? [] : [`(?:${whole.join('|')})(?![\\p{L}\\p{M}])`]),
  ].join('|');
}
