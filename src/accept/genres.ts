/**
 * What kind of report a title announces where it is not news: an opinion, a review, a round-up of many events. It tells
 * no event, however much it shares with those that do.
 */
import { fold } from '../language/fold.ts';

export type Genre = 'opinion' | 'review' | 'round-up';

export function genreOf(title: string): Genre | undefined {
  const folded = fold(title);
  return genres.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Before a mark, at the head of the title: "Opinion: …", "【社説】…". Words with `_` for a space. */
const opinions = `opinion comment commentary editorial op-ed viewpoint column kommentar meinung leitartikel kolumne glosse
  gastbeitrag tribune chronique édito éditorial billet opinión columna tribuna opinião coluna editoriale commento opinie
  commentaar ledare krönika debatt komentarz opinia felieton yorum köşe_yazısı мнение колонка комментарий رأي مقال राय
  संपादकीय opini kolom tajuk 社説 コラム オピニオン 评论 社评 社论 观点 사설 칼럼 오피니언 기고`;
/** Before a colon or a dash, anywhere. "Completes its safety review" is news. */
const reviews = `review hands-on im_test testbericht kurztest prise_en_main análisis reseña recensione recensie recenzja
  inceleme обзор مراجعة रिव्यू ulasan レビュー 评测 测评 리뷰`;
/** Anywhere. */
const roundUps = `the_week_in week_in_review weekly_round-up weekly_roundup weekly_recap round-up: roundup: live_blog
  liveblog live_updates as_it_happened everything_announced everything_we_know rounds_this_week deals_this_week
  wochenrückblick die_woche_in rückblick_der_woche retenir_de_la_semaine récap_de_la_semaine actu_de_la_semaine
  resumen_de_la_semana resumen_semanal resumo_da_semana riassunto_della_settimana weekoverzicht veckans_nyheter
  podsumowanie_tygodnia haftanın_özeti итоги_недели 今週のまとめ 一周要闻 一周回顾 周报 한_주_요약`;

const genres: ReadonlyArray<readonly [Genre, RegExp]> = [
  [
    'opinion',
    new RegExp(`^[\\[【(「]?(?:${anyOf(opinions)})(?:\\s?[\\]】)」:：|/]|[.]\\s|\\s[–—-]\\s)`, 'u'),
  ],
  ['review', new RegExp(`^test\\s?:|(?<![\\p{L}\\p{N}])(?:${anyOf(reviews)})(?:\\s?[:：–—】]|\\s-\\s)`, 'u')],
  ['round-up', new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(roundUps)})(?![\\p{Script=Latin}\\p{N}])`, 'u')],
];

function anyOf(words: string): string {
  return fold(words).trim().split(/\s+/).join('|').replaceAll('_', ' ');
}
