/**
 * States, regions and cities that news of business are told of, and what countries are called besides their names in the
 * Unicode CLDR. A line is a code and the names in whatever language, with `_` for a space. A code says what a place lies
 * in: ES-AR-Z is a city of ES-AR. Capitals that stand for their government have its code. Names that are rather
 * something else (Georgia, Phoenix, Nice, Essen) are left out.
 */
export const placeNames = `
  EU brussels brüssel bruxelles bruselas bruxelas brussel bryssel bruksela brüksel брюссель بروكسل ブリュッセル 브뤼셀 布鲁塞尔 欧州 유럽 欧洲
  US washington ワシントン 워싱턴 华盛顿 вашингтон واشنطن usa eeuu 米国
  GB britain great_britain england angleterre inglaterra inghilterra grossbritannien grande-bretagne gran_bretaña grã-bretanha gran_bretagna groot-brittannië англия بريطانيا ब्रिटेन inggris
  KR korea corée corea coreia южная_корея южной_корее korei كوريا
  CN beijing peking pékin pekín pequim pechino pekin пекин بكين 北京 베이징
  RU moscow moskau moscou moscú mosca moskwa moskova москва موسكو モスクワ 모스크바 莫斯科
  NL holland hollande holanda olanda
  CZ tschechien czechia tchéquie chequia
  US-NY new_york nueva_york nova_york nowy_jork nowym_jorku нью-йорк نيويورك न्यूयॉर्क ニューヨーク 뉴욕 纽约
  US-CA california californie kalifornien californië kalifornia kaliforniya калифорния كاليفورنيا कैलिफोर्निया カリフォルニア 캘리포니아 加州 加利福尼亚
  US-CA-SF san_francisco сан-франциско سان_فرانسيسكو サンフランシスコ 샌프란시스코 旧金山
  US-CA-LA los_angeles лос-анджелес لوس_أنجلوس ロサンゼルス 로스앤젤레스 洛杉矶
  US-CA-SJ san_jose サンノゼ 새너제이 圣何塞
  US-CA-SD san_diego サンディエゴ 샌디에이고 圣迭戈
  US-TX texas tejas teksas техас تكساس टेक्सास テキサス 텍사스 得克萨斯 得州
  US-TX-AUS austin остин أوستن オースティン 오스틴 奥斯汀
  US-TX-DAL dallas даллас ダラス 댈러스 达拉斯
  US-TX-HOU houston хьюстон هيوستن ヒューストン 휴스턴 休斯敦
  US-OH ohio огайо أوهايو ओहायो オハイオ 오하이오 俄亥俄
  US-OH-COL columbus
  US-AZ arizona аризона أريزونا एरिजोना アリゾナ 애리조나 亚利桑那
  US-OR oregon орегон أوريغون オレゴン 오리건 俄勒冈
  US-OR-HIL hillsboro
  US-WA seattle redmond washington_state сиэтл سياتل シアトル 시애틀 西雅图
  US-VA virginia virginie вирджиния فرجينيا バージニア 버지니아 弗吉尼亚
  US-WV west_virginia
  US-NC north_carolina caroline_du_nord carolina_del_norte carolina_del_nord carolina_do_norte nordkarolina noord-carolina ノースカロライナ 노스캐롤라이나 北卡罗来纳 北卡
  US-SC south_carolina caroline_du_sud carolina_del_sur carolina_del_sud carolina_do_sul südkarolina サウスカロライナ 사우스캐롤라이나 南卡罗来纳
  US-MI michigan мичиган ميشيغان ミシガン 미시간 密歇根
  US-MI-DET detroit детройт デトロイト 디트로이트 底特律
  US-IN indiana индиана インディアナ 인디애나 印第安纳
  US-IL illinois иллинойс イリノイ 일리노이 伊利诺伊
  US-IL-CHI chicago чикаго شيكاغو シカゴ 시카고 芝加哥
  US-PA pennsylvania pennsylvanie pensilvania pensylwania пенсильвания ペンシルベニア 펜실베이니아 宾夕法尼亚
  US-PA-PHL philadelphia philadelphie filadelfia
  US-PA-PIT pittsburgh
  US-LA louisiana louisiane luisiana луизиана ルイジアナ 루이지애나 路易斯安那
  US-MS mississippi ミシシッピ 미시시피 密西西比
  US-AL alabama алабама アラバマ 앨라배마 亚拉巴马
  US-TN tennessee теннесси テネシー 테네시 田纳西
  US-TN-MEM memphis メンフィス 멤피스 孟菲斯
  US-TN-NAS nashville
  US-KY kentucky кентукки ケンタッキー 켄터키 肯塔基
  US-GA atlanta атланта アトランタ 애틀랜타 亚特兰大
  US-FL florida floride флорида فلوريدا फ्लोरिडा フロリダ 플로리다 佛罗里达
  US-FL-MIA miami майами ميامي マイアミ 마이애미 迈阿密
  US-NV nevada невада نيفادا ネバダ 네바다 内华达
  US-NV-LV las_vegas лас-вегас لاس_فيغاس ラスベガス 라스베이거스 拉斯维加斯
  US-UT utah юта ユタ 유타 犹他
  US-CO colorado колорадо コロラド 콜로라도 科罗拉多
  US-CO-DEN denver
  US-NM new_mexico nouveau-mexique nuevo_méxico ニューメキシコ 뉴멕시코 新墨西哥
  US-NJ new_jersey nueva_jersey ニュージャージー 뉴저지 新泽西
  US-MA massachusetts boston массачусетс бостон ボストン マサチューセッツ 매사추세츠 보스턴 马萨诸塞 波士顿
  US-MD maryland メリーランド 메릴랜드 马里兰
  US-CT connecticut
  US-IA iowa айова アイオワ 아이오와 艾奥瓦
  US-MN minnesota миннесота ミネソタ 미네소타 明尼苏达
  US-WI wisconsin висконсин ウィスコンシン 위스콘신 威斯康星
  US-MO missouri миссури ミズーリ 미주리 密苏里
  US-KS kansas канзас カンザス 캔자스 堪萨斯
  US-OK oklahoma оклахома オクラホマ 오클라호마 俄克拉何马
  US-NE nebraska ネブラスカ 네브래스카 内布拉斯加
  US-ID idaho айдахо アイダホ 아이다호 爱达荷
  US-WY wyoming
  US-MT montana
  US-ND north_dakota dakota_du_nord dakota_del_norte
  US-SD south_dakota dakota_du_sud dakota_del_sur
  US-AR arkansas арканзас アーカンソー 아칸소 阿肯色
  US-AK alaska аляска アラスカ 알래스카
  US-HI hawaii hawaï hawái гавайи ハワイ 하와이 夏威夷
  CA-ON ontario онтарио オンタリオ 온타리오 安大略
  CA-ON-TOR toronto торонто トロント 토론토 多伦多
  CA-QC quebec québec квебек ケベック 퀘벡 魁北克
  CA-QC-MTL montreal montréal монреаль モントリオール 몬트리올 蒙特利尔
  CA-BC vancouver british_columbia ванкувер バンクーバー 밴쿠버 温哥华
  CA-AB alberta альберта アルバータ 앨버타
  MX-QRO querétaro ケレタロ
  MX-NLE monterrey nuevo_león モンテレイ 몬테레이 蒙特雷
  BR-SP são_paulo сан-паулу サンパウロ 상파울루 圣保罗
  BR-RJ rio_de_janeiro рио-де-жанейро リオデジャネイロ 리우데자네이루 里约热内卢
  BR-CE ceará
  AR-BA buenos_aires буэнос-айрес ブエノスアイレス 부에노스아이레스
  CO-BOG bogotá богота ボゴタ
  GB-LND london londres londra londen londyn лондон لندن लंदन ロンドン 런던 伦敦
  GB-SCT scotland schottland écosse escocia escócia scozia schotland szkocja iskoçya шотландия اسكتلندا スコットランド 스코틀랜드 苏格兰
  GB-WLS wales galles уэльс ウェールズ 웨일스 威尔士
  GB-NIR northern_ireland nordirland irlande_du_nord irlanda_del_norte irlanda_del_nord noord-ierland
  GB-MAN manchester манчестер マンチェスター 맨체스터 曼彻斯特
  IE-DUB dublin dublín dublino дублин دبلن ダブリン 더블린 都柏林
  FR-PAR paris parís parigi parijs paryż париж باريس पेरिस パリ 파리시 巴黎
  FR-LYO lyon lyón lione лион リヨン 리옹 里昂
  FR-MRS marseille marsella marsiglia марсель マルセイユ 마르세유 马赛
  FR-TLS toulouse тулуза トゥールーズ 툴루즈 图卢兹
  FR-BOD bordeaux бордо ボルドー 보르도
  FR-GNB grenoble гренобль グルノーブル 그르노블
  FR-DKK dunkerque dunkirk dünkirchen
  FR-LIL lille лилль
  DE-BE berlin berlín berlino berlijn берлин برلين बर्लिन ベルリン 베를린 柏林
  DE-BB brandenburg grünheide бранденбург ブランデンブルク
  DE-BY bavaria bayern bavière baviera beieren бавария バイエルン 바이에른 巴伐利亚
  DE-BY-MUC munich münchen múnich munique monaco_di_baviera monachium мюнхен ميونخ ミュンヘン 뮌헨 慕尼黑
  DE-SN saxony sachsen saxe sajonia sassonia saksen саксония ザクセン 작센 萨克森
  DE-SN-DRE dresden dresde dresda drezno дрезден ドレスデン 드레스덴 德累斯顿
  DE-SN-LEJ leipzig лейпциг ライプチヒ 라이프치히
  DE-ST magdeburg магдебург マクデブルク 마그데부르크 马格德堡
  DE-HH hamburg hambourg hamburgo amburgo гамбург ハンブルク 함부르크 汉堡市
  DE-HE-FRA frankfurt francfort fráncfort francoforte франкфурт فرانكفورت フランクフルト 프랑크푸르트 法兰克福
  DE-NW-CGN köln cologne colonia кёльн ケルン 쾰른
  DE-BW-STR stuttgart штутгарт シュツットガルト 슈투트가르트 斯图加特
  DE-SL saarland saarlouis sarre
  AT-W vienna wien vienne viena wenen wiedeń вена ウィーン 빈시 维也纳
  CH-ZH zurich zürich zúrich zurigo цюрих زيورخ チューリッヒ 취리히 苏黎世
  CH-GE geneva genf genève ginebra ginevra женева جنيف ジュネーブ 제네바 日内瓦
  CH-BS basel bâle basilea базель バーゼル 바젤
  NL-AMS amsterdam амстердам أمستردام アムステルダム 암스테르담 阿姆斯特丹
  NL-EIN eindhoven эйндховен アイントホーフェン 에인트호번
  NL-RTM rotterdam роттердам ロッテルダム 로테르담 鹿特丹
  BE-ANT antwerp antwerpen anvers amberes
  BE-GNT ghent
  ES-MD madrid мадрид مدريد マドリード 마드리드 马德里
  ES-CT catalonia cataluña catalunya katalonien catalogne catalogna
  ES-CT-BCN barcelona barcelone barcellona барселона برشلونة バルセロナ 바르셀로나 巴塞罗那
  ES-AR aragon aragón
  ES-AR-Z zaragoza saragosse saragossa
  ES-VC valencia valence
  ES-AN andalusia andalucía andalousie andalusien
  ES-AN-AGP málaga
  PT-LIS lisbon lisboa lissabon lisbonne lisbona лиссабон リスボン 리스본 里斯本
  PT-SIN sines
  IT-MIL milan milano mailand milán milão милан ميلانو ミラノ 밀라노 米兰
  IT-ROM rome roma рим روما ローマ 로마 罗马
  IT-TRN turin torino turín турин トリノ 토리노 都灵
  PL-WAW warsaw warschau varsovie varsovia warszawa warschau варшава ワルシャワ 바르샤바 华沙
  PL-KRK kraków cracow krakau cracovie
  PL-WRO wrocław breslau
  SE-STO stockholm estocolmo stoccolma sztokholm стокгольм ستوكهولم ストックホルム 스톡홀름 斯德哥尔摩
  SE-GOT gothenburg göteborg
  DK-CPH copenhagen kopenhagen københavn copenhague copenaghen köpenhamn копенгаген コペンハーゲン 코펜하겐 哥本哈根
  DK-AAR aarhus århus
  NO-OSL oslo осло أوسلو オスロ 오슬로 奥斯陆
  FI-HEL helsinki helsingfors хельсинки ヘルシンキ 헬싱키 赫尔辛基
  CZ-PRG prague prag praga praag прага プラハ 프라하 布拉格
  HU-BUD budapest будапешт ブダペスト 부다페스트 布达佩斯
  HU-DEB debrecen дебрецен デブレツェン 데브레첸 德布勒森
  RO-BUH bucharest bukarest bucarest bucareşti бухарест
  GR-ATH athens athen athènes atenas atene атены
  TR-IST istanbul estambul стамбул إسطنبول イスタンブール 이스탄불 伊斯坦布尔
  TR-ANK ankara анкара أنقرة アンカラ 앙카라 安卡拉
  UA-IEV kyiv kiev kiew kijów киев キエフ キーウ 키이우 基辅
  IL-TLV tel_aviv тель-авив تل_أبيب テルアビブ 텔아비브 特拉维夫
  AE-DXB dubai dubaï dubái дубай دبي दुबई ドバイ 두바이 迪拜
  AE-AUH abu_dhabi abou_dhabi абу-даби أبوظبي アブダビ 아부다비 阿布扎比
  SA-RUH riyadh riad riyad эр-рияд الرياض リヤド 리야드 利雅得
  EG-CAI cairo kairo le_caire каир القاهرة カイロ 카이로 开罗
  MA-CAS casablanca الدار_البيضاء
  NG-LOS lagos лагос ラゴス
  KE-NBO nairobi найроби ナイロビ
  ZA-JNB johannesburg ヨハネスブルク
  ZA-CPT cape_town kapstadt le_cap ciudad_del_cabo ケープタウン
  IN-DL delhi new_delhi neu-delhi дели दिल्ली デリー 델리 德里
  IN-MH mumbai maharashtra bombay мумбаи मुंबई महाराष्ट्र ムンバイ 뭄바이 孟买
  IN-KA bangalore bengaluru karnataka бангалор बेंगलुरु कर्नाटक バンガロール 벵갈루루 班加罗尔
  IN-TG hyderabad telangana хайдарабад हैदराबाद तेलंगाना ハイデラバード 하이데라바드 海得拉巴
  IN-TN chennai tamil_nadu ченнаи चेन्नई तमिलनाडु チェンナイ 첸나이 金奈
  IN-GJ gujarat गुजरात グジャラート 구자라트 古吉拉特
  IN-AP andhra_pradesh visakhapatnam आंध्र_प्रदेश
  CN-SH shanghai schanghai shanghái xangai szanghaj şanghay шанхай شنغهاي शंघाई 上海 상하이
  CN-SZ shenzhen shénzhen шэньчжэнь شنتشن 深圳 선전시 シンセン
  CN-GZ guangzhou 广州 広州 광저우
  CN-HZ hangzhou 杭州 항저우
  CN-ZZ zhengzhou 郑州 鄭州 정저우
  CN-CD chengdu 成都 청두
  CN-WH wuhan 武汉 武漢 우한
  CN-XA xian xi'an 西安 시안
  TW-TPE taipei taipeh taipéi тайбэй تايبيه 台北 타이베이
  TW-HSZ hsinchu 新竹 신주시
  TW-KHH kaohsiung 高雄 가오슝
  JP-13 tokyo tokio tóquio токио طوكيو टोक्यो 東京 도쿄 东京
  JP-27 osaka осака أوساكا 大阪 오사카
  JP-26 kyoto kioto киото 京都 교토
  JP-23 nagoya 名古屋 나고야
  JP-43 kumamoto 熊本 구마모토
  JP-40 fukuoka 福岡 후쿠오카 福冈
  JP-34 hiroshima 広島 히로시마 广岛
  JP-01 hokkaido hokkaidō chitose 北海道 千歳 홋카이도
  JP-14 yokohama 横浜 요코하마 横滨
  KR-11 seoul séoul seúl seul сеул سيول सियोल ソウル 서울 首尔
  KR-26 busan пусан 釜山 부산 プサン
  KR-28 incheon 仁川 인천
  KR-31 ulsan 蔚山 울산
  KR-41 pyeongtaek 平沢 평택
  TH-BKK bangkok бангкок بانكوك バンコク 방콕 曼谷
  VN-HN hanoi hanói ханой ハノイ 하노이 河内市
  VN-SG ho_chi_minh_city ho-chi-minh-stadt хошимин ホーチミン 호찌민 胡志明市
  MY-KUL kuala_lumpur куала-лумпур クアラルンプール 쿠알라룸푸르 吉隆坡
  MY-JHR johor johor_bahru ジョホール 조호르 柔佛
  MY-PNG penang ペナン 페낭 槟城
  ID-JK jakarta yakarta джакарта जकार्ता ジャカルタ 자카르타 雅加达
  ID-BT batam バタム 바탐
  PH-MNL manila manille манила マニラ 마닐라 马尼拉
  AU-NSW sydney new_south_wales sídney сидней سيدني シドニー 시드니 悉尼
  AU-VIC melbourne мельбурн ملبورن メルボルン 멜버른 墨尔本
  AU-QLD brisbane queensland ブリスベン クイーンズランド
  NZ-AKL auckland окленд オークランド 오클랜드 奥克兰
`;
