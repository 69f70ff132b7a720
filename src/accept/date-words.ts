/**
 * The words of dates in the 17 languages we read best: full names, cases and abbreviations as newspapers print them.
 * Sources: Unicode CLDR 46 (`dates/calendars/gregorian`), the Levantine month names of Arabic newspapers, and the
 * abbreviations of English, German and French newsrooms. Compared folded, without the dot of an abbreviation.
 */
import { fold } from '../language/fold.ts';

const months: readonly string[] = [
  `january jan janvier janv januar jänner jän enero ene janeiro gennaio gen januari stycznia styczeń sty ocak oca
   января январь янв يناير جانفي जनवरी जन`,
  `february feb février févr fév fevr februar febrero fevereiro fev febbraio februari lutego luty lut şubat şub
   февраля февраль февр фев فبراير فيفري شباط फ़रवरी फरवरी फ़र फर`,
  `march mar mars märz mär marzo março maart mrt marca marzec mart марта март мар maret مارس آذار मार्च`,
  `april apr avril avr abril abr aprile kwietnia kwiecień kwi nisan nis апреля апрель апр أبريل إبريل ابريل أفريل نيسان
   अप्रैल अप्रै`,
  `may mai mayo maio maggio mag mei maja maj mayıs мая май مايو ماي أيار मई`,
  `june jun juin juni junio junho giugno giu czerwca czerwiec cze haziran haz июня июнь июн يونيو يونيه جوان حزيران जून`,
  `july jul juillet juil juli julio julho luglio lug lipca lipiec lip temmuz tem июля июль июл يوليو يوليه جويلية تموز
   जुलाई जुल`,
  `august aug août aou agosto ago augustus augusti sierpnia sierpień sie ağustos ağu августа август авг agustus agu agt
   أغسطس أوت آب अगस्त अग`,
  `september sep sept septembre septiembre setiembre setembro set settembre septembra września wrzesień wrz eylül eyl
   сентября сентябрь сент сен سبتمبر أيلول सितंबर सितम्बर सित`,
  `october oct octobre oktober okt octubre outubro out ottobre ott października październik paź ekim eki
   октября октябрь окт أكتوبر अक्टूबर अक्तूबर अक्टू`,
  `november nov novembre noviembre novembro listopada listopad lis kasım kas ноября ноябрь нояб ноя نوفمبر
   नवंबर नवम्बर नव`,
  `december dec décembre déc dezember dez diciembre dic dezembro dicembre desember des grudnia grudzień gru aralık ara
   декабря декабрь дек ديسمبر दिसंबर दिसम्बर दिस`,
];

const monthNumbers = new Map(
  months.flatMap((names, index) => words(names).map((name) => [name, index + 1] as const)),
);

/** @param name folded or not, with or without the dot. @returns 1 to 12 */
export function monthNumber(name: string): number | undefined {
  return monthNumbers.get(fold(name).replace(/[.॰]$/, ''));
}

/** The Levantine names of two words, as one. */
export const longMonths: Readonly<Record<string, string>> = {
  'كانون الثاني': 'يناير',
  'تشرين الأول': 'أكتوبر',
  'تشرين الاول': 'أكتوبر',
  'تشرين الثاني': 'نوفمبر',
  'كانون الأول': 'ديسمبر',
  'كانون الاول': 'ديسمبر',
};

const weekdays = new Set(
  words(`monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun
    lundi lun mardi mer mercredi jeudi jeu vendredi ven samedi sam dimanche dim
    montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so
    lunes martes mié miércoles jueves jue viernes vie sábado sáb domingo dom
    segunda terça quarta quinta sexta feira seg ter qua qui sex
    lunedì martedì mercoledì giovedì gio venerdì sabato domenica
    maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo
    måndag mån tisdag tis onsdag ons torsdag tor tors fredag fre lördag lör söndag sön
    poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु शुक्रवार शुक्र शनिवार शनि रविवार रवि
    senin selasa rabu kamis jumat sabtu minggu
    日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日 月 火 水 木 金 土
    월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일
    星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日`),
);

/** What may stand around a date on a line that is nothing but a date. */
const fillers = new Set(
  words(`published publication posted date dated on at from of first last print
    publié publiée publie paru le à a de du heure heures h min mn
    veröffentlicht erschienen am um uhr vom stand den
    publicado publicada el las los en del às as em no dia hora horas
    pubblicato pubblicata il alle ore di
    gepubliceerd geplaatst op om uur
    publicerad publicerat kl klockan den
    opublikowano data publikacji o godz godzina r dodano dnia
    yayınlanma yayınlandı tarihi tarih saat giriş
    опубликовано дата в г года
    نشر نشرت في تاريخ النشر الساعة يوم م
    प्रकाशित को बजे तारीख दिनांक पर समय
    diterbitkan tanggal pukul jam terbit pada
    公開 掲載 配信 公開日 掲載日 投稿日 発行日 日時 発行
    입력 게재 등록 송고 기사입력 승인 작성
    发布 发表 发布时间 发布于 发表于 发布日期 日期 时间 發布 發表 發布時間`),
);

/** A date behind one of these tells when a text was changed, not when it appeared. */
const changers = new Set(
  words(`updated update modified edited revised actualisé actualisée mis mise jour modifié modifiée màj maj
    aktualisiert aktualisierung geändert actualizado actualizada atualizado atualizada modificado modificada actualización
    aggiornato aggiornata aggiornamento modificato bijgewerkt laatste wijziging gewijzigd uppdaterad uppdaterat ändrad
    aktualizacja aktualizowano zmodyfikowano güncelleme güncellendi güncellenme обновлено обновлен изменено
    تحديث آخر محدث اخر अपडेट अद्यतन संशोधित diperbarui pembaruan diupdate
    更新 更新日 最終更新 수정 최종수정 업데이트 更新时间 更新于 更新時間`),
);

export function isDateFiller(word: string): boolean {
  const folded = fold(word);
  return fillers.has(folded) || weekdays.has(folded) || changers.has(folded);
}

export function tellsChange(word: string): boolean {
  return changers.has(fold(word));
}

function words(list: string): readonly string[] {
  return list.split(/\s+/).map((word) => fold(word));
}
