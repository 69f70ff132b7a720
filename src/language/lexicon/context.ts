import type { LexiconEntry } from './entry.ts';

/**
 * Words that show an article to be about business or computing. They are no meaning anybody subscribes to: they decide
 * whether "Amazon" is the company. Notation: `entry.ts`.
 */
export const businessContext: LexiconEntry = {
  id: '+business',
  name: '+business',
  kind: 'concept',
  sign: 1,
  forms: {
    any: '^CEO; ^CFO; Nasdaq; software; startup; start-up; app; online; internet; ^GmbH; =Inc; ^API; digital; online; smartphone; ^SaaS; e-commerce',
    en: 'company; share; stock; shareholder; investor; chief executive; revenue; employee; staff; customer; user; tech; technology; giant; service; platform; market; billion; business; corporate; retailer; subscription; analyst; firm; device; server; developer; workforce; warehouse; website; engineer; programming; language model; compiler; laptop; headset; browser; code; data; million; product; quarter; executive; web; update; version; store; compete; unit; headquarters; rival; feature; operating system',
    fr: 'entreprise; groupe; société; action; actionnaire; investisseur; directeur général; chiffre; salarié; employé; client; utilisateur; géant; plateforme; logiciel; marché; milliard; technologie; technologique; application; firme; filiale; ventes; appareil; serveur; données; numérique; éditeur; trimestre; million; service',
    de: 'Unternehmen; Konzern; Aktie; Anleger; Umsatz; Mitarbeiter; Kunde; Nutzer; Dienst; Plattform; Markt; Milliarde; Technologie; Tech-Konzern; Hersteller; Anwendung; Tochter; Geschäft; Börse; Gerät; Daten; Online-Händler; Onlinehändler; Tochterfirma; Quartal; Million; Chef; US-Konzern; Firma; Betriebssystem; Programmiersprache; Programmiersprachen; Entwickler',
    es: 'empresa; compañía; acción; accionista; inversor; ingreso; empleado; cliente; usuario; gigante; plataforma; mercado; tecnológica; tecnología; aplicación; firma; filial; millón; negocio; servicio; dispositivo; datos; multinacional; trimestre; consejero; ejecutivo',
    pt: 'empresa; companhia; ação; acionista; investidor; receita; funcionário; cliente; usuário; utilizador; gigante; plataforma; mercado; tecnologia; aplicativo; bilhão; milhão; negócio; serviço; dispositivo; dados; varejista; multinacional; trimestre; executivo; aplicação',
    it: 'azienda; società; azione; azionista; investitore; ricavi; dipendente; cliente; utente; colosso; gigante; piattaforma; mercato; tecnologia; applicazione; miliardo; milione; servizio; dispositivo; dati; multinazionale; trimestre; gruppo; amministratore delegato; negozio',
    nl: 'bedrijf; aandeel; belegger; omzet; medewerker; werknemer; klant; gebruiker; dienst; platform; markt; miljard; miljoen; techbedrijf; technologie; techreus; webwinkel; kwartaal; apparaat; gegevens; topman; concern; dochter; app; onderneming; programmeertaal; programmeertalen; ontwikkelaar; ontwikkelaars; besturingssysteem',
    sv: 'bolag*; företag*; aktie*; investerare; omsättning*; anställd*; kund*; användare; tjänst*; plattform*; marknad*; miljard*; miljon*; teknik*; jätte*; koncern*; appen; data; kvartal*; vd; techjätt*; näthandel*',
    pl: 'firm*; spółk*; akcj*; inwestor*; przychod*; pracowni*; klien*; użytkowni*; usług*; platform*; rynk*; rynek; miliard*; mld; mln; technologi*; gigant*; koncern*; aplikacj*; dan*; prezes*; kwartał*; urządzeni*; sklep*',
    tr: 'şirket*; hisse*; yatırımcı*; gelir*; çalışan*; müşteri*; kullanıcı*; hizmet*; platform*; pazar*; milyar*; milyon*; teknoloji*; dev*; uygulama*; veri*; cihaz*; çeyrek*; yönetici*',
    ru: 'компани*; корпораци*; акци*; инвестор*; выручк*; сотрудник*; клиент*; пользовател*; сервис*; платформ*; рынк*; рынок; миллиард*; млрд; млн; миллион*; технолог*; гигант*; приложени*; данн*; гендиректор*; стартап*; устройств*; квартал*',
    ar: 'شركة; الشركة; أسهم; سهم; مستثمر; إيرادات; موظف; عملاء; مستخدم; خدمة; خدمات; منصة; سوق; مليار; مليون; تقنية; تكنولوجيا; عملاق; عملاقة; تطبيق; بيانات; أجهزة; هاتف; برمجيات; التكنولوجيا; التقنية',
    hi: 'कंपनी; कंपनियों; शेयर; निवेशक; राजस्व; कर्मचारी; ग्राहक; यूजर; यूजर्स; सेवा; प्लेटफॉर्म; बाजार; अरब; करोड़; तकनीक; टेक; ऐप; डेटा; दिग्गज; डिवाइस; स्मार्टफोन',
    id: 'perusahaan; saham; investor; pendapatan; karyawan; pelanggan; pengguna; layanan; platform; pasar; miliar; juta; teknologi; raksasa; aplikasi; data; perangkat; kuartal; ponsel; bisnis',
    ja: '企業; 会社; 株; 投資家; 売上; 従業員; 顧客; ユーザー; サービス; 市場; 億; 兆円; 技術; 大手; アプリ; データ; 端末; スマートフォン; スマホ; 社員; 部門; 通販; 社は; 製品; 開発',
    ko: '기업*; 회사*; 주가*; 주식*; 투자자*; 매출*; 직원*; 고객*; 이용자*; 서비스*; 플랫폼*; 시장*; 억*; 조원*; 기술*; 업체*; 앱*; 데이터*; 사용자*; 빅테크*; 제품*; 스마트폰*; 분기*; 임직원*',
    zh: '公司; 企业; 企業; 股票; 股价; 股價; 投资者; 投資人; 营收; 營收; 员工; 員工; 客户; 客戶; 用户; 用戶; 服务; 服務; 平台; 市场; 市場; 亿; 億; 科技; 技术; 技術; 巨头; 巨頭; 应用; 数据; 手机; 手機; 产品; 產品; 设备; 软件; 軟體; 万美元; 部门; 部門; 业务',
  },
};
