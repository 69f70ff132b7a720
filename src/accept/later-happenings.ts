/** What comes of an affair, by the words of 17 languages. Notation: `happening.ts`. */
import type { Happening } from './happening.ts';

export const laterHappenings: readonly Happening[] = [
  {
    id: 'days-after',
    words: {
      en: 'days_after days_later day_after weeks_after week_after earlier_this_week just_days days_of_announc', de: 'tage_nach tag_nach wochen_nach kurz_nach tage_später',
      fr: 'jours_après jour_après lendemain semaines_après jours_plus_tard', es: 'días_después día_después tras_el_anuncio semanas_después', pt: 'dias_após dias_depois dia_seguinte um_dia_após', it: 'giorni_dopo giorno_dopo settimane_dopo',
      nl: 'dagen_na dag_na weken_na kort_na', sv: 'dagar_efter dagen_efter veckor_efter', pl: 'dni_po dzień_po tygodni_po', tr: 'gün_sonra günü_sonra', ru: 'дня_после день_после дней_после неделю_после дня_спустя',
      ar: 'بعد_يوم بعد_أيام', hi: 'दिन_बाद', id: 'hari_setelah hari_usai', ja: '日後', ko: '일_만에 일_뒤', zh: '天后 日后',
    },
  },
  {
    id: 'denial',
    words: {
      en: 'denies. deny. denying. refutes. rebuts. dismisses_report dismisses_rumo dismisses_talk dismisses_claim dismisses_specul rejects_report rejects_rumo rejects_claim not_for_sale not_in_talks no_talks no_plans_ no_plan_to no_intention not_planning never_planned plays_down_report', de: 'dementier bestreitet. bestreiten. weist_bericht weisen_bericht weist_gerücht keine_pläne keine_gespräche steht_nicht_zum_verkauf', fr: 'dément. démentent. démentit. dément_ nie. nient. réfut n\'est_pas_à_vendre pas_à_vendre n\'est_pas_en_discussion', es: 'desmient desminti niega. niegan. no_está_en_venta', pt: 'nega. negam. desmente. desmentem. desmentiu refuta. não_está_à_venda', it: 'smentisc smenti. nega. negano. non_è_in_vendita',
      nl: 'ontken weerspreek niet_te_koop geen_plannen', sv: 'förnekar dementer avfärdar tillbakavisar inte_till_salu', pl: 'zaprzecza dementuj zdementował', tr: 'yalanladı yalanlıyor yalanlama', ru: 'опроверг отрицает отрицают', ar: 'تنفي ينفي نفت. نفى.', hi: 'खंडन इनकार', id: 'membantah bantah menampik menepis', ja: '否定', ko: '부인 사실무근', zh: '否认 否認 辟谣',
    },
  },
  {
    id: 'inquiry',
    words: {
      en: 'probe. probes. inquir investigat examin scrutin close_look looks_into looking_into', de: 'ermitt untersuch prüft. prüfen. prüfung überprüf nimmt_unter', fr: 'enquêt ouvre_une', es: 'investiga indaga pesquis', pt: 'investiga inquérit apura', it: 'indagin indaga inchiest istruttori',
      nl: 'onderzoek onderzocht', sv: 'utred granska förundersök', pl: 'śledztw postępowani dochodzeni sprawdzi bada.', tr: 'soruştur incele', ru: 'расследов проверк проверит', ar: 'تحقيق تحقق', hi: 'जांच', id: 'selidik penyelidik usut',
      ja: '捜査 調査に 調査を', ko: '조사_착수 수사', zh: '调查',
    },
  },
  {
    id: 'court',
    words: {
      en: 'sue. sues. sued. suing lawsuit appeals_against class_action goes_to_court challenges_ annul', de: 'klagt klage. klagen. verklagt einspruch', fr: 'recours. saisit porte_plainte portent_plainte attaque_en_justice poursuiv', es: 'demanda. demandan recurr querella', pt: 'processam processa. recorre ação_coletiva', it: 'ricorso. ricorre denunci fa_causa',
      nl: 'rechtszaak klaagt beroep_ aangeklaagd', sv: 'stämmer stäms överklag', pl: 'pozew pozyw odwoł zaskarż', tr: 'dava. davası itiraz', ru: 'иск. иски. подал подала обжалов', ar: 'دعوى مقاضاة تقاضي طعن', hi: 'मुकदम', id: 'gugat menggugat', ja: '提訴 訴訟', ko: '소송 제소', zh: '起诉 诉讼 上诉',
    },
  },
  {
    id: 'departure',
    words: {
      en: 'resign steps_down stepping_down step_down quits. quit. ousted successor successors', de: 'rücktritt tritt_zurück nachfolg abgelöst muss_gehen', fr: 'démission quitte_ successeur', es: 'dimisi dimite dimitir renunci sucesor cesa. deja_el deja_la deja_su se_marcha', pt: 'renunci demite-se sucessor', it: 'dimission dimette lascia.',
      nl: 'stapt_op opgestapt aftred vertrekt opvolger', sv: 'avgår får_gå lämnar_posten efterträd', pl: 'rezygn odchodzi dymisj odwołan', tr: 'istifa görevden', ru: 'отставк увольняется покидает', ar: 'استقال يستقيل', hi: 'इस्तीफ', id: 'mundur mengundurkan', ja: '辞任 退任 引責', ko: '사임 사퇴', zh: '辞职 卸任 下台',
    },
  },
  {
    id: 'protest',
    words: {
      en: 'protest rally. rallies. demonstrat union_demands union_threatens occupy', de: 'protest demonstr warnstreik besetz', fr: 'manifest protest', es: 'protest manifest', pt: 'protest', it: 'protest manifest', nl: 'protest demonstr bezet', sv: 'protest demonstr facken', pl: 'protest demonstr',
      tr: 'protesto işgal eylem', ru: 'протест митинг', ar: 'احتجاج تظاهر', hi: 'प्रदर्शन विरोध', id: 'protes demo. unjuk', ja: '抗議 デモ', ko: '항의 시위', zh: '抗议 示威',
    },
  },
  {
    id: 'collapse',
    words: {
      en: 'collapses. called_off calls_off scrapped scraps. abandon walks_away withdraw withdrew falls_through', de: 'geplatzt platzt. scheitert gescheitert doch_nicht zurückgezogen sagt_ab abgesagt', fr: 'renonce échoue abandonn', es: 'fracasa rompe.', pt: 'fracassa desiste', it: 'salta. rinuncia fallisce annulla.',
      nl: 'gaat_niet afgeblazen mislukt ziet_af', sv: 'avblås skrinlägg drar_sig ställs_in', pl: 'zerwan fiask rezygnuje wycofuje_się', tr: 'vazgeç', ru: 'сорва отменил отказа отложил', ar: 'انهيار', hi: 'रद्द', id: 'batal gagal', ja: '破談 撤回', ko: '무산 철회', zh: '告吹 破裂',
    },
  },
  {
    id: 'arrest',
    words: {
      en: 'arrest detain charged_with suspect. suspects. indict sentenced pleads', de: 'festgenommen festnahm verhaftet angeklagt anklage verdächtig', fr: 'arrêté. arrêtés. interpell garde_à_vue mis_en_examen', es: 'detenid deten arrest imputad', pt: 'preso. presos. prende detid prisão', it: 'arrest fermati indagat',
      nl: 'aangehouden opgepakt gearresteerd verdachte', sv: 'grips. gripna. gripen. åtal misstänk', pl: 'zatrzyman aresztow podejrzan', tr: 'gözalt tutuk', ru: 'задержа арестов', ar: 'اعتقال توقيف اعتقلت', hi: 'गिरफ्तार', id: 'tangkap ditangkap tersangka', ja: '逮捕', ko: '체포 구속', zh: '逮捕 被捕',
    },
  },
  {
    id: 'remedy',
    words: {
      en: 'patch. patches. fixes. hotfix emergency_update restart reopens reopen. resum returned_to restored up_and_running back_online releases_a_fix', de: 'flickt notfall-update schliesst_lücke läuft_wieder wieder_an wieder_auf nimmt_wieder fährt_wieder', fr: 'correctif redémarr reprend reprise', es: 'parche corrige reanud reabre', pt: 'corrige correção retoma reabre', it: 'corregge patch riparte riprend riapre',
      nl: 'noodpatch dicht_lek hervat weer_open', sv: 'återuppt åter_igång täpper', pl: 'łata. łatk wznaw wznowi', tr: 'yama. yamas yeniden_başla', ru: 'исправил исправлен возобнов', ar: 'تصحيح استئناف', hi: 'पैच बहाल', id: 'perbaik tambal pulih', ja: '修正 再開', ko: '패치 재개', zh: '修复 补丁 恢复 复工',
    },
  },
  {
    id: 'settlement',
    words: {
      en: 'ends_with ends_after strike_ends strike_over settle agree_to_end end_strike back_to_work return_to_work', de: 'beigelegt einigung einigen_sich', fr: 'fin_de_la_grève accord_trouvé', es: 'desconvoc acuerdo_que_pone', pt: 'encerra_greve fim_da_greve', it: 'revocat fine_dello_sciopero',
      nl: 'akkoord_bereikt einde_staking', sv: 'strejken_över uppgörelse', pl: 'koniec_strajku porozumieni', tr: 'grev_sona anlaşma_sağlan', ru: 'завершил прекращен', ar: 'إنهاء', hi: 'समाप्त खत्म', id: 'berakhir', ja: '妥結 終結 合意に達', ko: '타결 종료', zh: '结束 达成协议',
    },
  },
  {
    id: 'revision',
    words: {
      en: 'triples_estimate doubles_estimate death_toll more_than_first than_first_thought than_previously revises revised far_bigger first_step now_stands rises_to climbs_to_', de: 'mehr_als_bisher deutlich_mehr korrigiert zahl_der steigt_auf weit_mehr', fr: 'bilan_s\'alourdit revoit plus_que_prévu', es: 'asciende_a eleva_a revisa aumenta_a', pt: 'sobe_para_ revisa', it: 'sale_a_ rivede',
      nl: 'loopt_op meer_dan_gedacht', sv: 'fler_än stiger_till', pl: 'więcej_niż wzrosła_do', tr: 'yükseldi. sayısı_arttı', ru: 'выросло_до больше_чем', ar: 'ارتفاع_حصيلة', hi: 'बढ़कर', id: 'bertambah menjadi_', ja: 'に拡大 上方修正', ko: '늘어나', zh: '上调至',
    },
  },
  {
    id: 'grounding',
    words: {
      en: 'grounds. grounded grounding bans. banned suspends_ suspended', de: 'startverbot flugverbot verbietet untersagt', fr: 'interdit suspendu', es: 'prohíbe prohib inmoviliza', pt: 'proíbe proibi suspende', it: 'vieta sospende', nl: 'verbied', sv: 'förbjud', pl: 'zakaz', tr: 'yasak', ru: 'запрет запрещ', ar: 'حظر', hi: 'प्रतिबंध', id: 'melarang larang', ja: '禁止', ko: '금지', zh: '禁止 停飞',
    },
  },
  {
    id: 'reaction',
    words: {
      en: 'hits_back hit_back fires_back responds_to response_to reacts_to retaliat denounc condemns. condemned_the vows_', de: 'reagiert_auf kontert weist_zurück vergeltung', fr: 'répond_à réagit_ riposte dénonce', es: 'responde_a reacciona represalia', pt: 'responde_a reage. retalia', it: 'risponde_a reagisce ritorsion',
      nl: 'reageert_op vergelding', sv: 'svarar_på motåtgärd', pl: 'odpowiada_na odwet', tr: 'yanıt_ver tepki_gös misilleme', ru: 'ответил_на отреагировал осудил', ar: 'ترد_على يرد_على تندد', hi: 'प्रतिक्रिया निंदा', id: 'menanggapi mengecam', ja: '反発 反論', ko: '반발 반박', zh: '回应 反制 谴责',
    },
  },
  {
    id: 'clearance',
    words: {
      en: 'clears. approves. approved. wins_approval gets_approval green_light completes. completed closes_deal', de: 'genehmigt gibt_grünes freigegeben abgeschlossen', fr: 'approuv feu_vert autorise', es: 'aprueba autoriza luz_verde', pt: 'aprova autoriza', it: 'approva autorizza via_libera',
      nl: 'keurt goedgekeurd groen_licht', sv: 'godkän', pl: 'zgodę zatwierdz', tr: 'onay', ru: 'одобр разреш', ar: 'موافقة توافق', hi: 'मंजूरी', id: 'setuju menyetujui', ja: '承認', ko: '승인', zh: '批准',
    },
  },
]; // prettier-ignore
