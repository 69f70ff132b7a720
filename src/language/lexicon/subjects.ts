import type { LexiconEntry } from './entry.ts';

/**
 * What an article is from, by words that mean little but their subject. They decide whether "the court" or "a strike"
 * is one of technology and business. Notation: `entry.ts`.
 */
export const technology: LexiconEntry = {
  id: '+technology',
  name: '+technology',
  kind: 'concept',
  sign: 2,
  forms: {
    any: 'software; app; =apps; online; internet; web; website; =API; digital; =cyber; online; smartphone; ^SaaS; ^IT; ^IT-*; e-commerce; startup; start-up; fintech; =tech; hacker; =laptop; =gadget; browser; server; wi-fi; bluetooth; =computer; robot; algorithm; crypto; chatbot; gaming',
    en: 'technology; user; computer; database; browser; programmer; website; telecom; subscriber; silicon; download; upload; hack; electric car; video game; search engine; social network; headset; gadget; processor; biotech; wireless; broadband; operating system; router; retailer online; shopping online; ride-hailing; delivery platform',
    fr: 'technologie; technologique; numérique; logiciel; informatique; ordinateur; utilisateur; télécom; télécoms; électronique; jeu vidéo; jeux vidéo; serveur; développeur; internaute; start-up; jeune pousse; algorithme; navigateur; cybersécurité; messagerie; algorithmique; moteur de recherche; webs',
    de: 'Technologie*; Software*; digital*; Computer*; Nutzer*; Internet*; Online*; Mobilfunk*; Telekom*; Handy*; Elektronik*; Videospiel*; Server*; Entwickler*; Techkonzern*; Tech-*; IT-*; Chip*; Start-up*; Startup*; App; Apps; Rechner*; Algorithm*; Rechenzentr*; Roboter*; Elektroauto*; Zahlungsdienst*; Router*; Drohne*; Webseite*',
    es: 'tecnología; tecnológica; tecnológico; digital; software; informático; informática; ordenador; usuario; teleco; electrónica; videojuego; servidor; desarrollador; internauta; microchip; algoritmo; web; navegador; ciberseguridad; mensajería; computadora; internet; robot; riders; buscador; webs; páginas web',
    pt: 'tecnologia; tecnológica; digital; software; informática; computador; aplicativo; usuário; utilizador; eletrônica; videogame; servidor; desenvolvedor; internauta; algoritmo; e-mail; navegador; cibersegurança; internet; roteador; Pix; fintech; healthtech; buscador; sites',
    it: 'tecnologia; tecnologico; tecnologica; digitale; software; informatico; informatica; computer; utente; elettronica; videogioco; server; sviluppatore; internet; algoritmo; email; browser; cybersicurezza; messaggistica; web; rider; hacker; app; digitali; elettronico; bancomat; motore di ricerca; siti web',
    nl: 'technolog*; digita*; software*; computer*; gebruiker*; telecom*; elektroni*; server*; ontwikkelaar*; internet*; algoritm*; e-mail*; website*; webwinkel*; browser*; app*; techbedrijf*; chip*; router*; online*; streaming*; IT-*',
    sv: 'teknik*; digital*; programvar*; dator*; användar*; data*; telekom*; elektronik*; server*; internet*; algoritm*; mejl*; webb*; app; appen; it-*; chip*; router*; online*; tech*; bank-id; elbil*; näthandel*; ai-*',
    pl: 'technolog*; cyfrow*; oprogramowani*; komputer*; użytkowni*; telekomunikac*; elektronik*; serwer*; programist*; internet*; algorytm*; stron* internetow*; przeglądark*; aplikacj*; chip*; router*; online; informatyk*; startup*; IT; smartfon*; BLIK*; BLIK-iem',
    tr: 'teknoloji*; dijital*; yazılım*; bilgisayar*; kullanıcı*; telekom*; elektronik*; sunucu*; internet*; algoritma*; e-posta*; tarayıcı*; çip*; modem*; çevrimiçi; bilişim*; siber*; yönlendirici*',
    ru: 'технолог*; цифров*; компьютер*; пользовател*; электрон*; сервер*; разработчик*; интернет*; алгоритм*; сайт*; браузер*; приложени*; чип*; роутер*; онлайн*; ИТ; ИТ-*; IT-*; стартап*; смартфон*; мессенджер*; агрегатор*; нейросет*; микросхем*; айти*',
    ar: 'تقنية; التقنية; تكنولوجيا; التكنولوجيا; رقمية; الرقمية; رقمي; برمجيات; حاسوب; كمبيوتر; هواتف; إلكتروني; إلكترونية; خوادم; مطور; الإنترنت; إنترنت; خوارزمية; تطبيق; تطبيقات; رقائق; سيبراني; السيبراني; الذكاء; ناشئة',
    hi: 'तकनीक; तकनीकी; टेक्नोलॉजी; डिजिटल; सॉफ्टवेयर; कंप्यूटर; यूजर; यूजर्स; टेलीकॉम; स्मार्टफोन; इलेक्ट्रॉनिक; सर्वर; डेवलपर; इंटरनेट; एल्गोरिदम; ईमेल; वेबसाइट; ब्राउजर; ऐप; चिप; राउटर; ऑनलाइन; डिवाइस; आईटी; स्टार्टअप; साइबर; यूपीआई; एआई; टेक; एडटेक; इलेक्ट्रिक',
    id: 'teknologi; digital; komputer; pengguna; telekomunikasi; elektronik; gim; server; pengembang; internet; algoritma; surel; peramban; aplikasi; chip; daring; online; siber; startup; rintisan; ojol; edutech; agritech',
    ja: 'ネット; デジタル; ソフト; コンピューター; パソコン; プラットフォーム; スマホ; サーバー; エンジニア; アプリ; メール; サイト; ブラウザー; 半導体; オンライン; ルーター; ロボット; AI; IT; ＩＴ; ネットワーク; SNS; クラウド; 電気自動車',
    ko: '디지털*; 소프트웨어*; 컴퓨터*; 플랫폼*; 네트워크*; 모바일*; 서버*; 인터넷*; 알고리즘*; 이메일*; 브라우저*; 앱*; 반도체*; 온라인*; 스마트*; AI*; IT*; 빅테크*; 스타트업*; 사용자*; 유튜브*; 해킹*; 클라우드*; 전기차*',
    zh: '科技; 數位; 软件; 軟體; 电脑; 電腦; 用户; 用戶; 網路; 网络; 电信; 電信; 手机; 手機; 服务器; 伺服器; 互联网; 算法; 邮箱; 网站; 網站; 浏览器; 芯片; 晶片; 人工智能; 机器人; 電商; 电商; 雲端; 車企; 车企; 新能源; 电动',
  },
};

/** Words that technology shares with every trade ("the platform", "a device", "data"): half a sign of it. */
export const sharedWithTechnology: LexiconEntry = {
  id: '+shared',
  name: '+shared',
  kind: 'concept',
  sign: 8,
  forms: {
    any: 'cloud; streaming; podcast; blog; email; e-mail',
    en: 'platform; developer; data; engineer; network; carrier; mobile; phone; electronic; code; account; battery; satellite; privacy; device; automation; artificial; messaging; cable; machine; chip; password; patch; tablet; console; payments; payment',
    fr: 'plateforme; application; données; réseau; opérateur; mobile; téléphone; connecté; puce; courriel; site; éditeur; appareil; fibre; abonnement; livraison; ingénieur; abonné',
    de: 'Plattform*; Daten*; Netzwerk*; Ingenieur*; Gerät*; Batterie*; Abonnent*; technisch*',
    es: 'plataforma; aplicación; datos; red; operadora; móvil; teléfono; ingeniero; correo; dispositivo; fibra; suscripción; página; celular; satélite; repartidores',
    pt: 'plataforma; dados; rede; operadora; celular; telemóvel; engenheiro; site; dispositivo; mensagens; fibra; assinatura; página; virtual; entregadores; aparelho; sistemas',
    it: 'piattaforma; applicazione; dati; rete; operatore; telefono; cellulare; ingegnere; sito; dispositivo; fibra; abbonamento',
    nl: 'platform*; gegevens; data; netwerk*; mobiel*; telefoon*; ingenieur*; game*; apparaat*; apparaten; bezorg*; batterij*; abonne*',
    sv: 'plattform*; nätverk*; mobil*; telefon*; spel*; ingenjör*; utveckl*; nät*; betal*; batteri*; abonne*; appar*',
    pl: 'platform*; dan*; sieci*; sieć; operator*; mobil*; telefon*; gier; gry; inżynier*; serwis*; urządzeni*; abonament*; mail*',
    tr: 'platform*; veri*; ağ; ağı; operatör*; mobil*; telefon*; oyun*; geliştirici*; mühendis*; site*; uygulama*; girişim*; akıllı*; cihaz*; kurye*; abone*',
    ru: 'программ*; платформ*; данн*; сет*; оператор*; связ*; мобильн*; телефон*; игр*; инженер*; почт*; сервис*; устройств*; абонент*; курьер*',
    ar: 'شبكة; الاتصالات; اتصالات; برنامج; منصة; منصات; مستخدم; المستخدمين; بيانات; هاتف; ألعاب; مهندس; موقع; مشترك; جهاز; أجهزة; أنظمة; ذكي; ذكية',
    hi: 'प्लेटफॉर्म; डेटा; नेटवर्क; मोबाइल; फोन; गेम; इंजीनियर',
    id: 'perangkat; platform; data; jaringan; operator; seluler; ponsel; insinyur; situs; langganan; pelanggan; layanan; pintar',
    ja: '技術; 利用者; データ; 通信; 携帯; 電子; ゲーム; 開発; 端末; システム; 電池; 情報; 配信; サービス; 宅配; 検索',
    ko: '기술*; 이용자*; 데이터*; 통신*; 전자*; 게임*; 개발*; 엔지니어*; 사이트*; 시스템*; 구독*; 배달*; 배터리*; 쇼핑몰*',
    zh: '技术; 技術; 数字; 平台; 数据; 數據; 通信; 电子; 電子; 游戏; 遊戲; 研发; 工程师; 工程師; 应用; 應用; 系统; 系統; 智能; 智慧; 云; 设备; 线上',
  },
};

export const elsewhere: LexiconEntry = {
  id: '+elsewhere',
  name: '+elsewhere',
  kind: 'concept',
  sign: 4,
  forms: {
    en: 'republican; democrat; democratic; senator; congressman; congresswoman; congressional; congress; senate; White House; =Obama; =Trump; =Clinton; =Biden; =Bush; =Kerry; =Putin; =Romney; =Sanders; =Mueller; =Kavanaugh; election; electoral; voter; ballot; caucus; campaign trail; governor; mayor; minister; parliament; partisan; GOP; impeachment; immigration; immigrant; migrant; refugee; border; abortion; gun; shooting; gunman; police; murder; homicide; troops; soldier; army; military; war; missile; bomb; bombing; airstrike; militant; terrorist; terrorism; jihadist; rebel; insurgent; Iraq; Iraqi; Syria; Afghanistan; Taliban; Hamas; Gaza; Palestinian; Israeli; Hezbollah; church; bishop; pope; school; teacher; pupil; coronavirus; COVID-19; pandemic; vaccine; football; soccer; baseball; basketball; cricket; rugby; tennis; golf; quarterback; coach; goalkeeper; midfielder; striker; wicket; innings; touchdown; championship; league; tournament; Olympic; Olympics; athlete; playoff; season; film; movie; actor; actress; singer; celebrity; Obamacare; Medicaid; Medicare; healthcare; health care; marriage; gay; transgender; racist; racism; Pentagon; FBI; sheriff; prison; inmate; death penalty; hurricane; earthquake; wildfire; climate; farmer; orchard; harvest; weather; rain; storm; bird; rescue; marijuana; NFL; NBA; NHL; MLB; ISIS; Kim; nuclear; treaty; ambassador; embassy; diplomat; protester; riot; DNC; RNC; Benghazi; pipeline; oil; airline pilots; king; queen; prince; royal; United Nations; =UN; athletic; athletics; roster; bullpen; pitcher; lineman; defenseman; fullback; halftime; teammate; trophy; funeral; bulldozer; villager; pilgrim; royalist; cathedral; archbishop; Olympian; stadium; clubhouse; bout; boxer; sprinter; cyclist; Ryder Cup; Grand Slam; world cup; Premier League; Oscar; Bafta; Grammy; rapper; soap opera; pop star; Hollywood',
    fr: 'élection; électeur; député; sénateur; scrutin; campagne électorale; maire; police; policier; meurtre; armée; soldat; guerre; missile; bombe; attentat; terroriste; frontière; migrant; réfugié; église; école; enseignant; élève; pandémie; vaccin; football; rugby; tennis; cyclisme; entraîneur; équipe de France; match; championnat; tournoi; JO; film; acteur; chanteur; climat; agriculteur; récolte; météo; pluie; orage; séisme; prison; exposition; musée; recette; cuisson',
    de: 'Wahl*; Bundestag*; Abgeordnete*; Senator*; Kanzler*; Bürgermeister*; Polizei*; Mord*; Armee; Bundeswehr; Soldat*; Krieg*; Rakete; Bombe*; Anschlag; Terror*; Flüchtling*; Kirche*; Schule*; Lehrer*; Schüler*; Pandemie*; Impf*; Fußball*; Trainer*; Bundesliga*; Spieler; Meisterschaft*; Olympia*; Film*; Schauspieler*; Sänger*; Klima*; Bauer*; Ernte*; Wetter*; Regen*; Gewitter; Erdbeben; Gefängnis*; Theater*; CDU; SPD; AfD; Wanderer; Verein*',
    es: 'elección; elecciones; votante; diputado; senador; alcalde; policía; asesinato; ejército; soldado; !de guerra; misil; bomba; atentado; terrorista; migrante; refugiado; iglesia; maestro; alumno; pandemia; vacuna; fútbol; entrenador; delantero; portería; gol; liga; torneo; ciclista; maillot; película; actor; cantante; clima; agricultor; cosecha; lluvia; tormenta; terremoto; cárcel; selva; incendio; indígena; boxeo; combate',
    pt: 'eleição; eleições; eleitor; deputado; senador; prefeito; polícia; assassinato; exército; soldado; !de guerra; míssil; bomba; atentado; terrorista; migrante; refugiado; igreja; professor; aluno; pandemia; vacina; futebol; técnico; atacante; gol; campeonato; torneio; maratona; atleta; filme; ator; cantor; clima; agricultor; colheita; chuva; temporal; terremoto; prisão; floresta; bispo; insetos',
    it: 'elezione; elezioni; elettore; deputato; senatore; =sindaco; polizia; omicidio; esercito; soldato; !di guerra; missile; bomba; attentato; terrorista; migrante; profugo; chiesa; insegnante; studente; pandemia; vaccino; calcio; allenatore; attaccante; gol; campionato; torneo; film; attore; cantante; clima; agricoltore; raccolto; pioggia; temporale; terremoto; carcere; opposizioni; maggioranza; ricetta; mele; meteo; raffiche; vertice sul',
    nl: 'verkiezing*; kiezer*; senator*; burgemeester*; politie*; moord*; leger*; soldaat*; soldaten; oorlog*; raket; raketten; bom; aanslag*; terrorist*; migrant*; vluchteling*; kerk*; leraar*; leerling*; pandemie*; vaccin*; voetbal*; trainer*; wedstrijd*; doelpunt*; kampioen*; eredivisie*; supporters; film*; acteur*; zanger*; klimaat*; boer*; oogst*; regen*; onweer*; aardbeving*; gevangenis*; nederlaag; regenwoud*; bomen',
    sv: 'väljare*; riksdag*; borgmästar*; polis*; mord*; armé*; soldat*; krig*; robotvapen; bomb*; attentat*; terror*; migrant*; flykting*; kyrkans; lärare*; elev*; pandemi*; vaccin*; fotboll*; tränare*; match*; mästerskap*; turnering*; film*; skådespelar*; sångare*; klimat*; bond*; skörd*; regn*; oväder*; jordbävning*; fängelse*; semifinal*; moln; varg*; curling*; SMHI; ridhus*',
    pl: 'wybor*; wyborc*; poseł*; senator*; burmistrz*; policj*; morderstw*; zabójstw*; wojsk*; żołnierz*; wojn*; rakiet*; bomb*; zamach*; terroryst*; migrant*; uchodźc*; kości*; nauczyciel*; uczni*; pandemi*; szczepion*; piłk*; trener*; mecz*; mistrzostw*; turniej*; film*; aktor*; piosenkar*; klimat*; rolnik*; zbior*; deszcz*; burz*; trzęsieni*; więzieni*; turyst*; kolarz*; wyścig*; sadownic*; owoc*',
    tr: 'seçim*; seçmen*; milletvekil*; belediye başkan*; polis*; cinayet*; ordu*; asker*; savaş*; füze*; bomba*; saldırgan terör*; terör*; göçmen*; mülteci*; cami*; öğretmen*; öğrenci*; pandemi*; aşı*; futbol*; teknik direktör*; maç*; şampiyon*; turnuva*; film*; aktör*; şarkıcı*; iklim*; çiftçi*; hasat*; yağmur*; fırtına*; deprem*; hapis*; cezaevi*; jandarma*; orman*; bisiklet*; sporcu*',
    ru: 'избирател*; депутат*; сенатор*; мэр*; полици*; убийств*; арми*; солдат*; войн*; ракет*; бомб*; теракт*; террорист*; мигрант*; беженц*; учител*; ученик*; пандеми*; вакцин*; футбол*; тренер*; матч*; голы; чемпионат*; турнир*; олимпи*; фильм*; актер*; актёр*; певец; певиц*; климат*; фермер*; урож*; дожд*; гроз*; землетрясени*; тюрьм*; ливень; синоптик*; джунгл*; садовод*; птиц*',
    ar: 'انتخابات; الانتخابات; ناخب; نائب; رئيس الجمهورية; الشرطة; جريمة; الجيش; جندي; جنود; حرب; صاروخ; قنبلة; تفجير; إرهاب; إرهابي; مهاجر; لاجئ; كنيسة; مدرسة; معلم; طالب; جائحة; لقاح; كرة القدم; مدرب; مباراة; الدوري; بطولة; فيلم; ممثل; مغني; المناخ; مزارع; محصول; أمطار; عاصفة; زلزال; سجن; غيوم; غابات; القبائل; الفاكهة',
    hi: 'चुनाव; मतदाता; सांसद; विधायक; मुख्यमंत्री; पुलिस; हत्या; सेना; सैनिक; युद्ध; मिसाइल; बम; आतंकी; आतंकवाद; प्रवासी; शरणार्थी; मंदिर; स्कूल; शिक्षक; छात्र; महामारी; टीका; क्रिकेट; फुटबॉल; कोच; मैच; टूर्नामेंट; फिल्म; अभिनेता; गायक; जलवायु; किसान; फसल; बारिश; तूफान; भूकंप; जेल; बादल; जंगल; बागवान*; मौसम; नदी',
    id: 'pemilu; pemilih; anggota DPR; wali kota; polisi; pembunuhan; tentara; prajurit; perang; rudal; bom; teroris; perbatasan; migran; pengungsi; gereja; masjid; sekolah; guru; siswa; pandemi; vaksin; sepak bola; pelatih; pertandingan; turnamen; film; aktor; penyanyi; iklim; petani; panen; hujan; badai; gempa; penjara; awan panas; hutan; asap',
    ja: '選挙; 有権者; 議員; 首相; 政党; 市長; 警察; 殺人; 兵士; 戦争; ミサイル; 爆弾; テロ; 国境; 移民; 難民; 教会; 学校; 教師; 生徒; 感染症; ワクチン; サッカー; 野球; 監督; 試合; 優勝; 映画; 俳優; 歌手; 気候; 農家; 収穫; 台風; 地震; 刑務所; 気象庁; 熱帯雨林; 先住民; 食堂',
    ko: '선거*; 유권자*; 국회의원*; 총리*; 정당*; 경찰*; 살인*; 군대*; 군인*; 전쟁*; 미사일*; 폭탄*; 테러*; 국경*; 이민*; 난민*; 교회*; 교사*; 학생*; 팬데믹*; 백신*; 축구*; 야구*; 감독*; 경기에서; 선수*; 우승*; 대회*; 영화*; 배우*; 가수*; 기후*; 농민*; 수확*; 비가; 태풍*; 지진*; 교도소*; 기상청*; 열대우림*; 원주민*; 과일*',
    zh: '选举; 選舉; 选民; 選民; 议员; 議員; 总理; 政党; 政黨; 市长; 警方; 警察; 谋杀; 军队; 軍隊; 士兵; 战争; 戰爭; 导弹; 飛彈; 炸弹; 恐怖; 边境; 移民; 难民; 教堂; 教师; 疫情; 疫苗; 足球; 篮球; 棒球; 教练; 教練; 比赛; 比賽; 球员; 球員; 冠军; 冠軍; 奥运; 电影; 電影; 演员; 歌手; 气候; 农民; 農民; 果农; 丰收; 暴雨; 台风; 颱風; 地震; 监狱; 气象; 雨林; 部落; 年会; 水果',
  },
};

/** Other trades, and the economy at large: what a company of theirs does is no news of technology, unless the article shows it is. */
export const otherTrades: LexiconEntry = {
  id: '+trades',
  name: '+trades',
  kind: 'concept',
  sign: 16,
  forms: {
    en: 'oil; =gas; crude; barrel; refinery; steel; steelmaker; gold; miner; metal; coal; aluminum; aluminium; airline; airway; aircraft; airport; =pilots; grocer; grocery; supermarket; brewer; brewery; beer; beermaker; wine; winemaker; tobacco; cigarette; restaurant; burger; soup; hotel; casino; clothing; clothier; apparel; textile; shoe; fashion; department store; mortgage; insurer; insurance; hedge fund; mutual fund; pension; Wall Street; =Dow; =stocks; blue chip; inflation; jobless; unemployment; economy; economist; Federal Reserve; =Fed; Treasury; GDP; deficit; interest rate; IMF; drugmaker; pharmaceutical; hospital; patient; cancer; medicine; medical device; asbestos; farm; agriculture; crop; sugar; coffee; cotton; housing; homebuilder; real estate; railway; railroad; museum; novel; novelist; author; album; concert; theatre; theater; newspaper; World Trade Organization; =WTO; turnpike; nightclub; stadium; captain; rugby; cup; consumer goods; toy; cosmetics; charity; truckmaker; trucking; toll; pharmaceuticals; biotech; Fannie; Freddie; Yukos; Enron; airliner; cargo; shipyard; mall; furniture; toymaker; diaper; detergent; candy; chocolate; cereal; meat; beef; poultry; fishery; dairy; lumber; paper mill; cement; fertilizer; tire; tyre; rubber; coal-fired; euro; forex; consumer prices; retail sales; factory orders; payrolls; recession; Nikkei; FTSE; bourse; commodity',
    fr: 'pétrole; pétrolier; gaz; acier; sidérurgiste; mine; minier; charbon; compagnie aérienne; aéroport; avion; supermarché; hypermarché; grande distribution; brasseur; bière; vin; viticulteur; tabac; cigarette; restaurant; restaurateur; hôtel; casino; vêtement; textile; chaussure; luxe; assureur; assurance; retraite; retraites; CAC 40; inflation; chômage; croissance économique; économiste; BCE; PIB; déficit; taux d’intérêt; FMI; pharmaceutique; médicament; hôpital; patient; cancer; agricole; sucre; café; coton; immobilier; logement; cheminot; SNCF; roman; romancier; album; concert; théâtre; stade; capitaine; boulangerie; fromage; supporters',
    de: 'Erdöl*; Ölpreis*; Ölkonzern*; Gaspreis*; Stahl*; Bergbau*; Kohle*; Airline*; Fluggesellschaft*; Flughafen*; Flughäfen; Flugzeug*; Piloten*; Supermarkt*; Supermärkte*; Brauerei*; Bier; Wein; Winzer*; Tabak*; Zigarette*; Restaurant*; Gaststätte*; Hotel*; Mode; Textil*; Schuh*; Versicherer*; Versicherung*; Rente*; Dax; Inflation*; Arbeitslos*; Konjunktur*; Ökonom*; EZB; Bruttoinlandsprodukt*; Defizit*; Leitzins*; IWF; Pharma*; Arzneimittel*; Krankenhaus*; Krankenhäuser*; Klinik*; Patient*; Krebs; Landwirt*; Zucker*; Kaffee*; Baumwolle*; Immobilien*; Bahnstreik*; Lokführer*; Roman; Konzert*; Stadion*; Kapitän*; Bäckerei*; Fans',
    es: 'petróleo; petrolera; gasolina; acero; siderúrgica; minera; minería; carbón; aerolínea; aeropuerto; avión; supermercado; cervecera; cerveza; vino; tabaco; restaurante; hotel; ropa; textil; calzado; moda; aseguradora; pensión; pensiones; Ibex; inflación; desempleo; economista; BCE; PIB; déficit; FMI; farmacéutica; medicamento; hospital; paciente; cáncer; agrícola; ganadero; azúcar; café; algodón; inmobiliaria; vivienda; ferroviario; Renfe; novela; novelista; concierto; teatro; estadio; capitán; panadería; aficionados',
    pt: 'petróleo; petroleira; gasolina; aço; siderúrgica; mineradora; mineração; carvão; companhia aérea; aeroporto; avião; supermercado; cervejaria; cerveja; vinho; tabaco; restaurante; hotel; roupa; têxtil; calçado; moda; seguradora; previdência; Ibovespa; inflação; desemprego; economista; Banco Central; PIB; déficit; FMI; farmacêutica; medicamento; hospital; paciente; câncer; agrícola; açúcar; café; algodão; imobiliária; moradia; ferroviário; romance; romancista; teatro; estádio; capitão; padaria; torcedor',
    it: 'petrolio; petrolifera; benzina; acciaio; siderurgia; miniera; carbone; compagnia aerea; aeroporto; aereo; piloti; supermercato; birrificio; birra; vino; tabacco; ristorante; albergo; hotel; abbigliamento; tessile; calzature; moda; lusso; assicurazione; assicuratore; pensione; pensioni; Piazza Affari; inflazione; disoccupazione; economista; Bce; Pil; deficit; Fmi; farmaceutica; farmaco; ospedale; paziente; tumore; agricola; zucchero; caffè; cotone; immobiliare; ferroviario; ferrovieri; romanzo; concerto; teatro; stadio; capitano; panificio; tifosi',
    nl: 'olie*; aardgas*; staal*; mijnbouw*; steenkool*; luchtvaartmaatschappij*; luchthaven*; vliegtuig*; piloten*; supermarkt*; brouwer*; bier*; wijn*; tabak*; sigaret*; restaurant*; hotel*; kleding*; textiel*; schoenen*; verzekeraar*; verzekering*; pensioen*; AEX; inflatie*; werkloos*; econoom; economen; ECB; bbp; IMF; farma*; medicijn*; ziekenhuis*; ziekenhuizen*; patiënt*; kanker; landbouw*; suiker*; koffie*; katoen*; vastgoed*; huizen*; machinist*; roman; concert*; theater*; stadion*; aanvoerder*; bakker*; fans; begrotingstekort*',
    sv: 'olje*; olja; bensin*; stålverk*; stålbolag*; stålkoncern*; gruv*; kol; flygbolag*; flygplats*; flygplan*; piloter*; livsmedel*; mataffär*; bryggeri*; öl; vin; tobak*; cigarett*; restaurang*; hotell*; kläd*; textil*; skor; försäkring*; pension*; inflation*; arbetslös*; ekonom; ekonomer; Riksbanken*; BNP; underskott*; IMF; läkemedel*; sjukhus*; patient*; cancer*; jordbruk*; lantbruk*; socker*; kaffe*; bomull*; fastighet*; bostad*; bostäder*; lokförare*; roman; konsert*; teater*; lagkapten*; bageri*; fans; fotbollsarena*',
    pl: 'ropa; ropy; naftow*; paliw*; huta; huty; górni*; kopalni*; węgl*; węgiel; lini* lotnicz*; lotnisk*; samolot*; supermarket*; browar*; piwo; piwa; wino; wina; tytoń*; papieros*; restaurac*; hotel*; odzież*; tekstyl*; obuw*; moda; mody; ubezpieczyciel*; ubezpieczeni*; emerytur*; inflacj*; bezroboci*; ekonomist*; NBP; PKB; deficyt*; farmaceutyczn*; lek; leki; leków; szpital*; pacjent*; rak; raka; rolnict*; cukr*; kaw*; nieruchomoś*; mieszkani*; kolejarz*; powieś*; koncert*; teatr*; stadion*; kapitan*; piekarni*; kibic*',
    tr: 'petrol*; doğal gaz*; çelik*; maden*; kömür*; havayolu*; hava yolu*; havalimanı*; uçak*; süpermarket*; bira; biracı*; şarap*; tütün*; sigara*; restoran*; otel*; giyim*; tekstil*; ayakkabı*; moda*; sigorta*; emekli*; enflasyon*; işsizlik*; ekonomist*; Merkez Bankası*; faiz*; bütçe açığı*; ilaç*; hastane*; hasta*; kanser*; tarım*; şeker*; kahve*; pamuk*; emlak*; konut*; demiryolu*; konser*; tiyatro*; stad*; kaptan*; fırın*; taraftar*',
    ru: 'нефт*; газпром*; бензин*; металлург*; шахт*; авиакомпани*; аэропорт*; самолет*; самолёт*; супермаркет*; пивовар*; пиво; вино; винодел*; табак*; сигарет*; ресторан*; отел*; гостиниц*; одежд*; текстил*; обув*; страховщик*; страхов*; пенси*; инфляци*; безработиц*; экономист*; Центробанк*; ВВП; МВФ; фармацевт*; лекарств*; больниц*; пациент*; рак; аграр*; сахар*; кофе; хлопок; недвижимост*; жиль*; железнодорож*; концерт*; театр*; стадион*; капитан*; пекарн*; болельщик*; сталелитейн*; угольн*; уголь',
    ar: 'النفط; نفط; الغاز; الصلب; التعدين; منجم; الفحم; طيران; الطيران; مطار; المطار; طائرة; الطيارين; سوبرماركت; التبغ; السجائر; مطعم; مطاعم; فندق; فنادق; ملابس; المنسوجات; أحذية; الأزياء; التأمين; معاشات; التضخم; البطالة; اقتصاديون; البنك المركزي; الفائدة; العجز; صندوق النقد; الأدوية; أدوية; مستشفى; المستشفى; مرضى; السرطان; الزراعة; السكر; القهوة; القطن; العقارات; الإسكان; القطارات; رواية; مسرح; ملعب; الملعب; قائد الفريق; مخبز; الجماهير',
    hi: 'तेल; पेट्रोल; डीजल; गैस; इस्पात; स्टील; खनन; खदान; कोयला; एयरलाइन; एयरलाइंस; हवाई अड्डा; विमान; पायलट; सुपरमार्केट; शराब; तंबाकू; सिगरेट; रेस्तरां; होटल; कपड़ा; जूते; फैशन; बीमा; पेंशन; सेंसेक्स; महंगाई; बेरोजगारी; अर्थव्यवस्था; अर्थशास्त्री; रिजर्व बैंक; ब्याज; जीडीपी; घाटा; आईएमएफ; दवा; दवाओं; अस्पताल; मरीज; मरीजों; कैंसर; कृषि; कॉफी; कपास; रियल एस्टेट; मकान; रेलवे; उपन्यास; कॉन्सर्ट; नाटक; स्टेडियम; कप्तान; बेकरी; प्रशंसक',
    id: 'minyak; gas; baja; tambang; batu bara; maskapai; bandara; pesawat; supermarket; bir; anggur; tembakau; rokok; restoran; hotel; pakaian; tekstil; sepatu; asuransi; pensiun; inflasi; pengangguran; ekonom; Bank Indonesia; suku bunga; PDB; defisit; IMF; farmasi; obat; rumah sakit; pasien; kanker; pertanian; gula; kopi; kapas; properti; perumahan; kereta api; novel; konser; teater; stadion; kapten; roti; suporter',
    ja: '石油; 原油; ガソリン; 鉄鋼; 製鉄; 鉱山; 石炭; 航空会社; 航空; 空港; 機長; ビール; 酒造; ワイン; たばこ; 飲食店; レストラン; ホテル; 旅館; 衣料; 繊維; 靴; 保険; 年金; 日経平均; 物価; 失業; エコノミスト; 日銀; 金利; 国内総生産; 財政赤字; 製薬; 医薬品; 病院; 患者; 農業; 砂糖; コーヒー; 不動産; 住宅; 鉄道; 小説; 公演; 劇場; 球場; 主将; パン屋; スーパーマーケット; 癌',
    ko: '석유*; 원유*; 휘발유*; 철강*; 광산*; 석탄*; 항공사*; 항공*; 공항*; 조종사*; 마트*; 맥주*; 와인*; 담배*; 식당*; 레스토랑*; 호텔*; 의류*; 섬유*; 신발*; 패션*; 보험*; 연금*; 코스피*; 물가*; 실업*; 경제학자*; 한국은행*; 금리*; 국내총생산*; 재정적자*; 제약*; 의약품*; 병원*; 환자*; 농업*; 설탕*; 커피*; 부동산*; 주택*; 철도*; 소설*; 콘서트*; 극장*; 경기장*; 빵집*; 팬들*',
    zh: '石油; 原油; 汽油; 天然气; 钢铁; 鋼鐵; 矿业; 煤矿; 煤炭; 航空公司; 航空; 机场; 機場; 飞行员; 超市; 啤酒; 白酒; 葡萄酒; 烟草; 香烟; 餐厅; 餐廳; 酒店; 服装; 服裝; 纺织; 鞋; 时装; 保险; 保險; 养老金; 通胀; 通膨; 失业; 失業; 经济学家; 經濟學家; 央行; 利率; 国内生产总值; 赤字; 制药; 製藥; 药品; 医院; 醫院; 患者; 癌症; 农业; 农产; 咖啡; 棉花; 房地产; 房地產; 住房; 铁路; 鐵路; 小说; 小說; 演唱会; 剧院; 体育场; 队长; 面包; 球迷',
  },
};

/**
 * Concepts that happen elsewhere as well, but whose words are technology's own ("hacked", "encryption"): they are a sign
 * of it where they stand, for themselves and for others.
 */
export const technicalConcepts: ReadonlySet<string> = new Set(
  (
    'data-breach cyberattack ransomware vulnerability outage cyber-espionage encryption privacy cloud robotics battery ' +
    'satellite space social-media streaming startup remote-work'
  ).split(' '),
);

/** Names that turn up in news of technology, but are no sign of it: who rules, who pays, who flies. */
export const namesOfOtherTrades: ReadonlySet<string> = new Set(
  (
    'ftc sec european-commission cma bundeskartellamt jftc kftc samr american-express jpmorgan goldman-sachs blackrock ' +
    'blackstone kkr berkshire-hathaway boeing airbus lockheed thales leonardo disney'
  ).split(' '),
);
