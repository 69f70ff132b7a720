/**
 * Scraped and pasted pages, all written for these tests. The margin says what is expected of each line:
 * `=` the title, `+` kept, `-` cut, ` ` an empty line.
 */
export interface Page {
  readonly name: string;
  readonly lines: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly author?: string;
}

export const pages: readonly Page[] = [
  {
    name: 'English: menu, breadcrumb, share row, byline, newsletter and copyright',
    lines: `
- Skip to content
- Home
- News
- Technology
- Home > Technology > Cloud

= Nimbus to close two data centres in Oregon

- Share
- Facebook Twitter LinkedIn
- By Jane Doe, Staff Writer
- Published April 4, 2024 at 6:00 PM

+ Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year and move customers to newer sites.

+ About 300 people work there. The company said most of them would be offered jobs elsewhere, but unions doubt that figure.

+ "We were told on Monday," said one engineer.

- Sign up for our newsletter and never miss a story.
- Related articles
- Nimbus opens in Madrid
- Cloud prices rise again
- © 2024 Example Media Ltd. All rights reserved.
`,
    published: '2024-04-04T18:00Z',
    author: 'Jane Doe',
  },
  {
    name: 'English: a slogan before the title does not become the title',
    lines: `
- The Daily Byte
- Bringing you what matters every single morning
- Menu
- Log in

= Regulator fines Orbital Phone over hidden fees
- Reuters | 12 March 2025

+ The telecoms regulator fined Orbital Phone 12 million euros on Wednesday because its contracts hid fees from customers for years.

+ The operator said it would appeal. Its shares fell 3% in early trading, the most since the summer, before recovering a little.

- 14 Comments
- Great article, I always said that these contracts were written by people who hate their customers. Never again will I sign one.
`,
    published: '2025-03-12T00:00Z',
    outlet: 'Reuters',
  },
  {
    name: 'English: a list at the end of the body stays',
    lines: `
= Five phones lose updates this autumn
- 3 min read

+ Makers have published which phones will get no further security updates after October, and the list is longer than a year ago, when three were named.

+ These models are affected:
+ - Orion 7
+ - Orion 7 Lite
+ - Pico Max

- Read more
- Follow us on Mastodon
`,
  },
  {
    name: 'English: an interview keeps its questions and answers',
    lines: `
= "We will not sell the company"
- Interview by Tom Roe

+ The founder of Lumen Robotics spoke to us about offers from abroad, about the shortage of engineers and about why she still writes code on Sundays.

+ Q: Did you get an offer?
+ A: More than one.

+ Q: And?
+ A: We said no.

- Share this interview
- Advertisement
`,
  },
  {
    name: 'English: lines broken at a fixed width are one paragraph',
    lines: `
= Bank moves its core system to the cloud

+ Northern Bank finished moving its core banking system to a public cloud
+ this weekend, becoming one of the first large lenders in the region that
+ runs without a data centre of its own. Branches were closed on Saturday.

+ Customers could not see their accounts for nine hours. The bank said that
+ no payments were lost.
`,
  },
  {
    name: 'English: an all-capitals title and an advertising mark inside the text',
    lines: `
= CHIP MAKER HALTS PLANT AFTER FIRE

- 2024-11-02 07:15 UTC

+ A fire stopped production at the chip maker's largest plant on Saturday morning, and the company could not say when work would start again.

- ADVERTISEMENT

+ Nobody was hurt. Car makers, which buy most of the plant's output, said that their stocks would last for about six weeks at current rates.
`,
    published: '2024-11-02T07:15Z',
  },
  {
    name: 'English: the title repeats as the first line of the text',
    lines: `
= Search engine adds a switch to turn its AI off
- April 9, 2025 • 2 min read
- Search engine adds a switch to turn its AI off

+ Users of the search engine can now turn off generated answers for good, the company said on Wednesday after months of complaints about wrong ones.
`,
    published: '2025-04-09T00:00Z',
  },
  {
    name: 'English: a cookie notice of full length at the top',
    lines: `
- We use cookies and similar technologies to run this site, to measure its use and to show you advertising. By clicking on accept you agree to this and to the transfer of your data.
- Accept all
- Manage preferences

= Start-up sells its quantum computer to a university

+ The university of Example Town has bought a quantum computer from a local start-up for 4 million euros and will let students use it from September.
`,
  },
  {
    name: 'French: subtitle, author, reading time, subscription',
    lines: `
- Accueil
- Économie
- Accueil › Économie › Numérique

= La société Nuage va supprimer 200 postes à Lyon

+ La direction annonce un plan de départs volontaires et promet d'éviter les licenciements.

- Par Claire Dupont
- Publié le 4 avril 2024 à 18h05, mis à jour le 5 avril 2024 à 9h00
- Temps de lecture : 3 min

+ L'hébergeur Nuage veut supprimer deux cents postes sur son site de Lyon d'ici à la fin de l'année, selon un document remis jeudi aux syndicats.

+ La direction explique que les clients se tournent vers des offres moins chères. Les élus du personnel demandent une expertise indépendante avant toute décision.

- À lire aussi : Le marché de l'hébergement ralentit
- Abonnement pour 3 € / mois
- Partager sur Facebook
- Tous droits réservés
`,
    published: '2024-04-04T18:05Z',
    author: 'Claire Dupont',
  },
  {
    name: 'French: outlet and date on one line, banner in one block at the end',
    lines: `
= Une panne prive d'internet tout le quartier d'affaires

- 12/06/2024 08:30
- Infos Test 12 juin 2024, 08:30

+ Une panne de fibre a coupé internet mercredi matin dans le quartier d'affaires, où trente mille personnes travaillent, a indiqué l'opérateur.

+ Les techniciens ont trouvé un câble arraché sur un chantier. Le service devait revenir dans la soirée, selon un porte-parole de l'opérateur.

- Gardez une longueur d'avance chaque matin.
- charts · portfolio tools · 40 markets · daily alerts

- Nouveautés
`,
    published: '2024-06-12T08:30Z',
    outlet: 'Infos Test',
  },
  {
    name: 'German: section, kicker, picture credit, tags',
    lines: `
- Startseite
- Wirtschaft
- Anzeige

= Autobauer stoppt Bau der Batteriefabrik

- Von Max Muster
- 4. April 2024, 18.00 Uhr
- Foto: dpa
- Artikel anhören

+ Der Autobauer Beispiel stoppt den Bau seiner Batteriefabrik in Sachsen. Die Nachfrage nach Elektroautos sei geringer als erwartet, teilte das Unternehmen am Donnerstag mit.

+ Rund 800 Stellen sollten dort entstehen. Das Land will nun prüfen, ob bereits gezahlte Fördermittel zurückgefordert werden können.

- Mehr zum Thema
- Schlagworte: Batterie, Sachsen, Auto
- Jetzt abonnieren: 9,99 € im Monat
- Zur Startseite
`,
    published: '2024-04-04T18:00Z',
    author: 'Max Muster',
  },
  {
    name: 'German: a short closing sentence stays',
    lines: `
= Behörde sperrt Messenger auf Diensthandys
- 03.02.2025

+ Das Innenministerium sperrt einen beliebten Messenger auf allen Diensthandys. Grund sei eine Sicherheitslücke, über die Angreifer Nachrichten mitlesen konnten.

+ Der Anbieter äußerte sich zunächst nicht.

- Teilen
- Drucken
`,
    published: '2025-02-03T00:00Z',
  },
  {
    name: 'Spanish: menu, byline, date, related news',
    lines: `
- Inicio | Economía | Tecnología | Deportes

= La operadora Sol despedirá a 450 empleados

- Por María Ejemplo
- 4 de abril de 2024 a las 18:00
- Compartir en WhatsApp

+ La operadora Sol comunicó este jueves a los sindicatos que despedirá a 450 empleados, casi el diez por ciento de su plantilla, antes de diciembre.

+ Los sindicatos han convocado una huelga para la próxima semana. La empresa asegura que ofrecerá recolocaciones a los mayores de cincuenta años.

- Le puede interesar: El mercado móvil se estanca
- Suscríbete por 1 € al mes
- Etiquetas: empleo, telefonía
`,
    published: '2024-04-04T18:00Z',
    author: 'María Ejemplo',
  },
  {
    name: 'Portuguese: date with hour, channel invitation, comments',
    lines: `
- Página inicial
- Notícias

= Banco digital fecha escritório no Recife

- Por João Exemplo — São Paulo
- 4 de abril de 2024 às 18h30

+ O banco digital Exemplo vai fechar o escritório do Recife e transferir as equipes para São Paulo, informou a empresa em nota nesta quinta-feira.

- Continua após a publicidade

+ Cerca de cem funcionários serão afetados. O sindicato diz que não foi avisado e que vai procurar o Ministério do Trabalho nos próximos dias.

- Participe do canal de notícias no WhatsApp
- Leia também
- Bancos digitais crescem menos
`,
    published: '2024-04-04T18:30Z',
    author: 'João Exemplo',
  },
  {
    name: 'Italian: time with "alle", rights, share',
    lines: `
- Prima pagina
- Cronaca
- Accedi

= Attacco informatico blocca gli ospedali della regione

- di Anna Esempio
- 4 aprile 2024 alle 18:00

+ Un attacco informatico ha bloccato da mercoledì notte i computer di sei ospedali della regione, che hanno rinviato gli esami non urgenti.

+ La polizia postale indaga. Secondo la regione non risultano al momento sottrazioni di dati dei pazienti, ma le verifiche dureranno giorni.

- Riproduzione riservata
- Condividi su Facebook
- Potrebbe interessarti
- Il cloud negli ospedali
`,
    published: '2024-04-04T18:00Z',
    author: 'Anna Esempio',
  },
  {
    name: 'Dutch: door, reacties, advertentie',
    lines: `
- Voorpagina
- Nieuws

= Webwinkel schrapt duizend banen in magazijnen

- Door Piet Voorbeeld
- 4 april 2024 om 18:00 uur
- Deel dit artikel

+ Webwinkel Voorbeeld schrapt duizend banen in zijn magazijnen omdat robots het werk overnemen, zo maakte het bedrijf donderdag bekend.

+ De vakbonden spreken van een schande. Zij eisen een sociaal plan voor iedereen die langer dan twee jaar bij het bedrijf heeft gewerkt.

- Advertentie
- Lees ook: Robots in de haven
- 23 reacties
`,
    published: '2024-04-04T18:00Z',
    author: 'Piet Voorbeeld',
  },
  {
    name: 'Swedish: kl. 18.00, prenumerera',
    lines: `
- Hem
- Logga in

= Teknikbolaget varslar trehundra anställda

- Av Anna Exempel
- Publicerad 4 april 2024 kl. 18.00

+ Teknikbolaget Exempel varslar trehundra anställda i Göteborg sedan två stora kunder har sagt upp sina avtal, uppger bolaget i ett pressmeddelande.

+ Facket kallar beskedet oväntat. Förhandlingarna börjar på måndag och ska enligt bolaget vara klara innan sommaren.

- Prenumerera för 99 kr/mån
- Läs också: Färre jobb i it-branschen
- Dela
`,
    published: '2024-04-04T18:00Z',
    author: 'Anna Exempel',
  },
  {
    name: 'Polish: godz., tagi, komentarze',
    lines: `
- Strona główna
- Gospodarka

= Producent gier zwalnia co piątego pracownika

- Autor: Jan Przykładowy
- 4 kwietnia 2024, godz. 18:00

+ Producent gier Przykład zwolni co piątego pracownika po tym, jak jego ostatni tytuł sprzedał się znacznie gorzej, niż zakładano.

+ Zarząd zapowiada odprawy i pomoc w szukaniu pracy. Akcje spółki straciły w czwartek jedenaście procent, najwięcej od trzech lat.

- Czytaj także: Rynek gier zwalnia
- Tagi: gry, praca
- Komentarze (45)
`,
    published: '2024-04-04T18:00Z',
    author: 'Jan Przykładowy',
  },
  {
    name: 'Turkish: weekday behind the date, abone ol',
    lines: `
- Ana Sayfa
- Ekonomi

= Elektrikli araç üreticisi fabrikasını kapatıyor

- 4 Nisan 2024 Perşembe 18:00
- Facebook'ta Paylaş

+ Elektrikli araç üreticisi Örnek, Bursa'daki fabrikasını yıl sonuna kadar kapatacağını ve üretimi başka bir ülkeye taşıyacağını açıkladı.

+ Fabrikada dokuz yüz kişi çalışıyor. Sendika, kararın geri alınması için hükümetle görüşeceğini ve gerekirse greve gideceğini duyurdu.

- İlgili Haberler
- Abone ol
- Tüm hakları saklıdır
`,
    published: '2024-04-04T18:00Z',
  },
  {
    name: 'Russian: date, tags, related',
    lines: `
- Главная
- Новости
- Экономика

= Крупный банк перенёс данные клиентов в собственное облако

- Автор: Иван Примеров
- 4 апреля 2024, 18:00

+ Крупный банк завершил перенос данных клиентов в собственное облако и отказался от услуг зарубежного поставщика, сообщила пресс-служба.

+ По словам представителя банка, работы заняли два года. Во время переноса клиенты не заметили перебоев, утверждают в компании.

- Читайте также: Облака дорожают
- Теги: банки, облако
- Подписывайтесь на наш канал
`,
    published: '2024-04-04T18:00Z',
    author: 'Иван Примеров',
  },
  {
    name: 'Arabic: Arabic-Indic digits, share, related',
    lines: `
- الرئيسية
- اقتصاد

= شركة اتصالات كبرى تعلن تسريح مئات الموظفين

- بقلم سمير مثال
- ٤ أبريل ٢٠٢٤ ١٨:٠٠
- شارك على فيسبوك

+ أعلنت شركة اتصالات كبرى يوم الخميس أنها ستسرح مئات الموظفين قبل نهاية العام بسبب تراجع الأرباح وارتفاع تكاليف الشبكات الجديدة في البلاد.

+ وقالت الشركة إن القرار صعب ولكنه ضروري. وطالبت النقابة بلقاء عاجل مع الإدارة وهددت بتنظيم إضراب في الأسبوع المقبل إذا لم تتراجع.

- اقرأ أيضا: سوق الاتصالات في تراجع
- جميع الحقوق محفوظة
`,
    published: '2024-04-04T18:00Z',
    author: 'سمير مثال',
  },
  {
    name: 'Hindi: Devanagari digits and danda',
    lines: `
- होम
- कारोबार

= बड़ी तकनीकी कंपनी ने सैकड़ों कर्मचारियों को निकाला

- लेखक: राम उदाहरण
- ४ अप्रैल २०२४, १८:०० बजे

+ एक बड़ी तकनीकी कंपनी ने गुरुवार को बताया कि वह अपने बेंगलुरु कार्यालय से सैकड़ों कर्मचारियों को निकाल रही है और काम दूसरे शहरों में भेजेगी।

+ कर्मचारियों का कहना है कि उन्हें पहले से कोई सूचना नहीं दी गई थी। कंपनी ने कहा कि सभी को तीन महीने का वेतन और नई नौकरी खोजने में मदद मिलेगी।

- यह भी पढ़ें: आईटी क्षेत्र में मंदी
- शेयर करें
- विज्ञापन
`,
    published: '2024-04-04T18:00Z',
    author: 'राम उदाहरण',
  },
  {
    name: 'Indonesian: WIB and scroll mark',
    lines: `
- Beranda
- Teknologi

= Perusahaan rintisan logistik tutup gudang di Surabaya

- Kamis, 4 April 2024 18:00 WIB
- Bagikan

+ Perusahaan rintisan logistik Contoh menutup gudangnya di Surabaya dan memberhentikan dua ratus pekerja mulai bulan depan, kata juru bicara.

- SCROLL TO CONTINUE WITH CONTENT

+ Serikat pekerja meminta pesangon yang layak bagi semua anggota. Perusahaan menyatakan akan mematuhi seluruh aturan ketenagakerjaan yang berlaku.

- Baca juga: Ongkos kirim naik lagi
- Berita Terkait
`,
    published: '2024-04-04T11:00Z',
  },
  {
    name: 'Japanese: no spaces, 午後, tags and related',
    lines: `
- ホーム
- ニュース
- 経済

= 大手クラウド会社が国内で三百人を削減へ

- 2024年4月4日 午後6:00
- シェアする

+ 大手クラウド会社は四日、国内の営業部門と管理部門で約三百人を削減すると発表した。対象となる社員には割増退職金を支払い、再就職も支援するとしている。

+ 同社は昨年から費用の見直しを進めており、海外でも同じような削減を行っていた。市場では需要の伸びが鈍るとの見方が広がっている。

+ 株価は小幅に下げた。

- あわせて読みたい
- タグ：クラウド
- 無断転載を禁じます
`,
    published: '2024-04-04T18:00Z',
  },
  {
    name: 'Chinese: source, editor, QR code',
    lines: `
- 首页
- 科技
- 首页 > 科技 > 正文

= 大型云计算公司宣布裁减数百个岗位

- 2024年4月4日 18:00
- 作者：张例
- 分享到微信

+ 一家大型云计算公司周四宣布，将在年底前裁减销售和市场部门的数百个岗位，以降低成本并简化内部结构。公司表示受影响的员工将获得补偿和再就业帮助。

+ 业内人士认为，云服务需求增长放缓，企业客户正在削减支出。该公司去年已经在其他部门进行过两轮裁员，但整体员工人数仍高于三年前的水平。

- 责任编辑：李例
- 相关阅读
- 扫描二维码关注我们
`,
    published: '2024-04-04T18:00Z',
    author: '张例',
  },
  {
    name: 'Korean: 입력, 기자, 무단전재',
    lines: `
- 홈
- 경제

= 대형 클라우드 기업, 국내 인력 삼백 명 줄인다

- 홍길동 기자
- 입력 2024.04.04 오후 6:00
- 글자크기

+ 대형 클라우드 기업이 국내 영업과 관리 부문에서 약 삼백 명을 줄이기로 했다고 4일 밝혔다. 회사는 비용을 낮추고 조직을 단순하게 만들기 위한 결정이라고 설명했다.

+ 대상자에게는 위로금과 재취업 교육이 제공된다. 노조는 사전 협의가 없었다며 반발하고 있으며 다음 주에 회사와 만나 대책을 논의할 예정이라고 말했다.

- 관련기사
- 저작권자 ⓒ 예시신문, 무단전재 및 재배포 금지
- 댓글 12
`,
    published: '2024-04-04T18:00Z',
    author: '홍길동',
  },
  {
    name: 'Greek page with an English banner: another language behind the body goes',
    lines: `
= Εταιρεία λογισμικού απολύει το ένα τέταρτο του προσωπικού

+ Η εταιρεία λογισμικού Παράδειγμα ανακοίνωσε την Πέμπτη ότι απολύει το ένα τέταρτο του προσωπικού της, επειδή οι πωλήσεις στο εξωτερικό έπεσαν κάτω από τις προσδοκίες. Η διοίκηση της εταιρείας υποστηρίζει ότι το μέτρο είναι αναγκαίο για να σωθούν οι υπόλοιπες θέσεις, ενώ οι εργαζόμενοι ζητούν συνάντηση με τον υπουργό εργασίας και λένε πως δεν είχαν καμία ενημέρωση πριν από το δελτίο τύπου που στάλθηκε στους δημοσιογράφους το πρωί.

+ Το κόμμα της αντιπολίτευσης κατέθεσε ερώτηση στη βουλή για τις ενισχύσεις που πήρε η επιχείρηση πέρσι, όταν υποσχέθηκε νέες προσλήψεις στη Θεσσαλονίκη και στην Πάτρα μέσα στα επόμενα δύο χρόνια.

- Millions of readers trust our unbiased charts and quotes.
`,
  },
  {
    name: 'A single paragraph without a title keeps its text, and has no title line',
    lines: `
+ Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year. About 300 people work there.
`,
  },
  {
    name: 'A title and one short sentence',
    lines: `
= Nimbus cuts prices

+ The new prices hold from Monday.
`,
  },
  {
    name: 'A closing sentence directly above a call stays',
    lines: `
= Court hears the makers of the game

+ The makers of the game told the court on Thursday that they had never copied the level in question, and showed drawings that were made years before.

+ The trial goes on in May.
- Read more
- Share
`,
  },
  {
    name: 'A page without empty lines',
    lines: `
- Home
- News
= Nimbus to close two data centres in Oregon
- By Jane Doe
- April 4, 2024
+ Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year and move customers to newer sites.
+ About 300 people work there. The company said most of them would be offered jobs elsewhere, but unions doubt that figure.
+ The shares rose.
- Related stories
- Nimbus opens in Madrid
- Subscribe now
`,
    published: '2024-04-04T00:00Z',
    author: 'Jane Doe',
  },
  {
    name: 'Several short paragraphs and no long one',
    lines: `
= Bridge closed

+ The bridge over the Example is closed.

+ Divers look at its feet.

+ It opens on Friday.

- Share
`,
  },
  {
    name: 'A question of two sentences as a title',
    lines: `
= The merger is dead for now. What could that mean for your phone bill?

+ After eleven months of talks the two operators have called off their merger, and both say the regulator is to blame for it. Prices will stay where they are.

+ Analysts expect one of them to look for a partner abroad, because the frequencies that it bought last year have to be paid from January on.
`,
  },
  {
    name: 'Subheadings and quotes inside the body stay where they are',
    lines: `
= How a small town got faster internet than the capital
- By Ann Roe | May 2, 2024

+ Three years ago nobody in Example Town could hold a video call. Today its eight hundred households have fibre, and they own the company that laid it.

+ A farmer with a plough

+ The digging was done by a local farmer, who had borrowed a plough for cables from his cousin and asked for nothing but the diesel he used for it.

+ "I wanted my kids to do their homework at home."

+ What comes next

+ The town now wants to sell its surplus capacity to its neighbours, if the regulator lets it. A decision is expected before the end of summer.
`,
    published: '2024-05-02T00:00Z',
    author: 'Ann Roe',
  },
];
