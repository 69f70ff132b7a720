/** What of a web page is its article: rules for what pages mark, and whole pages as they are saved. */
import { afterAll, describe, expect, test } from 'vitest';
import { createParser } from '../../src/watch/parser.ts';

const parser = createParser();
afterAll(() => parser.close());

async function read(html: string) {
  const page = await parser.page(new TextEncoder().encode(html));
  if (page.kind === 'broken') throw new Error(page.reason);
  return page;
}

/** Three paragraphs of an article, long enough to be taken for one. */
const text = [
  'The port of Saltmarsh will close its western quay in March, the harbour board said on Monday, after a year of losses.',
  'About three hundred people work there; half of them, the board said, will be offered work at the eastern terminal, and the others a year of wages.',
  'Unions called the decision hasty, and asked the ministry to look at the figures before anything is signed, sold or torn down by the new owner.',
];
const [first, second, third] = text.map((words) => `<p>${words}</p>`);

const head = `<meta property="og:title" content="Port closes quay"><meta property="og:site_name" content="The Quay">
  <meta name="author" content="Ann Low, 藤崎 遥"><meta property="article:published_time" content="2026-01-05T23:30:00Z">`;

/** What a newsroom's page has at the three places where something may stand. */
function newsPage(above: string, between = '', below = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><main><article>
    <h1>Port closes quay</h1>${above}${first}${between}${second}${third}${below}</article></main></body></html>`;
}

describe('is furniture, above the text', () => {
  const furniture: readonly string[] = [
    '<p>By Ann Low</p>',
    '<p>Ann Low, Harbour Correspondent</p>',
    '<p>Von Ann Low, 6. Januar 2026, 0:30 Uhr</p>',
    '<p>Par Ann Low, publié le 5 janvier 2026 à 23h30</p>',
    '<p>5 January 2026 · 4 min read</p>',
    '<p>The Quay | January 5, 2026</p>',
    '<div class="meta"><span>ANN LOW</span> <span>05.01.2026</span></div>',
    '<p>٥ يناير ٢٠٢٦</p>',
    '<p>2026年1月6日 8時30分　藤崎遥</p>',
    '<p>६ जनवरी २०२६</p>',
    '<p>Опубликовано <time datetime="2026-01-07">сегодня</time></p>',
    '<p>Texte : <a rel="author" href="/x">Bernard Haut</a></p>',
    '<ul><li>Ann Low</li><li>5 Jan 2026</li></ul>',
    '<font size="1">monday 5 january 2026, by Ann Low</font><br>',
    '<div class="kicker">Economy</div>',
    '<p class="article__Eyebrow">Économie</p>',
    '<div id="shareBar">Send to a friend</div>',
    '<div role="navigation">Here and there</div>',
    '<div aria-label="Newsletter">Every morning at six</div>',
    '<div class="cookie-wall">We and our partners value your privacy.</div>',
    '<p class="no-print">Listen to this text</p>',
  ];
  test.for(furniture)('%s', async (line) => {
    expect((await read(newsPage(line))).text).toBe(text.join('\n\n'));
  });
});

describe('is furniture between two paragraphs, and below the text', () => {
  const furniture: readonly string[] = [
    '<div class="ad"><span>Advertisement</span></div>',
    '<div class="ad-slot--top">Anzeige</div>',
    '<div id="AdBox">Publicidad</div>',
    '<section aria-label="Advertisement">Buy a boat</section>',
    '<div class="article__banner">Реклама</div>',
    '<div class="inline-related"><a href="/1">Bus strike goes on</a></div>',
    '<div class="newsletter-signup"><p>The harbour in your mail, every morning.</p></div>',
    '<amp-ad><div placeholder>Publicité</div></amp-ad>',
    '<div class="post-tags"><a href="/t">port</a> <a href="/u">quay</a></div>',
    '<div class="subscribe-box"><p>Read all of it for one euro.</p><a href="/s">Try it</a></div>',
    '<span class="sr-only">Opens in a new window</span>',
  ];
  test.for(furniture)('%s', async (line) => {
    expect((await read(newsPage('', line))).text).toBe(text.join('\n\n'));
    expect((await read(newsPage('', '', line))).text).toBe(text.join('\n\n'));
  });
});

describe('is part of the text', () => {
  const kept: ReadonlyArray<[html: string, words: string]> = [
    ['<p class="lead">Three hundred people are affected.</p>', 'Three hundred people are affected.'],
    ['<p>Ann Low resigns as harbour master.</p>', 'Ann Low resigns as harbour master.'],
    ['<p>Annual results in brief</p>', 'Annual results in brief'],
    ['<p>Plans for 2026 and beyond</p>', 'Plans for 2026 and beyond'],
    [
      '<p>The board had <a class="nav-link" href="/r">seen the report</a> for weeks.</p>',
      'The board had seen the report for weeks.',
    ],
    [
      `<div class="paywall"><p>${'The quay was built in 1911 for the wool trade, and rebuilt twice. '.repeat(4)}</p></div>`,
      'The quay was built in 1911',
    ],
  ];
  test.for(kept)('%s', async ([html, words]) => {
    expect((await read(newsPage(html))).text).toContain(words);
  });

  test('a dated line of a chronicle', async () => {
    const page = await read(newsPage('', `${second}<p>5 January 2026: the board meets</p>`));
    expect(page.text).toContain('5 January 2026: the board meets');
  });

  test('a page whose body is marked like furniture', async () => {
    const wrapped = (name: string) =>
      `<html><head><title>Quay</title></head><body class="has-ads ${name}"><div class="${name}">${text.map((words) => `<p>${words}</p>`).join('')}</div></body></html>`;
    for (const name of ['social-content', 'cookies-accepted', 'sidebar-left'])
      expect((await read(wrapped(name))).text).toBe(text.join('\n\n'));
  });
});

describe('the title is not repeated in the text', () => {
  const titles: ReadonlyArray<[title: string, html: string]> = [
    ['إنفيديا تطرح معالجًا جديدًا', '<h1>إنفيديا تطرح معالجًا جديدًا</h1>'],
    ['Порт закрывает причал', '<h2>«Порт закрывает причал»</h2>'],
    ['港口将关闭西码头', '<h1><span>港口将</span><span>关闭西码头</span></h1>'],
    ['Port closes quay', '<p><b>PORT CLOSES QUAY</b></p>'],
    [
      'Port of Saltmarsh closes its western quay',
      '<h1>Port of Saltmarsh closes its western quay in March</h1>',
    ],
  ];
  test.for(titles)('%s in %s', async ([title, html]) => {
    const page = await read(
      `<html><head><meta property="og:title" content="${title}"></head><body>${html}${first}${second}${third}</body></html>`,
    );
    expect(page).toMatchObject({ title, text: text.join('\n\n') });
  });

  test('a window title is cut to what the page shows', async () => {
    const page = await read(
      `<html><head><title>The Quay - Port closes quay</title></head><body><h1>The Quay</h1><h1>Port closes quay</h1>${first}${second}</body></html>`,
    );
    expect(page.title).toBe('Port closes quay');
  });

  test('what is above it goes with it, unless the text stands there', async () => {
    const menu = '<div>Home</div><div>Sport</div>';
    const heading = '<h1>Port closes quay</h1>';
    const above = await read(`<body>${menu}${heading}${first}${second}${third}</body>`);
    expect(above.text).toBe(text.join('\n\n'));
    const below = await read(`<body>${first}${second}${third}${heading}</body>`);
    expect(below.text).toBe(text.join('\n\n'));
  });
});

describe('what only readers are told', () => {
  const dates: ReadonlyArray<[line: string, published: string | undefined]> = [
    ['<div class="data">5 gennaio 2026</div>', '5 gennaio 2026'],
    ['<p>Publié le 5 janvier 2026 à 09h00</p>', 'Publié le 5 janvier 2026 à 09h00'],
    ['<span>2026年1月5日 10時30分</span>', '2026年1月5日 10時30分'],
    ['<p>The plan dates from 5 January 2026.</p>', undefined],
    ['<p>Season 2026</p>', undefined],
  ];
  test.for(dates)('%s dates a page as %s', async ([line, published]) => {
    const page = await read(`<body><h1>Port closes quay</h1>${line}${first}${second}${third}</body>`);
    expect(page.published).toBe(published);
    expect(page.text.endsWith(text.join('\n\n'))).toBe(true);
    expect(page.text).not.toContain(published ?? 'Port closes quay');
  });

  test('an author who is only linked', async () => {
    const page = await read(
      `<body><h1>Port closes quay</h1><p>By <a rel="author" href="/a">Ann Low</a></p>${first}${second}</body>`,
    );
    expect(page).toMatchObject({ author: 'Ann Low', text: text.slice(0, 2).join('\n\n') });
  });
});

// ── Whole pages ──────────────────────────────────────────────────────────────────────────────────

test('a page that a browser saved, without an article element', async () => {
  const page = await read(`<!DOCTYPE html>
<!-- saved from url=(0027)https://quai.example/port/1 -->
<html lang="fr"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Le port ferme un quai | Le Quai</title></head>
<body class="page has-ads"><div id="top"><a href="/">Le Quai</a><ul class="menu"><li><a href="/s">Sport</a></ul></div>
<div id="left"><div><a href="/eco">Économie</a></div><h1>Le port ferme un quai</h1>
<div class="infos">Publié le 5 janvier 2026 à 09h00 par <a rel="author" href="/x">Anne Lebas</a></div>
<div class="txt">${first}<div class="ad-slot">Publicité</div>${second}${third}</div></div>
<div id="right"><h3>Les plus lus</h3><ul><li><a href="/1">Dix recettes de crêpes</a><li><a href="/2">Grève des bus lundi</a></ul></div>
<div id="bottom">© 2026 Le Quai. <a href="/m">Mentions légales</a></div></body></html>`);
  expect(page).toMatchObject({
    title: 'Le port ferme un quai',
    url: 'https://quai.example/port/1',
    author: 'Anne Lebas',
    published: 'Publié le 5 janvier 2026 à 09h00 par Anne Lebas',
    text: text.join('\n\n'),
  });
});

test('a page of which only the first lines are free', async () => {
  const page =
    await read(`<html lang="de"><head>${head}</head><body><header><nav><a href="/">Start</a></nav></header>
<main><article><header><span class="kicker">Wirtschaft</span><h1>Port closes quay</h1></header><p class="byline">Von Ann Low · 05.01.2026</p>
<p>Der Westkai schließt im März, dreihundert Beschäftigte sind betroffen.</p>
<div class="paywall-box"><h2>Weiterlesen mit Kai+</h2><p>Testen Sie unser Angebot vier Wochen lang für 1 Euro, jederzeit kündbar.</p>
<ul><li>Alle Artikel im Netz</li><li>Weniger Werbung</li></ul><a href="/abo">Jetzt testen</a></div></article></main></body></html>`);
  expect(page.text).toBe('Der Westkai schließt im März, dreihundert Beschäftigte sind betroffen.');
});

test('a page with teasers that are articles, too', async () => {
  const teaser = `<article class="card"><h2><a href="/x">La grève des bus continue</a></h2><p>Les chauffeurs de bus de la ville poursuivent leur grève pour la troisième semaine, et la mairie, qui reçoit les délégués mardi, ne promet rien.</p></article>`;
  const page = await read(
    `<html lang="fr"><head>${head}</head><body>${teaser}<main><article><h1>Port closes quay</h1>${first}${second}${third}</article>${teaser}${teaser}</main></body></html>`,
  );
  expect(page.text).toBe(text.join('\n\n'));
});

test('an AMP page', async () => {
  const page =
    await read(`<!doctype html><html ⚡ lang="es"><head><meta charset="utf-8"><title>Port closes quay</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Port closes quay","datePublished":"2026-01-05T08:00:00Z","author":{"name":"Ana Marín"}}</script></head>
<body><amp-sidebar><ul><li><a href="/">Portada</a></li></ul></amp-sidebar><article><h1>Port closes quay</h1><p>5 ene 2026 - Ana Marín | Saltmarsh</p>${first}
<amp-ad type="doubleclick"><div placeholder>Publicidad</div></amp-ad>${second}${third}<amp-social-share type="x">Compartir</amp-social-share>
<amp-list><template type="amp-mustache"><a href="{{url}}">{{title}}</a></template></amp-list></article><amp-consent><div>Usamos cookies.</div></amp-consent></body></html>`);
  expect(page.text).toBe(text.join('\n\n'));
});

test('a page laid out by tables', async () => {
  const page =
    await read(`<HTML><HEAD><TITLE>Haven sluit kade - De Kade</TITLE></HEAD><BODY><TABLE WIDTH=600><TR><TD COLSPAN=2><A HREF="/">De Kade</A></TD></TR>
<TR><TD WIDTH=120><FONT SIZE=2><A HREF="/">Home</A><BR><A HREF="/w">Weer</A></FONT></TD><TD><FONT SIZE=5><B>Haven sluit kade</B></FONT><BR>
<FONT SIZE=1>maandag 5 januari 2026, door Anna Laag</FONT><P>${text.join('<P>')}</TD></TR><TR><TD COLSPAN=2><HR><FONT SIZE=1>&copy; 2026 De Kade</FONT></TD></TR></TABLE></BODY></HTML>`);
  expect(page).toMatchObject({
    title: 'Haven sluit kade',
    published: 'maandag 5 januari 2026, door Anna Laag',
    text: text.join('\n\n'),
  });
});

test('a page whose paragraphs are parted by line breaks', async () => {
  const page = await read(
    `<html lang="it"><head><title>Il porto chiude</title></head><body><h1>Il porto chiude</h1><div class="data">5 gennaio 2026</div><div>${text.join('<br><br>')}</div><div class="footer">Tutti i diritti riservati</div></body></html>`,
  );
  expect(page).toMatchObject({ published: '5 gennaio 2026', text: text.join('\n\n') });
});

test.for([
  `<!doctype html><title>Quay</title>${first}${second}${third}`,
  `<html><title>Quay</title><body>${first}${second}${third}</body></html>`,
  `<html lang="en"><head><title>Quay</title></head>${first}${second}${third}</html>`,
])('a page may leave out tags that HTML lets it leave out: %s', async (html) => {
  expect(await read(html)).toMatchObject({ title: 'Quay', text: text.join('\n\n'), raw: false });
});

test('a page of frames has a title only', async () => {
  const page = await read(
    '<html><head><title>Quay</title></head><frameset><frame src="a"></frameset></html>',
  );
  expect(page).toMatchObject({ title: 'Quay', text: '' });
});
