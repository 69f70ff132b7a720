/**
 * The words of page furniture in 17 languages: what sites print around an article, gathered from the templates of
 * common publishing systems (WordPress, Ghost, Drupal, Arc, Discuz) and the usual wording of news sites.
 * All are compared folded; numbers and marks are taken out of a line before it is looked up whole.
 */
import { fold } from '../language/fold.ts';

/** Lines that say nothing else: menus, share buttons, advertising marks. Cut wherever they stand in the head or the tail. */
export const wholeLines = phrases(`
  home; homepage; menu; main menu; search; news; latest news; world; politics; business; economy; markets; sport; sports; culture;
  opinion; science; health; technology; tech; video; videos; podcasts; live; login; log in; sign in; sign up; register; my account;
  account; subscribe; subscribe now; subscriptions; newsletter; newsletters; follow; share; print; email; save; listen; copy link; like; reply;
  tweet; advertisement; advert; sponsored; sponsored content; skip to content; skip to main content; skip navigation; close; back; back to top;
  next; previous; load more; show more; more; read more; continue reading; contact; contact us; about; about us; privacy; privacy policy;
  terms; terms of use; terms of service; imprint; cookies; cookie policy; cookie settings; accept; accept all; reject all; manage preferences;
  min read; minute read; minutes read; views; comment; comments; shares; likes; published; updated; gallery; photos; photo; image; source; sources; sitemap; rss; faq; help; download; release notes; edit this page; rss feed; advertise; advertise with us; cookie settings; do not sell my personal information; corrections; careers; jobs; archive; your privacy choices;
  accueil; actualites; actualite; a la une; nouvelles; economie; politique; monde; culture; rechercher; recherche; connexion; se connecter; s'inscrire;
  s'abonner; je m'abonne; abonnez vous; abonnement; partager; imprimer; envoyer; enregistrer; ecouter; publicite; annonce; fermer; retour; suivant; precedent;
  lire la suite; en savoir plus; voir plus; mentions legales; confidentialite; flux rss; nous ecrire; nous contacter; contact; plan du site; cgu; cgv; gestion des cookies; qui sommes nous; newsletter; tout accepter; tout refuser; min de lecture; lecture min; lecture minutes; commentaire; commentaires; reagir;
  startseite; nachrichten; wirtschaft; politik; kultur; wissenschaft; digital; suche; suchen; anmelden; registrieren; abo; abonnieren; teilen; drucken; merken; anzeige; werbung;
  schliessen; zuruck; weiter; weiterlesen; mehr; mehr anzeigen; mehr lesen; impressum; datenschutz; agb; kontakt; newsletter bestellen; artikel drucken; artikel teilen; zur startseite; cookie einstellungen; mediadaten; karriere; e paper; zum e paper; alle akzeptieren; min lesezeit; lesezeit min; lesezeit minuten; kommentare; kommentar; vorlesen; artikel anhoren;
  inicio; portada; noticias; economia; politica; mundo; tecnologia; deportes; buscar; iniciar sesion; registrarse; suscribirse; suscribete; compartir; imprimir; guardar; escuchar; publicidad; anuncio;
  cerrar; volver; siguiente; anterior; leer mas; seguir leyendo; ver mas; aviso legal; privacidad; aceptar; aceptar todo; min de lectura; comentarios; comentario;
  pagina inicial; ultimas noticias; tecnologia; esportes; entrar; cadastre se; assine; assinar; compartilhar; partilhar; salvar; ouvir; publicidade; fechar; voltar; proximo; leia mais; ler mais; saiba mais; continuar lendo; continue lendo; continua apos a publicidade; aceitar; min de leitura; comentarios;
  prima pagina; notizie; cronaca; esteri; tecnologia; cerca; accedi; registrati; abbonati; condividi; stampa; salva; ascolta; pubblicita; annuncio; chiudi; indietro; avanti; leggi di piu; continua a leggere; leggi tutto; leggi anche; accetta; accetta tutto; min di lettura; minuti di lettura; commenti;
  voorpagina; nieuws; economie; politiek; wetenschap; zoeken; inloggen; aanmelden; abonneren; abonneer; word abonnee; delen; deel; deel dit artikel; printen; afdrukken; opslaan; luister; advertentie; sluiten; terug; volgende; vorige; lees meer; lees verder; meer; accepteren; min leestijd; reacties;
  hem; nyheter; ekonomi; sok; logga in; prenumerera; bli prenumerant; dela; skriv ut; spara; lyssna; annons; stang; tillbaka; las mer; las vidare; godkann; kommentarer; min lasning;
  strona glowna; wiadomosci; gospodarka; szukaj; zaloguj; zaloguj sie; zarejestruj sie; subskrybuj; udostepnij; drukuj; zapisz; posluchaj; reklama; zamknij; wstecz; czytaj wiecej; czytaj dalej; czytaj tez; akceptuj; komentarze; min czytania;
  ana sayfa; anasayfa; gundem; ekonomi; dunya; teknoloji; spor; ara; giris yap; uye ol; abone ol; paylas; yazdir; kaydet; dinle; reklam; ilan; kapat; geri; ileri; devamini oku; daha fazla; yorumlar; yorum yap; dk okuma; dakika okuma;
  главная; новости; экономика; политика; мир; технологии; общество; спорт; поиск; войти; вход; регистрация; подписаться; подписка; поделиться; печать; распечатать; сохранить; слушать; реклама; закрыть; назад; далее; читать далее; читать дальше; подробнее; еще; принять; комментарии; комментировать; мин чтения; минут чтения; на правах рекламы;
  الرئيسيه; اخبار; الاخبار; اقتصاد; سياسه; تكنولوجيا; تقنيه; رياضه; بحث; تسجيل الدخول; اشترك; اشترك الان; مشاركه; شارك; طباعه; حفظ; استمع; اعلان; اغلاق; رجوع; التالي; السابق; اقرا المزيد; المزيد; قراءه المزيد; تعليقات; التعليقات; دقيقه قراءه; دقائق قراءه; سياسه الخصوصيه;
  होम; समाचार; खबरे; ताजा खबर; राजनीति; कारोबार; तकनीक; टेक; खेल; खोज; लॉगिन; साइन इन; सब्सक्राइब करे; सदस्यता ले; शेयर करे; साझा करे; प्रिंट; विज्ञापन; बंद करे; और पढे; आगे पढे; पूरी खबर पढे; टिप्पणिया; मिनट पढे;
  beranda; berita; terkini; ekonomi; politik; teknologi; olahraga; cari; masuk; daftar; berlangganan; bagikan; cetak; simpan; dengarkan; iklan; advertisement; scroll to continue with content; tutup; kembali; selanjutnya; sebelumnya; baca selengkapnya; baca juga; komentar; menit baca;
  ホーム; トップ; トップページ; ニュース; 経済; 政治; 社会; 国際; テクノロジー; スポーツ; 検索; ログイン; 会員登録; 購読; シェア; シェアする; 共有; 印刷; 保存; 広告; 閉じる; 戻る; 次へ; 前へ; 続きを読む; もっと見る; もっと読む; 同意する; コメント; お問い合わせ; プライバシーポリシー; 利用規約; ツイート; いいね; フォロー; フォローする; 目次;
  홈; 뉴스; 최신뉴스; 경제; 정치; 사회; 국제; it; 과학; 스포츠; 검색; 로그인; 회원가입; 구독; 구독하기; 공유; 공유하기; 인쇄; 저장; 스크랩; 광고; 닫기; 이전; 다음; 더보기; 더 보기; 계속 읽기; 기사 더보기; 댓글; 좋아요; 글자크기; 본문 듣기; 개인정보처리방침; 이용약관;
  首页; 首頁; 新闻; 新聞; 财经; 財經; 科技; 国际; 國際; 体育; 體育; 搜索; 搜尋; 登录; 登入; 注册; 註冊; 订阅; 訂閱; 分享; 打印; 列印; 收藏; 广告; 廣告; 关闭; 關閉; 返回; 返回首页; 上一篇; 下一篇; 阅读全文; 閱讀全文; 查看更多; 更多; 继续阅读; 繼續閱讀; 评论; 評論; 点赞; 關注; 关注; 隐私政策; 联系我们; 关于我们; 扫一扫; 正文; 字号; 责任编辑;
  facebook; twitter; x; linkedin; whatsapp; telegram; instagram; youtube; tiktok; reddit; pinterest; threads; bluesky; mastodon; flipboard; pocket; messenger; email; rss; weibo; wechat; qq; line; kakaotalk; vk; ok; xing; viber; tumblr; google news; apple news; hatena; kakao; naver; band; вконтакте; одноклассники; телеграм; 微博; 微信; 朋友圈; qq空间; 카카오톡; 페이스북; 트위터; 네이버; はてな; はてなブックマーク; فيسبوك; تويتر; واتساب; تلغرام`);

/** Marks of advertising inside the text: the only lines cut between two paragraphs. */
export const advertising =
  phrases(`advertisement; advert; ad; sponsored; sponsored content; publicite; annonce; anzeige; werbung; publicidad; anuncio;
  publicidade; continua apos a publicidade; pubblicita; advertentie; annons; reklama; reklam; реклама; на правах рекламы; اعلان;
  विज्ञापन; iklan; scroll to continue with content; 広告; 광고; 广告; 廣告`);

/** Short lines that begin so ask the reader for something or point elsewhere. Each is too special to open a sentence of news. */
export const openings = phrases(`
  read more; read also; read next; read full; read the full; read the original; also read; see also:; continue reading; click here; tap here; sign up for; sign up to; sign up now; sign up today; subscribe to; subscribe now; subscribe for; subscribe today; subscribe from; join our; join the conversation; follow us; follow me; follow @; follow our; like us on; find us on;
  share this; share on; share via; share article; share the; copy link; download our app; download the app; get our app; get the app; get the latest; get our; get unlimited; try it free; start your free; don't miss; already a subscriber; already have an account; create a free account; log in to; support our; support us; buy us; donate; tags:; tagged; tag:; topics:; filed under; categories:; category:; keywords:; related topics; image credit; photo credit; photo by; photo:; image:; image source; credit:; getty images; (photo by; reporting by; (reporting by; additional reporting; editing by; this article was originally; this article originally; this story was originally; originally published; first published; last updated; estimated reading; reading time; all rights reserved; advertisement -; skip to; back to; published by; you are here; have a tip; got a tip; send tips; watch:; watch now; listen to this; print this; email this; report an error; most read; most popular; trending; recommended for you; you may also; you might also; more from; more on this; more stories; related articles; related stories; related posts; related:;
  lire aussi; a lire aussi; lire la suite; lire l'article; lire egalement; a lire egalement; voir aussi; en savoir plus; cliquez ici; inscrivez-vous; abonnez-vous; abonnement pour; je m'abonne; deja abonne; rejoignez-nous; rejoignez notre; suivez-nous; suivez nous; partager sur; partager cet; partager l'article; partagez; telechargez notre; telechargez l'appli; recevez notre; recevez nos; recevez chaque; essayez gratuitement; decouvrez nos offres; soutenez-nous; faire un don; mots-cles; tags :; etiquettes; dans la meme rubrique; sur le meme sujet; sur le meme theme; articles lies; articles similaires; a lire sur; credit photo; credits photo; photo :; cet article est reserve; cet article a ete publie; temps de lecture; tous droits reserves; article reserve; les plus lus; nos dernieres; vous aimerez aussi; plus d'articles;
  weiterlesen; lesen sie auch; lesen sie mehr; lesen sie weiter; auch interessant; auch lesen; mehr zum thema; mehr dazu; mehr lesen; mehr von; mehr aus; hier klicken; klicken sie hier; jetzt abonnieren; jetzt anmelden; jetzt testen; jetzt lesen; jetzt weiterlesen; melden sie sich; abonnieren sie; newsletter abonnieren; folgen sie uns; folge uns; teilen auf; artikel teilen; auf facebook teilen; laden sie unsere; app herunterladen; bereits abonnent; unterstutzen sie; schlagworte; schlagwort; stichworte; themen:; tags:; zum thema; verwandte artikel; ahnliche artikel; das konnte sie; foto:; bild:; bildquelle; quelle:; lesezeit; lesedauer; alle rechte vorbehalten; meistgelesen; zur startseite; zuruck zur; empfehlungen der redaktion; diesen artikel;
  leer mas; lea tambien; lee tambien; le puede interesar; te puede interesar; ver tambien; vea tambien; seguir leyendo; haga clic; haz clic; suscribete; suscribase; registrate; siguenos; siganos; comparte en; compartir en; compartir este; descarga nuestra; descarga la app; recibe nuestro; recibe las; ya eres suscriptor; apoyanos; etiquetas; temas:; palabras clave; archivado en; noticias relacionadas; articulos relacionados; mas noticias; mas sobre; lo mas leido; credito:; fotografia:; tiempo de lectura; todos los derechos reservados; unete a;
  leia mais; leia tambem; leia ainda; veja tambem; veja mais; saiba mais; continue lendo; clique aqui; assine; assine ja; inscreva-se; cadastre-se; siga-nos; siga o; siga a gente; compartilhe; compartilhar no; partilhe; baixe o app; baixe nosso; receba as; receba nossa; ja e assinante; apoie; palavras-chave; tags:; assuntos:; materias relacionadas; noticias relacionadas; artigos relacionados; mais lidas; mais noticias; foto:; imagem:; credito da foto; tempo de leitura; todos os direitos reservados; participe do canal;
  leggi anche; leggi tutto; leggi di piu; continua a leggere; vedi anche; per approfondire; clicca qui; iscriviti; abbonati; registrati; seguici; condividi su; condividi questo; scarica l'app; ricevi la; ricevi ogni; sei gia abbonato; sostieni; argomenti:; parole chiave; articoli correlati; notizie correlate; potrebbe interessarti; ti potrebbe interessare; i piu letti; foto:; tempo di lettura; tutti i diritti riservati; riproduzione riservata; © riproduzione riservata;
  lees ook; lees meer; lees verder; bekijk ook; klik hier; meld je aan; schrijf je in; abonneer je; neem een abonnement; volg ons; deel dit; deel op; download onze; download de app; ontvang onze; al abonnee; steun ons; trefwoorden; onderwerpen:; gerelateerde artikelen; gerelateerd; meer over; meest gelezen; foto:; beeld:; leestijd; alle rechten voorbehouden;
  las ocksa; las aven; las mer; se ocksa; klicka har; prenumerera; registrera dig; folj oss; dela pa; dela artikeln; ladda ner; fa vart nyhetsbrev; redan prenumerant; amnen:; taggar; nyckelord; relaterade artiklar; relaterat; mer om; mest last; foto:; bild:; lastid; 
  czytaj takze; czytaj tez; czytaj wiecej; czytaj dalej; zobacz takze; zobacz tez; zobacz wiecej; kliknij tutaj; zapisz sie; subskrybuj; dolacz do; obserwuj nas; sledz nas; polub nas; udostepnij na; pobierz aplikacje; wesprzyj; tagi:; slowa kluczowe; tematy:; podobne artykuly; najczesciej czytane; fot.; foto:; zdjecie:; zrodlo:; czas czytania; wszelkie prawa zastrzezone;
  bunlar da ilginizi; ilgili haberler; ilgili haber; ayrica okuyun; devamini oku; devami icin; tiklayin; buraya tiklayin; bultenimize; abone olun; uye olun; bizi takip; takip edin; facebook'ta paylas; uygulamamizi; etiketler; etiket:; anahtar kelimeler; en cok okunan; son haberler; foto:; fotograf:; kaynak:; okuma suresi; tum haklari saklidir; her hakki saklidir;
  читайте также; читать также; читать далее; читать полностью; смотрите также; подробнее:; нажмите здесь; подпишитесь; подписывайтесь; подписаться на; присоединяйтесь; следите за; поделиться в; поделиться:; скачайте; скачать приложение; поддержите; теги:; метки:; ключевые слова; рубрики:; похожие новости; похожие материалы; материалы по теме; по теме:; новости по теме; самое читаемое; фото:; иллюстрация:; источник:; время чтения; все права защищены; оформите подписку; нашли опечатку; нашли ошибку;
  اقرا ايضا; اقرا المزيد; اقراوا ايضا; شاهد ايضا; طالع ايضا; اضغط هنا; انقر هنا; اشترك في; اشترك الان; سجل الان; تابعنا; تابعونا; شارك على; شارك هذا; حمل التطبيق; حمل تطبيق; انضم الي; ادعمنا; الوسوم; وسوم:; كلمات مفتاحيه; كلمات دلاليه; مواضيع ذات صله; اخبار ذات صله; مقالات ذات صله; الاكثر قراءه; قد يعجبك; المصدر:; الصوره:; جميع الحقوق محفوظه; كل الحقوق محفوظه;
  यह भी पढे; ये भी पढे; इसे भी पढे; और पढे; आगे पढे; यहा क्लिक; सब्सक्राइब; हमे फॉलो; फॉलो करे; शेयर करे; डाउनलोड करे; हमारा ऐप; टैग; टैग्स; कीवर्ड; संबंधित खबरे; सर्वाधिकार सुरक्षित; फोटो:; स्रोत:;
  baca juga; baca selengkapnya; baca lebih; lihat juga; simak juga; klik di sini; klik disini; daftar sekarang; ikuti kami; ikuti berita; bagikan ke; bagikan artikel; unduh aplikasi; dapatkan update; gabung; sudah berlangganan; dukung kami; tag:; tags:; kata kunci; topik:; artikel terkait; berita terkait; terpopuler; paling banyak dibaca; foto:; sumber:; hak cipta dilindungi;
  関連記事; あわせて読みたい; 併せて読みたい; こちらもおすすめ; おすすめ記事; おすすめの記事; 人気記事; アクセスランキング; 続きを読む; 続きは; 詳しくはこちら; 詳細はこちら; ここをクリック; メールマガジン; メルマガ登録; 無料登録; 会員限定; この記事は会員限定; この記事は有料; 購読する; フォローする; 公式アカウント; シェアする; アプリをダウンロード; タグ:; タグ：; キーワード:; キーワード：; カテゴリー:; 写真:; 写真：; 画像:; 画像：; 提供:; 提供：; 出典:; 出典：; 無断転載; 記事一覧;
  더보기; 관련기사; 관련 기사; 관련뉴스; 관련 뉴스; 함께 읽기; 이 기사를; 더 읽기; 자세히 보기; 여기를 클릭; 구독하기; 구독 신청; 뉴스레터; 팔로우; 페이스북으로; 카카오톡으로; 공유하기; 앱 다운로드; 태그:; 태그 :; 키워드:; 사진=; 사진:; 사진 =; 출처:; 무단전재; 무단 전재; 저작권자; ⓒ; 많이 본; 인기 기사; 추천 기사; 기사제보;
  阅读全文; 閱讀全文; 相关阅读; 相关新闻; 相关文章; 相关推荐; 相關閱讀; 相關新聞; 延伸阅读; 延伸閱讀; 推荐阅读; 推薦閱讀; 更多新闻; 更多內容; 阅读更多; 閱讀更多; 阅读原文; 点击查看; 点击这里; 點擊查看; 点击订阅; 立即订阅; 立即訂閱; 订阅我们; 关注我们; 關注我們; 关注微信; 扫描二维码; 扫码; 长按; 分享到; 分享至; 下载app; 下载客户端; 下載app; 标签:; 标签：; 標籤; 关键词; 關鍵字; 图片来源; 圖片來源; 图:; 图：; 来源:; 来源：; 來源：; 责任编辑; 责编; 編輯：; 编辑:; 编辑：; 版权所有; 版權所有; 未经授权; 未經授權; 转载请注明; 热门文章; 热门推荐; 最新文章; 猜你喜欢; 声明：; 免责声明; 返回搜狐; 特别声明`);

/** A line that ends in one of these leads up to it: "The Example lives from its readers. Donate". */
export const appeals =
  phrases(`donate; support us; support our; become a member; subscribe; faire un don; soutenez-nous; abonnez-vous; jetzt spenden; spenden; jetzt abonnieren;
  unterstutzen sie; donar; dona; apoyanos; suscribete; doe agora; apoie; assine; sostieni; abbonati; doneer; steun ons; word lid; abonneer je; stod oss; prenumerera;
  wesprzyj; subskrybuj; bagis yap; abone olun; поддержите; подпишитесь; تبرع; ادعمنا; اشترك الان; दान करे; donasi; dukung kami; 寄付する; 購読する; 후원하기; 구독하기; 捐款; 立即订阅; 立即訂閱`);

/** A heading behind which the readers speak, or the site speaks of its author: nothing of the article comes any more. */
export const afterArticle = phrases(`
  comments; comment; leave a comment; leave a reply; post a comment; join the discussion; add a comment; view comments; about the author; show comments;
  commentaires; laisser un commentaire; laissez un commentaire; ajouter un commentaire; vos commentaires; a propos de l'auteur;
  kommentare; kommentar schreiben; schreibe einen kommentar; schreiben sie einen kommentar; diskutieren sie mit; leserkommentare; uber den autor; uber die autorin;
  comentarios; deja un comentario; deja una respuesta; deje su comentario; sobre el autor; comentarios; deixe um comentario; deixe uma resposta; deixe seu comentario; sobre o autor;
  commenti; lascia un commento; lascia una risposta; reacties; laat een reactie achter; geef een reactie; kommentarer; lamna en kommentar; lamna ett svar; komentarze; dodaj komentarz; skomentuj; yorumlar; yorum yap; bir yorum yazin; bir yanit yazin;
  комментарии; оставить комментарий; добавить комментарий; написать комментарий; التعليقات; اترك تعليقا; اضف تعليق; टिप्पणिया; अपनी टिप्पणी दे; komentar; tinggalkan komentar; tulis komentar; tinggalkan balasan; コメント; コメントを書く; コメントを残す; コメント一覧; 댓글; 댓글 쓰기; 댓글 남기기; 댓글쓰기; 评论; 网友评论; 发表评论; 發表評論; 留言; 发表回复; 最新评论; 全部评论`);

/** Consent notices are sentences of full length: told by how they begin to speak of themselves. */
export const consent = phrases(`
  we use cookies; uses cookies; use of cookies; we and our partners; our partners store; manage your privacy; we value your privacy; nous utilisons des cookies; utilise des cookies; nous et nos partenaires; utilisation de cookies; l'utilisation des cookies; wir verwenden cookies; wir nutzen cookies; verwendet cookies; nutzt cookies; wir und unsere partner; utilizamos cookies; usamos cookies; utiliza cookies; uso de cookies; usa cookies; nosotros y nuestros socios; nos e nossos parceiros; utilizziamo cookie; utilizza cookie; utilizziamo i cookie; noi e i nostri partner; wij gebruiken cookies; we gebruiken cookies; gebruikt cookies; wij en onze partners; vi anvander cookies; vi anvander kakor; anvander cookies; uzywamy plikow cookie; wykorzystuje pliki cookie; uzywa plikow cookie; korzystamy z plikow cookie; cerezler kullan; cerez kullan; cerezleri kullan; используем cookie; используем файлы cookie; использует cookie; использует файлы cookie; نستخدم ملفات تعريف الارتباط; يستخدم ملفات تعريف الارتباط; हम कुकीज; कुकीज का उपयोग; kami menggunakan cookie; menggunakan cookie; cookieを使用; クッキーを使用; cookieを利用; クッキーを利用; 쿠키를 사용; 使用cookie; 使用 cookie`);

export const rights = phrases(`
  all rights reserved; may not be published, broadcast; may not be reproduced; tous droits reserves; reproduction interdite; alle rechte vorbehalten; todos los derechos reservados; todos os direitos reservados; tutti i diritti riservati; riproduzione riservata; alle rechten voorbehouden; eftertryck forbjudet; wszelkie prawa zastrzezone; tum haklari saklidir; her hakki saklidir; все права защищены; جميع الحقوق محفوظه; सर्वाधिकार सुरक्षित; hak cipta dilindungi; 無断転載; 禁無断; 무단전재; 무단 전재; 版权所有; 版權所有; 未经许可不得转载`);

/** Per month, in words and short; beside an amount of money they make a price of a subscription. */
export const periods = phrases(`
  / mois; /mois; par mois; par an; / an; per month; a month; /month; / month; /mo; per year; a year; /year; per week; a week; /week; / week; pro monat; im monat; /monat; / monat; pro woche; pro jahr; monatlich; al mes; /mes; / mes; al ano; por mes; ao mes; por ano; al mese; /mese; / mese; all'anno; per maand; /maand; / maand; per jaar; per week; per manad; i manaden; /man; kr/man; miesiecznie; / miesiac; /miesiac; /mies; za miesiac; rocznie; aylik; / ay; /ay; ayda; в месяц; / месяц; /мес; в год; شهريا; / شهر; प्रति माह; प्रति महीने; /माह; per bulan; /bulan; / bulan; sebulan; 月額; /月; 每月; 一个月; /年; 每年; 月々; 매월; 월; /월; 개월`);

/** Who wrote it comes behind one of these; a colon or space may part them. */
export const bylineOpenings = phrases(`
  written by; story by; by; words by; text by; author; author:; authors:; par; ecrit par; propos recueillis par; auteur; auteur :; auteur:; von; ein artikel von; ein beitrag von; autor:; autorin:; text:; por; escrito por; texto:; autor; autora:; di; a cura di; scritto da; autore:; door; tekst:; av; text av; skrivet av; autor artykulu:; oprac.; opracowal:; opracowala:; yazan:; yazar:; haber:; автор:; автор; текст:; авторы:; بقلم; بقلم:; كتب:; كتبت:; الكاتب:; اعداد:; लेखक:; लेखक; रिपोर्ट:; oleh; oleh:; penulis:; reporter:; 文:; 文：; 文/; 文／; 取材・文; 記者:; 執筆:; 執筆：; 著者:; 著者：; 記事:; 作者:; 作者：; 作者; 记者:; 记者：; 记者; 撰文:; 撰文：; 文|; 记者/; 글; 글:; 글=; 기자:; by:`);

/** "Reporter" beside a name, in languages that set it behind or between. */
export const reporters = new Set(
  '기자 특파원 편집위원 선임기자 인턴기자 記者 记者 特派員 通信員 통신원'.split(' '),
);

/** The outlet's name comes behind. */
export const sourceLabels = phrases(`
  source:; source :; sources:; quelle:; fuente:; fonte:; bron:; kalla:; zrodlo:; kaynak:; источник:; المصدر:; स्रोत:; sumber:; 出典:; 出所:;
  配信元:; 출처:; 来源:; 來源:`);

/** Behind an outlet's name these speak of its staff. */
export const desks = new Set(
  phrases(
    `desk; newsroom; staff; redaktion; redaction; redaccion; redacao; redazione; redactie; redaktionen; redakcja; редакция; डेस्क; 編集部; 편집부; 编辑部`,
  ),
);

function phrases(list: string): readonly string[] {
  return [...new Set(list.split(';').map((phrase) => fold(phrase).replace(/\s+/g, ' ').trim()))].filter(
    (phrase) => phrase !== '',
  );
}
