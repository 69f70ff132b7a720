/** Kinds of events, by the words of 17 languages. Notation: `happening.ts`. */
import type { Happening } from './happening.ts';

export const plainHappenings: readonly Happening[] = [
  {
    id: 'explosion',
    words: {
      en: 'explosi explod blast. blasts. blew_up', de: 'explosi explod detonat', fr: 'explos', es: 'explos estall', pt: 'explos explod',
      it: 'esplos esplod', nl: 'explosi explode ontplof', sv: 'explosi explode', pl: 'eksplozj eksplodow wybuch', tr: 'patla infilak', ru: 'взрыв взорв',
      ar: 'انفجار انفجر', hi: 'विस्फोट धमाक', id: 'ledak meledak', ja: '爆発', ko: '폭발', zh: '爆炸',
    },
  },
  {
    id: 'fire',
    words: {
      en: 'fire. fires. blaze. burn wildfire', de: 'brand. brände feuer. grossbrand waldbrand brennt', fr: 'incendi',
      es: 'incendi', pt: 'incendi incêndi', it: 'incendi', nl: 'brand. branden. bosbrand', sv: 'brand. branden. skogsbrand',
      pl: 'pożar', tr: 'yangın', ru: 'пожар', ar: 'حريق حرائق', hi: 'आग.', id: 'kebakaran', ja: '火災 火事', ko: '화재 산불',
      zh: '火灾 大火 起火',
    },
  },
  {
    id: 'earthquake',
    words: {
      en: 'earthquake quake tremor', de: 'erdbeben erdstoss', fr: 'séisme tremblement_de', es: 'terremoto seísmo sismo', pt: 'terremoto sismo terramoto',
      it: 'terremoto scossa', nl: 'aardbeving', sv: 'jordbävning jordskalv', pl: 'trzęsieni', tr: 'deprem', ru: 'землетрясени',
      ar: 'زلزال', hi: 'भूकंप', id: 'gempa', ja: '地震', ko: '지진', zh: '地震',
    },
  },
  {
    id: 'eruption',
    words: {
      en: 'erupt lava. volcan', de: 'vulkan lava. ausbruch', fr: 'éruption volcan lave.', es: 'erupción volcán lava.', pt: 'erupção vulcão lava.',
      it: 'eruzion vulcan lava.', nl: 'vulkaan uitbarst lava.', sv: 'vulkan lava.', pl: 'wulkan erupcj law.', tr: 'yanardağ volkan lav.',
      ru: 'вулкан изверж', ar: 'بركان', hi: 'ज्वालामुखी', id: 'erupsi gunung_api', ja: '噴火', ko: '화산 분화', zh: '火山',
    },
  },
  {
    id: 'crash',
    words: {
      en: 'derail crash collid collision', de: 'entgleis unglück unfall absturz abgestürzt zusammenstoß kollision', fr: 'déraill accident crash collision',
      es: 'descarril accident choque. estrell', pt: 'descarril acidente colisão caiu.', it: 'deragli incident schiant scontro.',
      nl: 'ontspoor ongeluk neergestort botsing', sv: 'urspår olycka krasch', pl: 'wykolei wypad katastrof zderz',
      tr: 'kaza. kazası raydan düştü', ru: 'авари крушени сошел столкнове', ar: 'حادث تحطم تصادم', hi: 'दुर्घटना हादस',
      id: 'anjlok kecelakaan tabrakan', ja: '脱線 墜落 衝突', ko: '탈선 추락 충돌', zh: '脱轨 坠毁 相撞',
    },
  },
  {
    id: 'flood',
    words: {
      en: 'flood', de: 'hochwasser überschwemm überflut', fr: 'inond crue.', es: 'inundac', pt: 'inundaç enchente', it: 'alluvion inondazion',
      nl: 'overstrom', sv: 'översvämn', pl: 'powód', tr: 'sel. seller', ru: 'наводнени', ar: 'فيضان سيول', hi: 'बाढ़', id: 'banjir',
      ja: '洪水 浸水', ko: '홍수 침수', zh: '洪水 洪灾',
    },
  },
  {
    id: 'power-cut',
    words: {
      en: 'blackout power_cut power_failure power_outage', de: 'stromausfall', fr: 'panne_de_courant coupure_de_courant panne_électrique',
      es: 'apagón corte_de_luz', pt: 'apagão', it: 'blackout', nl: 'stroomstoring stroomuitval', sv: 'strömavbrott', pl: 'brak_prądu',
      tr: 'elektrik_kesintisi', ru: 'отключени', ar: 'انقطاع', hi: 'बिजली', id: 'listrik_padam', ja: '停電', ko: '정전', zh: '停电',
    },
  },
  {
    id: 'recall',
    words: {
      en: 'recall calling_back', de: 'ruft rückruf zurückgerufen zurückrufen', fr: 'rappel', es: 'retira retirada', pt: 'recall recolh', it: 'richiam ritira',
      nl: 'roept terugroep teruggeroepen', sv: 'återkall', pl: 'wycofuj akcj_serwisow', tr: 'geri_çağır', ru: 'отзыва отзове отозва', ar: 'تستدعي استدعاء',
      hi: 'वापस_मंगा', id: 'menarik penarikan', ja: 'リコール 回収', ko: '리콜', zh: '召回',
    },
  },
  {
    id: 'launch-of-rocket',
    subject: true,
    words: {
      en: 'rocket orbit lift-off spacecraft', de: 'rakete raumschiff', fr: 'fusée orbite', es: 'cohete órbita nave.', pt: 'foguete órbita', it: 'razzo orbita',
      nl: 'raket', sv: 'raket', pl: 'rakiet orbit', tr: 'roket yörünge', ru: 'ракет космическ корабл', ar: 'صاروخ مدار', hi: 'रॉकेट', id: 'roket orbit',
      ja: 'ロケット 打ち上げ', ko: '로켓 발사체', zh: '火箭',
    },
  },
  {
    id: 'vote',
    subject: true,
    words: {
      en: 'referendum election vote. votes. voted. ballot', de: 'wahl. wahlen. abstimmung urabstimmung referendum stimmen_für', fr: 'référendum élection scrutin vot',
      es: 'referéndum elecci vota', pt: 'referendo eleiç vota', it: 'referendum elezion vot', nl: 'verkiezing referendum stemm', sv: 'folkomröst valet. röst',
      pl: 'wybory. wyborach referendum głos', tr: 'seçim oylama', ru: 'выбор голосован', ar: 'انتخابات استفتاء', hi: 'चुनाव मतदान', id: 'pemilu pemilihan',
      ja: '選挙 投票', ko: '선거 투표', zh: '选举 投票',
    },
  },
  {
    id: 'order',
    subject: true,
    words: {
      en: 'order. orders. ordered. contract. contracts. signed_for', de: 'bestell auftrag grossauftrag vertrag', fr: 'command contrat', es: 'encarg contrato', pt: 'encomend contrato',
      it: 'ordin commess contratt', nl: 'bestel order. contract', sv: 'beställ order. kontrakt', pl: 'zamówi zamawia kontrakt', tr: 'sipariş sözleşme', ru: 'заказ контракт',
      ar: 'طلبية عقد.', hi: 'ऑर्डर ठेका अनुबंध', id: 'pesan memesan kontrak', ja: '受注 発注 契約', ko: '수주 주문 계약', zh: '订单 订购 合同',
    },
  },
  {
    id: 'plant',
    subject: true,
    words: {
      en: 'factory factories plant. plants. fab. fabs.', de: 'fabrik werk. werke. werks. batteriefabrik chipfabrik', fr: 'usine', es: 'fábrica planta. plantas.', pt: 'fábrica', it: 'fabbric stabiliment',
      nl: 'fabriek', sv: 'fabrik', pl: 'fabryk zakład.', tr: 'fabrika', ru: 'завод', ar: 'مصنع مصانع', hi: 'फैक्ट्री फैक्टरी कारखान संयंत्र', id: 'pabrik', ja: '工場', ko: '공장', zh: '工厂 晶圆厂',
    },
  },
  {
    id: 'investment',
    subject: true,
    words: {
      en: 'invest stake. stakes.', de: 'investi steckt_ beteilig', fr: 'investi', es: 'inversi inviert invertir', pt: 'investi', it: 'investi', nl: 'investe', sv: 'invester satsar', pl: 'inwest',
      tr: 'yatırım', ru: 'инвести вложит', ar: 'استثمار تستثمر', hi: 'निवेश', id: 'investasi', ja: '投資 出資', ko: '투자', zh: '投资 注资',
    },
  },
  {
    id: 'data-center',
    subject: true,
    words: {
      en: 'data_cent', de: 'rechenzentr', fr: 'centre_de_données centres_de_données data_center', es: 'centro_de_datos centros_de_datos', pt: 'centro_de_dados centros_de_dados data_center', it: 'data_center',
      nl: 'datacent', sv: 'datacenter datahall', pl: 'centrum_danych centra_danych', tr: 'veri_merkezi', ru: 'дата-центр цод.', ar: 'مركز_بيانات مراكز_بيانات', hi: 'डेटा_सेंटर', id: 'pusat_data',
      ja: 'データセンター', ko: '데이터센터 데이터_센터', zh: '数据中心',
    },
  },
  {
    id: 'deliveries',
    subject: true,
    words: {
      en: 'deliver', de: 'ausgeliefert auslieferung liefert', fr: 'livrais livré', es: 'entreg', pt: 'entreg', it: 'consegn', nl: 'afgelever levert leverde', sv: 'leverer leverans', pl: 'dostaw dostarcz',
      tr: 'teslim', ru: 'поставк поставил', ar: 'تسليم سلمت', hi: 'डिलीवर', id: 'pengiriman mengirim', ja: '納車 出荷', ko: '인도량 출하', zh: '交付',
    },
  },
  {
    id: 'interest-rate',
    subject: true,
    words: {
      en: 'interest_rate key_rate', de: 'leitzins einlagensatz zinsen', fr: 'taux_directeur taux_d\'intérêt', es: 'tipos_de_interés tasa_de_interés', pt: 'taxa_de_juro juros. selic', it: 'tassi. tasso_',
      nl: 'rente. rentes', sv: 'ränta styrränt', pl: 'stop_procent stopy_procent', tr: 'faiz', ru: 'ключев ставк', ar: 'فائدة', hi: 'ब्याज', id: 'suku_bunga', ja: '利上げ 利下げ 政策金利', ko: '기준금리 금리', zh: '利率 加息 降息',
    },
  },
  {
    id: 'shares',
    subject: true,
    words: {
      en: 'shares_ stock_price', de: 'aktie', fr: 'action_ boursi', es: 'acciones_ bolsa', pt: 'ações_', it: 'azioni_ borsa', nl: 'aandeel', sv: 'aktie', pl: 'akcje_ akcji_ kurs', tr: 'hisse', ru: 'акци', ar: 'سهم أسهم',
      hi: 'शेयर', id: 'saham', ja: '株価', ko: '주가', zh: '股价',
    },
  },
  {
    id: 'standstill',
    subject: true,
    words: {
      en: 'halt. halts. stands_still stopped_production stops_production stood_still', de: 'stoppt stillstand steht_still', fr: 'suspend. à_l\'arrêt interromp', es: 'paraliz suspend', pt: 'paralis suspen', it: 'ferma. blocca', nl: 'stilgeleg ligt_stil', sv: 'stoppar stoppas står_still',
      pl: 'wstrzym', tr: 'durdur', ru: 'останов приостанов', ar: 'توقف أوقف', hi: 'ठप बंद.', id: 'henti', ja: '停止 中断', ko: '중단 멈춰', zh: '中断 停产 停止',
    },
  },
]; // prettier-ignore
