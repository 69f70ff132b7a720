/**
 * What articles speak of when a name is not meant: words by language that count against its `~` forms. Only languages
 * whose writers would use the same spelling need a list; in the others the name is spelled like no word.
 */
export const otherSenses = {
  wild: {
    en: 'rainforest; forest; deforestation; river; jungle; basin; indigenous; biodiversity; tribe; logging; Peru; species; wildlife; tributary; rancher; cattle; ecosystem',
    fr: 'forêt; déforestation; fleuve; jungle; indigène; autochtone; biodiversité; tropicale; Lula',
    de: 'Regenwald*; Abholzung; Fluss; Dschungel; Indigene*; Artenvielfalt; Tropenwald',
    es: 'selva; deforestación; río; indígena; amazónico; amazónica; bosque; biodiversidad',
    pt: 'floresta; desmatamento; rio; indígena; amazônica; bioma; queimada',
    it: 'foresta; deforestazione; fiume; indigeno; amazzonico; giungla',
    nl: 'regenwoud; ontbossing; rivier; inheems',
    sv: 'regnskog*; avskogning*; flod*; ursprungsfolk',
    pl: 'las*; wylesiani*; rzek*; dżungl*; puszcz*',
    tr: 'yağmur_ormanı; orman*; nehr*; yerli halk',
    ru: 'лес*; вырубк*; рек*; джунгл*; коренн*',
    ar: 'غابات; الغابات; نهر; إزالة الغابات; الاستوائية; حوض',
    id: 'hutan; sungai; deforestasi',
    hi: 'जंगल; वर्षावन; नदी',
    ja: '熱帯雨林; 密林; 森林; 先住民; 流域',
    zh: '雨林; 热带; 流域; 河流; 原住民; 砍伐; 森林; 熱帶',
    ko: '열대우림*; 밀림*; 원주민*; 산림*; 강*',
  },
  fruit: {
    en: 'fruit; orchard; pie; juice; cider; harvest; recipe; farmer; crop; pear; bake; grower; vitamin; snack; cinnamon',
    zh: '水果; 果园; 果农; 果汁; 种植; 果樹; 果農; 果园; 丰收; 采摘; 品种; 农民; 维生素; 粮食; 谷物',
    ja: '果物; りんご; 農家; 果樹',
    ar: 'فاكهة; تفاح; إبل; الإبل',
    de: 'Obst; Ernte; Apfel',
    ko: '초콜릿*; 코코아*; 열매*',
  },
  letters: {
    en: 'letter; vowel; consonant; spelling; script; kindergarten; Cyrillic; linguistics; linguist; postal; wartime; museum; archive',
    fr: 'lettre; voyelle; cyrillique',
    de: 'Buchstabe; Vokal; Schrift',
    nl: 'letter; klinker',
    sv: 'bokstav*',
    pl: 'liter*; samogłosk*',
  },
  goal: {
    en: 'analysis; study; fiction; narrative; philosophy',
    es: 'maratón; objetivo; carrera; ciclista; corredor; etapa; alcanzar; partido',
    pt: 'maratona; objetivo; corrida; inflação; ciclista; alcançar; fiscal',
    it: 'maratona; traguardo; turistica; viaggio; turisti; ciclista; rugby',
    pl: 'wyścig*; kolarz*; maraton*; bieg*',
    ru: 'мета',
    ar: 'تحليل',
    id: 'analisis',
  },
  spying: {
    en: 'spy; espionage; classified; ambassador; troops; CIA; FBI; agent; military; terrorist; briefing; Kremlin; intelligence',
  },
  physics: { en: 'principle; universe; cosmology; physicist; cosmologist' },
  body: {
    en: 'leg; shoulder; wrist; elbow; injury; hospital; surgeon; army; weapon; rebel; fracture; robotic; muscle; eyelid; particle; micrometre',
    de: 'Armut; Bein; Verletzung; Schulter',
    nl: 'been; blessure; armoede',
    sv: 'ben; skada*; axel',
  },
  prophecy: {
    en: 'prophecy; Delphi; temple; priestess; god; ancient; Buffett; Omaha; tarot; goddess; archaeologist; myth',
    fr: 'Delphes; prophétie; temple; antique; pythie',
    zh: '文字; 殷墟; 出土; 考古; 文物; 汉字',
    ja: '占い; 神託',
    ko: '신탁*; 예언*',
  },
  house: {
    en: 'kitchen; brick; wall; sewing; fabric; glass; curtain; house; garden; dress; wool; knit; lens; needle; zebra; uniform; paint; bumper; broken; roof; architect',
    de: 'Fenster; Küche; Garten; Haus',
  },
  weather: {
    en: 'wind; snow; winter; storm; temperature; weather; crystal; ski; Provence; flake',
    fr: 'vent; vents; rafale; météo; Provence; neige; mistral souffle; rafales',
  },
  stars: {
    en: 'zodiac; horoscope; astrology; constellation; NASA; astronaut; twins; telescope; Taurus; Cancer; meteor; star; observatory',
    fr: 'horoscope; zodiaque',
    de: 'Horoskop; Sternzeichen',
    es: 'horóscopo; zodiaco; géminis',
    it: 'oroscopo; segno zodiacale',
  },
  fiction: { en: 'robot; film; novel; sci-fi; cyborg; movie; replicant; humanoid' },
  persons: {
    en: 'painter; Monet; film; singer; actress; Debussy; born; husband; wife; tennis; novelist; footballer; daughter; Lévi-Strauss; museum; exhibition',
    fr: 'peintre; Monet; film; acteur; maire; né; ministre; épouse; réalisateur; chanteur; ans; François; entraîneur; Makélélé; écrivain; député',
    de: 'Maler; Monet; Film; Schauspieler',
    es: 'pintor; Monet; actriz',
  },
  flying: {
    en: 'cockpit; pilot; plane; aircraft; flight; crash; runway; port; ship; harbour; harbor; cargo; dockworker; vessel; rally',
  },
  animals: {
    en: 'snake; zoo; reptile; venom; animal; wool; herd; Andes; alpaca; perfume; scent; deer; swamp; Everglades; slither; wildlife; fur; farm',
    es: 'incendio; fuego; fuegos; bomberos; arder; apagar',
    fr: 'serpent; zoo',
    de: 'Schlange; Zoo; Tier',
  },
  metal: {
    de: 'Gemeinde; Bürgermeister; Freizeitpark; Rost; Ort; Ortsrand; Rhein; Hotel',
    en: 'iron; steel; corrosion; metal; belt; car; bridge; paint; fungus; wheat; film; Baldwin; pipe; hull; coating; corrode; leaf; disease; plant; moisture',
  },
  colour: {
    en: 'sea; sky; water; blue; beach; coast; lagoon; wave; eyes',
    fr: 'côte; mer; bleu; méditerranée; plage',
  },
} as const;
