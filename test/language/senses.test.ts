import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';

type Row = readonly [language: string, title: string, text: string, entry: string, about: boolean];

/** What an article is about, not only names: as a query without `mentions:` has it. */
function isAbout(entry: string, language: string, title: string, text: string): boolean {
  const strength = analyze({ title, text, language }).meanings.get(entry)?.strength;
  return strength !== undefined && strength !== 'aside';
}

/** A name that is a common word needs other words to speak for it; written as a name is not enough. */
const names: readonly Row[] = [
  ['en', 'Orange to cut 700 jobs in Spain', '', 'orange', true],
  ['en', 'Orange juice prices soar', '', 'orange', false],
  ['en', 'Signal adds encrypted backups to its app', '', 'signal', true],
  ['en', 'A clear Signal to voters', '', 'signal', false],
  ['en', 'Block shares jump after payments firm raises forecast', '', 'block', true],
  ['en', 'Police Block roads before the summit', '', 'block', false],
  ['en', 'Slack is down for users of the messaging app', '', 'slack', true],
  ['en', 'Slack tide draws anglers', '', 'slack', false],
  ['en', 'Java developers get a new release', '', 'java', true],
  ['en', 'Earthquake shakes the island of Java', '', 'java', false],
  ['en', 'Amazon Ring doorbells get a new app', '', 'ring', true],
  ['en', 'He bought her a Ring of gold', '', 'ring', false],
  ['en', 'Arm Holdings raises its forecast', '', 'arm', true],
  ['en', 'Intel gathered by spies points to an attack', '', 'intel', false],
  ['de', 'Uber den Wolken', 'Segelflieger treffen sich.', 'uber', false],
  ['de', 'Die Meta-Ebene im Theater', 'Das Stück spielt mit sich selbst.', 'meta', false],
  ['it', 'Allegro ma non troppo: la sonata del pianista', '', 'allegro', false],
  ['en', 'The social network X, formerly Twitter, loses advertisers', '', 'twitter', true],
  ['en', 'Facebook parent to open a data centre', '', 'meta', true],
  ['ja', '公取委がアマゾンジャパンに立ち入り検査', '', 'amazon', true],
  ['ru', 'Акции Теслы выросли', '', 'tesla', true],
  ['ru', 'Никола Тесла: изобретатель и его башня', '', 'tesla', false],
  ['pl', 'Kierowcy pozywają Teslę', '', 'tesla', true],
  ['ar', 'حرائق غابات الأمازون', '', 'amazon', false],
  ['hi', 'बाढ़ से उबर नहीं पाया गांव', '', 'uber', false],
  ['ja', '楽天の投手が完封、3連勝', '', 'rakuten', false],
  ['ja', '楽天が携帯料金を値下げ', '', 'rakuten', true],
  ['ko', '삼성 라이온즈, 홈런 세 방으로 역전승', '', 'samsung', false],
  ['zh', '苹果丰收，果农发愁', '', 'apple', false],
  ['de', 'Visum: Botschaft vergibt Visa wieder', '', 'visa', false],
  ['en', 'Visa and Mastercard settle with merchants', '', 'visa', true],
  ['pl', 'Rok temu ruszyła fabryka', '', 'temu', false],
  ['it', 'Il meglio dell’anno', '', 'dell', false],
  ['it', 'il meglio dell’anno in borsa', '', 'dell', false],
  ['de', 'Konzert in der Uber Arena', '', 'uber', false],
  ['es', 'Partido en el Estadio Telefónica', '', 'telefonica', false],
];

/** Words so common that another name must stand by them. */
const leaning: readonly Row[] = [
  ['en', 'Edge gets an assistant', 'Microsoft adds it to its browser.', 'edge', true],
  ['en', 'Edge of the cliff gives way', 'Nobody was hurt.', 'edge', false],
  ['en', 'the edge microsoft has over its rivals', '', 'edge', false],
  ['sv', 'Teams krånglar för tusentals', 'Microsoft felsöker.', 'teams', true],
  ['en', 'X fined over blue ticks', 'Elon Musk calls it a scandal.', 'twitter', true],
  ['en', 'Actor mourns friend', 'He wrote on X that Elon Musk had called him.', 'twitter', false],
  ['en', 'A gap in the market for iPhone X cases', '', 'twitter', false],
  ['en', 'Arm raises royalties', 'Qualcomm, its largest customer, is unhappy.', 'arm', true],
];

/** What is told as background is not what the article is about. */
const background: readonly Row[] = [
  ['en', 'Fitness app ships first watch', 'The firm, which laid off 200 people last year, sells it for $199.', 'layoffs', false],
  ['en', 'Two years after mass layoffs, app maker ships a watch', 'It goes on sale in May.', 'layoffs', false],
  ['en', 'App maker lays off 200 people', 'It laid off 100 last year as well.', 'layoffs', true],
  ['fr', "L'application lance sa première montre", "Elle avait licencié 200 salariés l'an dernier.", 'layoffs', false],
  ['de', 'App-Anbieter zeigt erste Uhr', 'Im vergangenen Jahr hatte die Firma 200 Mitarbeiter entlassen.', 'layoffs', false],
  ['es', 'La aplicación lanza un reloj', 'El año pasado despidió a 200 trabajadores.', 'layoffs', false],
  ['zh', '健身应用推出首款手表', '该公司去年裁员两百人。', 'layoffs', false],
  ['fr', 'La start-up lève dix millions', 'Fondée par des anciens de Google, elle vend des capteurs.', 'google', false],
  ['en', 'Start-up raises $10m', 'It competes with rivals such as Google.', 'google', false],
  ['en', 'Google buys start-up', 'It competed with rivals such as Google.', 'google', true],
  ['en', 'Airline loses passport numbers of customers', 'Names were copied. Regulators have been notified.', 'regulation', false],
  ['en', 'Regulators propose new rules for AI', 'They will be discussed in May.', 'regulation', true],
]; // prettier-ignore

/** What happens everywhere rings where the article is from technology or business. */
const subjects: readonly Row[] = [
  ['en', 'Court rules on voter lists', 'Republican senators and the governor of the state had asked the judge before the election to keep the names of thousands of immigrants off the ballot, and their lawsuit will go on to the Supreme Court next month, said a congressman.', 'lawsuit', false],
  ['en', 'Users sue app maker', 'The lawsuit says the software company collected location data of millions of customers through its smartphone app for years, sold them to online advertisers and never told anybody, although its own engineers had warned the executives twice.', 'lawsuit', true],
  ['de', 'Zulieferer streicht weitere 3000 Jobs', 'Bis Ende des kommenden Jahres baut der Zulieferer rund 3000 Arbeitsplätze in Forschung und Entwicklung ab, davon die Hälfte in Deutschland. Betroffen sind vor allem Standorte in Hessen und Bayern. Die IG Metall sprach am Freitag von einem harten Schlag für die ganze Region.', 'layoffs', true],
  ['en', 'Court hears of a long night', 'The man told the judge that he had not been at the inn, that he had gone home by the lane behind the mill as he did each night, and that whoever had stabbed the landlord must have known that the dog was old and deaf. The trial goes on.', 'lawsuit', false],
  ['en', 'Striker leads team to victory', 'A late strike won the match for the home team in the last minute of the season, after the coach had sent his third goalkeeper off the bench and the league leaders had missed two penalties in front of forty thousand fans.', 'strike', false],
  ['en', 'A dark cloud over the campaign', 'The senator said the affair would hang over the election like a cloud, and voters in three states told reporters that they would rather stay at home than cast their ballot for a governor they did not trust any more.', 'cloud', false],
]; // prettier-ignore

/** The same happens in other trades: there a word of technology must say that it is about that as well. */
const trades: readonly Row[] = [
  ['en', 'Brewer to buy rival', 'The beer maker pays $2 billion for the company.', 'acquisition', false],
  ['en', 'Brewer to buy delivery app', 'The beer maker pays $2 billion for the online platform.', 'acquisition', true],
  ['fr', 'Le brasseur rachète un concurrent', 'Le groupe vend plus de bière.', 'acquisition', false],
  ['de', 'Brauerei übernimmt Konkurrenten', 'Das Unternehmen verkauft mehr Bier.', 'acquisition', false],
  ['es', 'La cervecera compra a su rival', 'La empresa vende más cerveza.', 'acquisition', false],
  ['pl', 'Browar przejmuje konkurenta', 'Firma sprzedaje więcej piwa.', 'acquisition', false],
  ['ru', 'Пивоваренная компания покупает конкурента', 'Пиво покупают чаще.', 'acquisition', false],
  ['ja', 'ビール大手が同業を買収', '国内のビール工場を増やす。', 'acquisition', false],
  ['zh', '啤酒公司收购对手', '啤酒销量上升。', 'acquisition', false],
  ['en', 'Logistics firm to buy rival', 'The company pays $2 billion.', 'acquisition', true],
  ['en', 'Electronic Arts lays off 400 in football game team', '', 'layoffs', true],
  ['en', 'Electronic Arts lays off 400', 'The cuts hit its soccer and American football teams, which make the NFL and league titles.', 'layoffs', true],
  ['en', 'Game studio lays off 90', 'The maker of a war game with soldiers and zombies told its staff on Friday that the tournament team goes as well.', 'layoffs', true],
  ['de', 'Ubisoft streicht 200 Stellen', 'Betroffen ist das Team des Fußball-Spiels, dessen Trainer und Bundesliga-Lizenzen wegfallen.', 'layoffs', true],
  ['en', 'Football club lays off 40', 'The league club cut staff at its stadium after the season.', 'layoffs', false],
  ['en', 'Hospital chain hit by hackers', 'Patients were turned away from hospitals.', 'cyberattack', true],
]; // prettier-ignore

/** A long text is about what it comes back to. */
const filler =
  'The app was written by two engineers in a small office, and users of the platform say it works. ';
const longTexts: readonly Row[] = [
  ['en', 'A new app', `${filler.repeat(5)}Nvidia is one of many. ${filler.repeat(6)}`, 'nvidia', false],
  ['en', 'A new app', `${filler.repeat(5)}Nvidia is one of many. ${filler}Nvidia pays. ${filler.repeat(5)}`, 'nvidia', true],
  ['en', 'A new app', `${filler.repeat(4)}Nvidia is one of many. ${filler}`, 'nvidia', false],
  ['en', 'A new app', `${filler.repeat(4)}Nvidia is one of many. Nvidia pays. ${filler}`, 'nvidia', true],
  ['en', 'Startup cuts 200 jobs', 'It raised $40 million in a seed round.', 'funding', false],
  ['en', 'Startup cuts 200 jobs', 'It files for bankruptcy.', 'bankruptcy', true],
  ['en', 'A startup from Lyon', 'It raised $40 million in a seed round.', 'funding', true],
  ['en', 'A new app', `Nvidia is one of many. ${filler.repeat(12)}`, 'nvidia', true],
]; // prettier-ignore

/** Slips of the hand. */
const slips: readonly Row[] = [
  ['en', 'Mircosoft buys game studio', '', 'microsoft', true],
  ['en', 'Samsug shows a thinner phone', '', 'samsung', true],
  ['en', 'Bank confirms ransomwarre on its servers', '', 'ransomware', true],
  ['en', 'Chipmaker closes aquisition of rival', '', 'acquisition', true],
  ['fr', 'Vague de licenceiment dans les jeux vidéo', '', 'layoffs', true],
  ['de', 'Hersteller kündigt Entlasungen an', '', 'layoffs', true],
  ['en', 'A professor steams open a letter', '', 'semiconductors', false],
  ['en', 'Steaming tea in the garden', '', 'streaming', false],
  ['en', 'Patients wait for funding', '', 'patent', false],
];

/** What languages do to a word. */
const inflection: readonly Row[] = [
  ['de', 'Massenentlassungen beim Softwarehaus', '', 'layoffs', true],
  ['de', 'Betriebsrat kritisiert Stellenabbaupläne', '', 'layoffs', true],
  ['de', 'Kundendatenleck bei Onlinehändler', '', 'data-breach', true],
  ['de', 'Milliardenübernahme in der Chipbranche', '', 'acquisition', true],
  ['nl', 'Miljardenovername in de techsector', '', 'acquisition', true],
  ['sv', 'Mångmiljardförvärv i telekombranschen', '', 'acquisition', true],
  ['fr', "L'IA d'AWS", '', 'aws', true],
  ['fr', "L'IA d'AWS", '', 'ai', true],
  ['fr', "J'ai vu d'autres villes", '', 'ai', false],
  ['tr', 'ŞİRKET İFLASINI AÇIKLADI', '', 'bankruptcy', true],
  ['ar', 'مُوَظَّفون مُسَرَّحون: تَسْريح مئات في شركة تقنية', '', 'layoffs', true],
  ['hi', 'स्टार्टअप में छँटनी', '', 'layoffs', true],
  ['ko', '아마존이 구글을 앞섰다', '', 'google', true],
  ['id', 'Perusahaan teknologi itu diakuisisi pesaingnya', '', 'acquisition', true],
  ['id', 'Awan panas meluncur dari gunung', '', 'product-launch', false],
  ['ru', 'Наём персонала в ИТ-компании вырос', '', 'hiring', true],
  ['ru', 'На линию вышли новые трамваи', '', 'hiring', false],
  ['pl', 'Jabłka z Grójca: sadownicy liczą na zbiory', '', 'lawsuit', false],
  ['tr', 'Kargo şirketi karar aldı', '', 'earnings', false],
  ['en', 'Browser maker patches 0-day', '', 'zero-day', true],
  ['en', 'Browser maker patches zero day', '', 'zero-day', true],
  ['ja', 'ＡＷＳで障害', '', 'aws', true],
  ['ar', 'غرامة لجوجل ومايكروسوفت', '', 'google', true],
  ['ar', 'غرامة لجوجل ومايكروسوفت', '', 'microsoft', true],
  ['ko', '구글코리아, 세금 소송 이겼다', '', 'google', true],
  ['ko', '아마존서 팔린 화장품', '', 'amazon', true],
  ['pl', 'Nowa wersja Firefoksa', '', 'firefox', true],
  ['pl', 'Klienci czekają na wypłatę bitcoinów', '', 'bitcoin', true],
];

/** General news that has a word of the concept, and news of technology in which politicians have their say. */
const generalNews: readonly Row[] = [
  ['en', 'President puts 25% tariff on goods', 'Image copyright Getty Images. Tariffs take effect in July.', 'copyright', false],
  ['en', 'Poll: not even in the race', 'Copyright 2019, the county newspaper. All rights reserved.', 'copyright', false],
  ['en', 'Novelists say their works were copied', 'They accuse a chatbot maker of breaking copyright.', 'copyright', true],
  ['en', 'Governor urged to veto bill allowing denial of service to gays', '', 'cyberattack', false],
  ['en', 'Senator says cash for Tehran amounted to paying ransom for a prisoner', '', 'ransomware', false],
  ['en', 'Brave woman confronts London machete attackers', '', 'cyberattack', false],
  ['en', 'Secret Service director resigns after security breach at the White House', '', 'data-breach', false],
  ['en', 'Congress told of data breach at tax agency', '', 'data-breach', true],
  ['en', 'Lawyer secretly recorded Trump discussing a payment', '', 'privacy', false],
  ['en', 'Minister has fingerprints of nightclub gunman', '', 'privacy', false],
  ['en', 'Speaker maker secretly recorded users without their consent', '', 'privacy', true],
  ['en', 'Asian parents: your kids are not robots', '', 'robotics', false],
  ['en', "Women's march goes ahead under a cloud of controversy", '', 'cloud', false],
  ['en', 'Winners and losers of the presidential fundraising quarter', '', 'funding', false],
  ['en', 'Analysts: target price raised for satellite radio firm', '', 'price-rise', false],
  ['en', 'Retailers announce restrictions on gun sales', '', 'export-controls', false],
  ['en', 'Meat processor reports higher hog prices', '', 'semiconductors', false],
]; // prettier-ignore

/** One person's dismissal is no layoff, and not every post is a job. */
const dismissals: readonly Row[] = [
  ['fr', 'La Poste supprime le timbre rouge', '', 'layoffs', false],
  ['fr', "La Poste passe à l'électrique", '', 'layoffs', false],
  ['fr', 'La Poste supprime 500 emplois dans sa filiale numérique', '', 'layoffs', true],
  ['fr', "500 postes supprimés chez l'éditeur de logiciels", '', 'layoffs', true],
  ['fr', 'Chaque poste supprimé chez Ubisoft compte', '', 'layoffs', true],
  ['fr', "Licenciement d'un ministre", '', 'layoffs', false],
  ['fr', 'Licenciement du sélectionneur', '', 'layoffs', false],
  ['fr', "Licenciement d'une centaine de salariés chez Atos", '', 'layoffs', true],
  ['fr', 'La ville supprime 500 postes de stationnement', '', 'layoffs', false],
  ['fr', "L'État supprime 20 postes frontières", '', 'layoffs', false],
  ['es', 'El Gobierno recorta 300 millones en puestos fronterizos', '', 'layoffs', false],
  ['es', 'La tecnológica recorta 300 puestos', '', 'layoffs', true],
  ['es', 'Despido de un ministro', '', 'layoffs', false],
  ['es', 'Despido de un tercio de la plantilla en la startup', '', 'layoffs', true],
  ['pt', 'Demissão do ministro da Saúde', '', 'layoffs', false],
  ['it', 'Licenziamento di un allenatore', '', 'layoffs', false],
  ['de', 'Entlassung eines Ministers', '', 'layoffs', false],
  ['de', 'Entlassung von 300 Mitarbeitern bei SAP', '', 'layoffs', true],
  ['nl', 'Ontslag van een minister', '', 'layoffs', false],
  ['pl', 'Zwolnienie trenera', '', 'layoffs', false],
  ['ru', 'Увольнение министра', '', 'layoffs', false],
  ['en', 'Toyota eliminates 300 positions on its options list', '', 'layoffs', false],
  ['en', 'Army cuts 40 border posts', '', 'layoffs', false],
  ['en', 'Fund cuts short positions in Tesla', '', 'layoffs', false],
  ['en', 'Intel eliminates 300 positions', '', 'layoffs', true],
];

/** The rest of the article tells who is meant. */
const toldByTheRest: readonly Row[] = [
  ['en', 'Intel chief Pat Gelsinger unveils new chip', 'It is a new processor.', 'intel', true],
  ['en', 'Intel chief Lip-Bu Tan meets Trump', '', 'intel', true],
  ['en', 'Intel chief warns of attack', 'The spy agency said that troops were moving.', 'intel', false],
  ['en', 'Intel report points to Kremlin plot', '', 'intel', false],
  ['en', 'Former intel chief says war is near', '', 'intel', false],
  ['en', 'EU fines X 120 million euros', '', 'twitter', true],
  ['en', 'EU fines X 120 million euros', 'It broke the Digital Services Act.', 'twitter', true],
  ['en', 'Brussels accuses X of breaching Digital Services Act', '', 'twitter', true],
  ['de', 'EU verhängt Bußgeld gegen X', '', 'twitter', true],
  ['fr', "Bruxelles inflige une amende de 120 millions d'euros à X", '', 'twitter', true],
  ['en', 'Brussels adopts Annex X', 'The European Commission changed it.', 'twitter', false],
  ['en', 'Watchdog bans X-rated ads', '', 'twitter', false],
];

describe.each(
  Object.entries({
    names,
    leaning,
    background,
    subjects,
    trades,
    longTexts,
    slips,
    inflection,
    generalNews,
    dismissals,
    toldByTheRest,
  }),
)('%s', (_, rows) => {
  test.each(rows)('%s: "%s" %s is about %s: %s', (language, title, text, entry, about) => {
    expect(isAbout(entry, language, title, text)).toBe(about);
  });
});
