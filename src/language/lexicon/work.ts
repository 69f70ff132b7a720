import type { LexiconEntry } from './entry.ts';

/** People at work: who goes, who comes, who leads, who stops working. Notation: `entry.ts`. */
export const work: readonly LexiconEntry[] = [
  {
    id: 'layoffs',
    name: 'layoffs',
    kind: 'concept',
    happens: true,
    forms: {
      any: 'layoffs; layoff',
      en: `layoff; =lay-offs; job/staff/staffing/workforce/headcount/personnel cut; job and role cut; job loss; =redundancies;
        compulsory/voluntary redundancy; make … redundant; pink slip; mass firing; mass/collective dismissal; downsize; retrench; retrenchment;
        workforce/headcount/staff/personnel reduction; reduction in force/headcount/staff/workforce;
        reduction of … workforce/headcount/staff; job/position/role elimination;
        cut/slash/axe/shed/eliminate/trim/scrap/cull … job/position/workforce/headcount/staff/employee/worker;
        cut/slash/axe/eliminate/shed … =roles/=posts; reduce/shrink … workforce/headcount/staff/staffing;
        lay off !the/a/him/her/me/it/you/us/that/this/my/your/his/their;
        lay off … employee/worker/staff/people/team/workforce/percent/engineer/staffer/developer/person/member;
        lay … employee/worker/staff/people off; job/position … be … cut/eliminate/axe; let go …3 employee/worker/staff/people; let … employee/worker/staff/people go;
        fire/sack/dismiss … =employees/=workers/=staffers/=engineers/=staff/=people;
        job … =lost; lose … =jobs; =jobs … at_risk/threatened`,
      fr: `licenciement; licencier; plan social; plans sociaux; dégraissage; plan de sauvegarde de l'emploi;
        suppression/réduction/coupe … poste/emploi/emplois/effectif; coupe dans les effectifs;
        supprimer/supprime/supprimé … poste/emploi/emplois/effectif; réduire/réduit/réduction … effectif; poste/emploi/emplois … supprimé/supprimer/=menacés/=perdus;
        tailler … effectif; se séparer … salarié/employé/collaborateur; destruction d'emplois; =licencie !son/sa; =licencient; =licencies; =licenciees; mise à pied; débaucher`,
      de: `Stellenabbau*; Stellenstreich*; Stellenkürzung*; Arbeitsplatzabbau*; Jobabbau*; Jobkahlschlag; Personalabbau*; Entlassung*; Massenentlassung*;
        Entlassungswelle*; Kündigungswelle*; Kahlschlag; Abbau von … Stelle/Arbeitsplatz/Arbeitsplätze/Jobs;
        streichen/streicht/strich/gestrichen/abbauen/kürzen/kürzt … Stelle/Arbeitsplatz/Arbeitsplätze/Jobs;
        baut … Stelle/Arbeitsplätze/Jobs/Personal; bauen … Stellen/Arbeitsplätze/Jobs; Stelle/Arbeitsplätze/Jobs … streichen/gestrichen/abbauen/abgebaut/abzubauen/weg/wegfallen/ab;
        entlassen/entlässt/entließ … Mitarbeiter/Mitarbeitende/Mitarbeitern/Beschäftigte/Angestellte/Menschen; Mitarbeiter/Mitarbeitende/Beschäftigte/Angestellte … entlassen/entlässt/kündigen/gekündigt;
        kündigt … Mitarbeitern/Beschäftigten; trennt sich von … Mitarbeitern`,
      es: `despido; despedir; despidos masivos; recorte/reducción/supresión … plantilla/personal/empleo/puesto; expediente de regulación de empleo; ajuste de plantilla;
        recortar/recorta/reducir/reduce/suprimir/suprime/eliminar/elimina/eliminará/recortará … empleo/puesto/plantilla/personal;
        despide/despidió/despedirá … empleado/trabajador/persona/plantilla; ^ERE; prescindir … empleado/trabajador`,
      pt: `demissão; demissões; demissão em massa; demitir/demite/demitiu/demitirá … funcionário/trabalhador/empregado/pessoa; demitido; layoff; despedimento; corte/redução … pessoal/funcionário/vaga/emprego/posto/quadro;
        cortar/corta/cortou/cortará/eliminar/elimina/reduzir/reduz … emprego/vaga/posto/funcionário/pessoal/cargo; despedir/despede/despediu … trabalhador/funcionário; dispensar/dispensa … funcionário`,
      it: `licenziamento; licenziare; licenzia; licenzierà; licenziati; taglio/tagli/riduzione … personale/organico/dipendente/posto/posti; taglio/tagli al personale;
        tagliare/taglia/taglierà/tagliato/ridurre/riduce/eliminare/elimina … posto/posti/dipendente/personale/organico/forza; esubero; esuberi; mobilità … lavoratori`,
      nl: `ontslag; ontslagen; massaontslag; ontslagronde; ontslagrondes; banenverlies; reorganisatie … =banen; =banen schrappen; =banen … schrappen/schrapt/weg/verdwijnen/verdwenen/geschrapt/verloren;
        schrapt/schrappen/schrapte … =banen/arbeidsplaatsen; ontslaat/ontsloeg/ontslaan … werknemers/medewerkers/personeel/mensen; arbeidsplaatsen … schrappen/verdwijnen/weg; snijdt … personeelsbestand; personeelsinkrimping; banenkrimp; afvloeiing`,
      sv: `uppsägning; uppsägningar; varsel; varsla; varslar; varslas; personalneddragning; personalnedskärning; säger upp … anställd/anställda/medarbetare/personer/personal; sägs upp; sagt upp … anställda/personer/medarbetare;
        skär ner … personal/tjänster/jobb; neddragning … personal/tjänster/jobb; avskeda; minskar … personalstyrka/personalstyrkan; dra ner … tjänster/personal/jobb; tjänster … försvinner; jobb … försvinner; massuppsägning*`,
      pl: `zwolnieni* !lekarsk*/podatkow*/z; zwolnienia grupowe; zwolnień grupowych; zwolnienia z pracy; zwalnia*/zwolni*/zwolnił* … pracownik*/osób/osoby/etat*/załog*; redukcj* … zatrudnieni*/etat*/załog*/personel*; cięci* … etat*/zatrudnieni*/kadrow*/personaln*; likwid* … etat*/stanowisk*/miejsc;
        redukuje/zredukuje/tnie/zetnie/ograniczy … etat*/zatrudnieni*; pracę straci; straci pracę; stracą pracę; stracą … pracę`,
      tr: `işten çıkar*; işten çıkarma*; toplu işten çıkar*; işten çıkart*; toplu çıkarma; personel azaltm*; işten atıl*; kadro/personel/istihdam … azalt*/küçült*; çalışan* … işten çıkar*; çalışan* … işine son*; işine son ver*; işten ayrılm*; iş gücünü … azalt*`,
      ru: `увольнени*; массовые увольнения; уволит; уволить; уволил; уволила; уволили; =увольняет; =увольняют; уволен*; сокращени* … сотрудник*/персонал*/штат*/работник*/рабочих; сокращает/сократит/сократила/сократил/сократить/сокращают/урежет … сотрудник*/персонал*/штат*/работник*/рабочих; сокращение штата; увольнять; сокращени* кадров`,
      ar: `تسريح; بتسريح; وتسريح; لتسريح; يسرح; تسرح; ستسرح; سرحت; فصل … موظف/موظفين/عامل/عمال; خفض … وظائف/وظيفة/موظفين/عمالة/العاملين; إلغاء … وظيفة/وظائف; تلغي … وظيفة/وظائف; تقليص … وظائف/عدد/موظفين/عمالة; شطب … وظيفة/وظائف; الاستغناء عن … موظف/موظفين; تستغني عن … موظف/موظفين; تخفض … وظائف/وظيفة; تسريحات; تقلص … وظائف/موظفيها/عدد`,
      hi: `छंटनी; छँटनी; छटनी; कर्मचारियों की छंटनी; कर्मचारियों को निकाल*; कर्मचारियों को … निकाल*/बर्खास्त; नौकरी/नौकरियां/नौकरियों … कटौती/खत्म/समाप्त; नौकरी से निकाल*; नौकरियों में कटौती; ले-ऑफ; लेऑफ`,
      id: `^PHK; pemutusan hubungan kerja; mem-PHK; merumahkan … karyawan/pekerja; memecat … karyawan/pekerja; memangkas/pangkas/kurangi/mengurangi/potong/pemangkasan/pengurangan … karyawan/pekerja/pegawai/pekerjaan/lapangan/posisi; pemecatan; pemecatan massal; gelombang PHK; putus hubungan kerja; memberhentikan … karyawan/pekerja`,
      ja: `人員削減; 人員整理; 人員を削減; 人員の削減; リストラ; 解雇; レイオフ; 早期退職; 希望退職; 雇用削減; 従業員 …8 削減; 社員 …8 削減; 人員 …8 削減; 人を削減; 職を削減; 退職勧奨; 整理解雇; 余剰人員; 従業員数を減`,
      ko: `감원*; 해고*; 정리해고*; 대량해고*; 대량감원*; 구조조정*; 인력/직원/일자리 감축*; 인력감축*; 인원 감축*; 인원감축*; 희망퇴직*; 명예퇴직*; 직원/인력/일자리/명을/인원을 … 감축*/감원*/해고*/줄*/내보*; 일자리를 없*; 레이오프`,
      zh: `裁员; 裁員; 裁减 …8 人员/员工/岗位/职位/人; 裁減 …8 人員/員工/職位; 裁撤 …8 人员/员工/岗位/职位/人; 裁掉 …8 人/员工; 大规模裁撤; 削减 …6 岗位/职位/员工/人手/人员; 减员; 解雇; 解僱; 遣散; 辞退; 資遣; 缩减 …6 人员/员工; 优化 …4 员工/人员; 被裁; 将裁; 裁 …6 个岗位; 裁 …6 名员工`,
    },
    undoneBy: {
      en: 'price; tax; tariff; emission; create; add; hire; interest; new; recruit',
      fr: 'créer; création; prix; nouveau; nouveaux; recruter',
      de: 'schaffen; neue; neu; Preise; einstellen',
      es: 'crear; precio; nuevo; nuevos; contratar',
      pt: 'criar; preço; novo; novos; contratar',
      it: 'creare; prezzo; prezzi; nuovo; nuovi; assumere',
      nl: 'prijzen; nieuwe; creëren',
      ru: 'создать; новых; цены',
    },
  },
  {
    id: 'hiring',
    name: 'hiring',
    kind: 'concept',
    happens: true,
    general: true,
    forms: {
      en: `hiring spree/plan/push/wave/freeze/surge/boom/target; to hire … people/employee/worker/engineer/staff/developer/graduate; will hire … people/employee/worker/engineer/staff/developer; plan to hire; hire … =engineers/=workers/=employees/=developers/=staff;
        create/add … =jobs; ~hiring; recruit … =engineers/=workers/=employees/=staff/=developers; recruitment drive/campaign/plan; expand … workforce/headcount; ?hire; ?recruitment; ?recruiting`,
      fr: `embauche; embaucher; recrutement; recruter; recrute; créer … emplois; création/créations … emplois; plan d'embauche; campagne de recrutement`,
      de: `Neueinstellung*; Einstellungsoffensive; einstellen/einstellt/stellt … Mitarbeiter/Mitarbeitende/Beschäftigte/Ingenieure/Entwickler ein; Mitarbeiter/Ingenieure/Entwickler/Leute einstellen; schafft/schaffen … Arbeitsplätze/Stellen/Jobs; Arbeitsplätze/Stellen/Jobs … schaffen/geschaffen; Einstellungsstopp; ?Einstellung; ?Einstellungen; Personalaufbau; Rekrutierung; neue Mitarbeiter`,
      es: `contratación de … personal/empleado/trabajador/ingeniero/persona; contratar/contratará/contrata/incorporará/incorporar … empleado/trabajador/persona/ingeniero/profesional; crear/creará/crea/generará … empleo/puesto; creación de empleo; ?contratación; ?contrataciones; plan de contratación; reclutar; reclutamiento; fichar … ingenieros`,
      pt: `contratação de … funcionário/profissional/pessoa/engenheiro/trabalhador; contratar/contratará/contrata … funcionário/profissional/pessoa/engenheiro/trabalhador; criar/criará/gerar/gera … emprego/vaga/posto; abre … vagas; criação de empregos; ?contratação; ?contratações; recrutar; recrutamento`,
      it: `assunzione; assunzioni; assumere; assumerà; assume … persone/ingegneri/dipendenti/sviluppatori; creare/crea/creerà … posti; reclutamento; nuovi posti di lavoro; reclutare`,
      nl: `aannemen/aannam … mensen/medewerkers/werknemers/personeel; neemt … medewerkers/mensen/werknemers aan; medewerkers/mensen/werknemers/ingenieurs … aannemen; nieuwe banen; banen … creëren/scheppen; werven; werving; vacaturestop; personeelswerving`,
      sv: `nyanställa*; nyanställning*; anställer; anställa/anställer/rekrytera/rekryterar … personer/ingenjörer/medarbetare/utvecklare; rekrytering*; rekrytera; skapar … jobb; nya jobb; anställningsstopp`,
      pl: `zatrudni/zatrudnić/zatrudnia/zatrudnią … osób/osoby/pracowników/inżynierów/programistów; rekrutacj*; rekrutuje; stworzy … miejsc pracy; utworzy … miejsc pracy; nowych miejsc pracy; nowe miejsca pracy; zatrudnianie; ?zatrudnienie`,
      tr: `işe alım*; işe alac*; işe al*; yeni çalışan* al*; istihdam edecek; istihdam sağlayacak; personel alım*; yeni istihdam`,
      ru: `наймет; наймёт; нанять/нанимает/наберет/наберёт/набирает … сотрудник*/человек/специалист*/инженер*/разработчик*; набор персонала; набор сотрудников; создаст … рабочих мест; новых рабочих мест; наем сотрудников; найм; наём; ?наем; рекрутинг`,
      ar: `توظيف; بتوظيف; لتوظيف; توظف; ستوظف; خلق/توفير/استحداث … وظيفة/وظائف; فرص عمل جديدة; تعيين … موظف/موظفين/مهندس/مهندسين`,
      hi: `भर्ती; भर्तियां; भर्तियों; नियुक्त करेगी; नौकरियां देगी; नई नौकरियां; हायरिंग; रोजगार देगी`,
      id: `merekrut; rekrutmen; perekrutan; membuka lowongan; lowongan kerja; mempekerjakan … orang/karyawan/insinyur; menciptakan … lapangan kerja; serap tenaga kerja`,
      ja: `採用拡大; 採用を拡大; 新規採用; 採用計画; 中途採用; 人材採用; 人を採用; 人採用; 雇用を創出; 雇用創出; 採用を増; 採用活動; ?採用; 大量採用`,
      ko: `채용*; 신규채용*; 신규 채용*; 공채*; 고용 확대; 일자리 창출; 명 고용*; 인재 영입`,
      zh: `招聘; 招募; 扩招; 擴大招聘; 增聘; 招人; 新增 …6 岗位; 新增 …6 就业; 徵才; 招工; 聘用 …6 人`,
    },
    other: {
      en: 'hitman; car; rental; bike',
    },
  },
  {
    id: 'ceo-change',
    name: 'CEO change',
    kind: 'concept',
    happens: true,
    forms: {
      en: `new chief_executive/CEO; appoint/name/hire … =CEO/chief_executive; name/appoint … as … =CEO/chief_executive; =CEO/chief_executive … step/stand down/aside/back; =CEO/chief_executive … resign/depart/retire/oust/quit; =CEO … be … replace/fire/oust; oust/fire/replace/sack … =CEO/chief_executive;
        step/stand down/aside as … =CEO/chief_executive; resign/quit/retire as … =CEO/chief_executive; =CEO/chief_executive departure/resignation/exit/succession/transition/change/shakeup; succeed … as … =CEO/chief_executive; take over as … =CEO/chief_executive; interim CEO/chief_executive; next CEO/chief_executive; =CEO to step down; former CEO … replaced; become … =CEO; change of CEO; leadership change; management change; ?new boss`,
      fr: `nouveau/nouvelle PDG; nouveau/nouvelle … directeur/directrice … général/générale; nouveau patron; nouvelle patronne; nommer/nommé/nommée/nomme … PDG/DG/directeur_général/directrice_générale; PDG … démission/démissionne/quitte/quitter/évincé/remplacé/limogé; démission … PDG/directeur_général; départ … PDG/patron/directeur_général; succède/succéder/succédera … PDG/directeur_général/tête; changement de … PDG/direction/directeur; prend la tête; quitte la tête; quitte la direction; remplace … PDG`,
      de: `Chef/Chefin … =tritt … =zurück; -CDU/SPD/FDP/CSU/AfD/Grünen/BKA/Fifa/Uefa/DFB/Nato/Polizei/Partei Chef/Chefin … zurück; neuer/neue/neuen Chef/CEO/Vorstandschef/Konzernchef/Konzernchefin/Chefin/Geschäftsführer/Vorstandsvorsitzende/Vorstandsvorsitzender/Vorstandsvorsitzenden; Chefwechsel; Führungswechsel; CEO-Wechsel; Wechsel an der Spitze; Vorstandschef/Konzernchef/CEO/Firmenchef … tritt/zurück/ab/geht/gehen/abberufen/Rücktritt/rücktritt; Rücktritt … Chef/Vorstandschef/CEO/Konzernchef; wird … neuer Chef/CEO/Vorstandschef; zum … CEO/Vorstandschef/Konzernchef ernannt; Nachfolger/Nachfolgerin … CEO/Chef/Vorstandschef/Konzernchef; löst … als CEO/Chef/Vorstandschef ab`,
      es: `nuevo/nueva … CEO/consejero_delegado/consejera_delegada/director_ejecutivo/directora_ejecutiva/director_general; nombra/nombrar/nombró/nombrado … CEO/consejero_delegado/director_ejecutivo/directora_ejecutiva/consejera_delegada; CEO/consejero_delegado/director_ejecutivo … dimite/renuncia/deja/dejará/destituido/abandona; dimisión/renuncia/salida/destitución … CEO/consejero_delegado/director_ejecutivo; relevo/cambio … CEO/cúpula/consejero_delegado; releva … CEO; sucede/sucederá … CEO/consejero_delegado/director_ejecutivo; cambio de CEO`,
      pt: `novo/nova … CEO/presidente-executivo/presidente_executivo/diretor_executivo/diretora_executiva; nomeia/nomear/nomeou/nomeado/anuncia … CEO/presidente_executivo; CEO/presidente-executivo/presidente_executivo … renuncia/deixa/deixará/demite/demitido/sai/afastado; renúncia/saída/troca/mudança … CEO/presidente_executivo/comando; sucede/sucederá/assume … como CEO; troca de CEO; novo presidente da empresa`,
      it: `nuovo/nuova … amministratore_delegato/ceo/amministratrice_delegata; nominare/nomina/nominato/nominata … amministratore_delegato/ceo/ad; amministratore_delegato/ceo … dimette/lascia/dimesso/rimosso/sostituito; dimissioni … amministratore_delegato/ceo; cambio … vertice/ceo/amministratore_delegato; succede/succederà … amministratore_delegato/ceo; cambio al vertice; addio … ceo`,
      nl: `nieuwe CEO/topman/topvrouw/directeur/baas/bestuursvoorzitter/ceo; ceo/topman/topvrouw/bestuursvoorzitter … vertrekt/stapt/opgestapt/ontslagen/vertrek/aftreden/weg; benoemt … ceo/topman/topvrouw/bestuursvoorzitter; vertrek … ceo/topman/topvrouw; benoemd tot … ceo/topman/topvrouw/bestuursvoorzitter; ceo-wissel; opvolger … ceo/topman; volgt … op als ceo/topman/topvrouw`,
      sv: `ny/nya vd/vd'n/koncernchef/VD; utser … vd/VD/koncernchef; vd/VD/koncernchef … avgår/lämnar/sparkas/slutar/får_gå; vd-byte; vd-skifte; byter vd; tillträder som … vd; utses till … vd; avgående vd; tillförordnad vd; efterträder … som vd`,
      pl: `now* prezes*/CEO/szef*/dyrektor_generaln*; prezes*/CEO/szef* … ustępuje/rezygnuje/odchodzi/odwołan*/ustąpi/odejdzie; rezygnacj*/odejści*/dymisj*/odwołani* … prezes*/CEO/szef*; zmiana prezesa; zmiana na stanowisku … prezes*/CEO; mianował* … prezes*/CEO; powołał* … prezes*/CEO; zastąpi … na stanowisku`,
      tr: `yeni CEO*; yeni … CEO*/genel_müdür*/icra_kurulu_başkan*; CEO* … istifa*/görev*/ayrıl*/değiş*; CEO değişikliği; CEO'su … istifa*/ayrılıyor/görevi*; CEO olarak ata*; CEO'luğa; üst yönetim değişikliği; genel müdür* … istifa*/atand*`,
      ru: `нов* гендиректор*; нов* директор*; нов* CEO; гендиректор*/директор*/CEO … уходит/покидает/покинет/уйдет/уйдёт/ушел/уволен/отставк*/оставит/покинул; отставк* … гендиректор*/глав*/директор*/CEO; назначил*/назначен* … гендиректор*/директор*/CEO/главой; смена гендиректора; смена руководства; сменил* гендиректора; сменит … на посту; возглавит компанию; стал* … гендиректором; ушел с поста`,
      ar: `رئيس تنفيذي جديد; رئيسا تنفيذيا; رئيس تنفيذيا; الرئيس التنفيذي الجديد; تعيين … رئيس/رئيسا/رئيسة تنفيذي/تنفيذيا/تنفيذية; تعين … رئيسا/رئيسة تنفيذيا/تنفيذية; استقالة … الرئيس التنفيذي; استقالة الرئيس التنفيذي; إقالة … الرئيس التنفيذي; رحيل … الرئيس التنفيذي; تنحي … الرئيس التنفيذي; الرئيس التنفيذي … يستقيل/يتنحى/استقال/يغادر/يرحل/منصبه; مديرا تنفيذيا`,
      hi: `नए सीईओ; नया सीईओ; नई सीईओ; सीईओ … इस्तीफा/इस्तीफ़ा/हटाए/हटाया/नियुक्त/बने/पद_छोड़*; मुख्य कार्यकारी … इस्तीफा/नियुक्त; सीईओ पद; सीईओ नियुक्त`,
      id: `CEO baru; direktur utama baru; menunjuk … CEO/direktur_utama; ditunjuk … CEO/direktur_utama; CEO … mundur/mengundurkan/dicopot/dipecat/diganti/digantikan; pergantian … CEO/pimpinan; mundur dari … CEO; gantikan … CEO; menjadi CEO; pengunduran diri CEO`,
      ja: `新CEO; 新社長; 新最高経営責任者; CEO交代; CEO退任; CEO辞任; 社長交代; 社長退任; 社長辞任; トップ交代; 経営トップ交代; CEO …6 退任; CEO …6 辞任; CEO …6 解任; CEO …6 就任; CEO …6 交代; 社長 …6 退任; 社長 …6 就任; 社長に昇格; CEOに就任; 最高経営責任者 …8 退任; 最高経営責任者 …8 就任; 最高経営責任者 …8 辞任; 後任CEO; CEOに指名; CEOに任命`,
      ko: `새 CEO; 신임 CEO; 새 최고경영자*; 신임 최고경영자*; 신임 대표*; 새 대표*; CEO 교체*; CEO 사임*; CEO 퇴진*; CEO 사퇴*; CEO … 사임*/퇴진*/사퇴*/교체*/물러나*/해임*/선임*/내정*; 최고경영자* … 사임*/퇴진*/사퇴*/교체*/물러나*/해임*/선임*; 대표이사* … 사임*/교체*/선임*/내정*; 수장 교체*; 대표 교체*`,
      zh: `新CEO; 新任CEO; 新首席执行官; 新任首席执行官; CEO …6 辞职; CEO …6 卸任; CEO …6 离职; CEO …6 下台; CEO …6 辭職; CEO换人; CEO更迭; 首席执行官 …8 辞职; 首席执行官 …8 卸任; 首席执行官 …8 离任; 執行長 …6 卸任; 執行長 …6 辭職; 新執行長; 新任執行長; 任命 …10 首席执行官; 任命 …8 CEO; 接任 …6 CEO; 接任 …6 首席执行官; 出任 …6 CEO; 换帅; 換帥; 出任首席执行官; 担任新CEO`,
    },
  },
  {
    id: 'strike',
    name: 'strike',
    kind: 'concept',
    happens: true,
    forms: {
      en: `on =strike; strike action; go … on =strike; workers/employee/staff/union/driver/pilot/actor/writer … strike !deal/down/back; strike … by worker/union/staff; =walkout; =walkouts; walk off the job; general strike; strike ballot; vote … to strike; down … =tools; call … =strike; strike over pay; industrial action; warning strike; end … strike; ~!air/missile/drone/military/lightning =strike`,
      fr: `grève; gréviste; débrayage; mouvement social; préavis de grève; arrêt de travail; cesser le travail`,
      de: `Streik; Streiks; streiken; streikt; gestreikt; Warnstreik*; Arbeitsniederlegung*; Arbeitskampf*; Ausstand; bestreik*; Streikwelle; Streikaufruf`,
      es: `huelga; huelguista; paro laboral; paro de trabajadores; jornada de paro; huelgas`,
      pt: `greve; grevista; paralisação … trabalhadores/funcionários; paralisação; greves`,
      it: `sciopero; scioperi; scioperare; scioperano; astensione dal lavoro; incrocia le braccia; incrociano le braccia`,
      nl: `staking; stakingen; staken; staakt; gestaakt; stakers; werkonderbreking; werkstaking`,
      sv: `strejk*; strejkar; strejka; arbetsnedläggelse*; strejkvarsel; konflikt på arbetsmarknaden`,
      pl: `strajk*; strajkuj*; protest pracowników; zastrajk*; przerw* w pracy`,
      tr: `grev; greve; grevi; grevler*; grevde; grevin; iş bırak*; grevci*; greve git*; iş yavaşlat*`,
      ru: `забастовк*; забастовал*; бастуют; бастовать; бастующ*; стачк*`,
      ar: `إضراب; اضراب; إضرابا; بإضراب; يضربون; يضرب العمال; مضربون; المضربين; إضرابات`,
      hi: `हड़ताल; हड़ताल पर; हड़तालें; हड़ताली; कामबंदी; कर्मचारियों की हड़ताल`,
      id: `mogok; mogok kerja; pemogokan; aksi mogok; mogok massal`,
      ja: `ストライキ; ストに突入; スト権; スト突入; スト入り; 無期限スト; 一斉スト`,
      ko: `파업*; 총파업*; 동맹파업*; 부분파업*; 파업에`,
      zh: `罢工; 罷工; 停工抗议; 怠工`,
    },
    other: {
      en: 'missile; military; airstrike; troops; bomb; drone; army; lightning; baseball; pitcher; striker; goal; deal; bowling; war',
    },
  },
];
