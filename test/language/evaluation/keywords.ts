import { lexicon } from '../../../src/language/lexicon.ts';

/** What people type, and the entry that they mean by it. */
export interface Keyword {
  readonly typed: string;
  readonly meant: string;
}

const names = 'Amazon; Google; Microsoft; Apple; Meta; OpenAI; Nvidia; Tesla; Intel; Samsung; Uber; SAP; AWS';

const concepts =
  'layoffs; acquisition; data breach; ransomware; cyberattack; vulnerability; outage; antitrust; fine; lawsuit; regulation; ' +
  'CEO change; funding; IPO; earnings; AI; semiconductors; cloud; data center; product launch; hiring; partnership; ' +
  'open source; price rise; strike; bankruptcy; electric vehicles; cryptocurrency; privacy; copyright; export controls; streaming';

const inOtherLanguages: Readonly<Record<string, string>> = {
  裁员: 'layoffs',
  увольнения: 'layoffs',
  リストラ: 'layoffs',
  despidos: 'layoffs',
  demissões: 'layoffs',
  छंटनी: 'layoffs',
  Datenleck: 'data breach',
  'fuite de données': 'data breach',
  rachat: 'acquisition',
  인수: 'acquisition',
  サイバー攻撃: 'cyberattack',
  штраф: 'fine',
  Börsengang: 'IPO',
  'levée de fonds': 'funding',
  sciopero: 'strike',
  'برامج الفدية': 'ransomware',
  芯片: 'semiconductors',
};

/** What fewer articles are about: asked for as well, but a keyword met three times makes no figure of its own. */
const rarer =
  'zero-day; shutdown; union; 5G; quantum computing; robotics; autonomous vehicles; battery; satellite; virtual reality; ' +
  'deepfake; tariffs; sanctions; encryption; patent; resignation; stock buyback; spin-off; recall; subsidies; phishing; DDoS; ' +
  'cyber espionage; censorship; e-commerce; remote work; Slack; Signal; Zoom; Block; Stripe; Arm; AMD; Orange; Telegram; ' +
  'Waymo; Disney; Sony; Nokia; Netflix; Spotify; TikTok; Klarna; Ericsson; Alibaba; DeepSeek; Nintendo; Xiaomi; ASML; Ubisoft';

/** With these each article of a newsroom is labelled, and with nothing else. */
export const newsroomKeywords: readonly Keyword[] = asTyped(
  'layoffs; hiring; strike; union; acquisition; funding; IPO; earnings; bankruptcy; shutdown; partnership; ' +
    'price rise; CEO change; product launch; data breach; cyberattack; ransomware; vulnerability; zero-day; ' +
    'outage; antitrust; fine; lawsuit; regulation; privacy; AI; semiconductors; cloud; open source; 5G; ' +
    'data center; cryptocurrency; electric vehicles; autonomous vehicles; quantum computing; robotics; ' +
    'export controls; copyright; AWS; Amazon; Google; Alphabet; Microsoft; Apple; Meta; Nvidia; OpenAI; Tesla; ' +
    'Oracle; Samsung; TSMC; Intel; SpaceX; TikTok; SAP; Rust; Python; Kubernetes; Linux',
);

export const keywords: readonly Keyword[] = [
  ...asTyped(`${names}; ${concepts}`),
  ...Object.entries(inOtherLanguages).map(([typed, meant]) => ({ typed, meant })),
];

export const allKeywords: readonly Keyword[] = [...keywords, ...asTyped(rarer)];

/** Every name there is: an article must ring for its own and for none of the thousand others. */
export const everyName: readonly Keyword[] = lexicon
  .filter(({ kind }) => kind === 'name')
  .map(({ name }) => ({ typed: name, meant: name }));

function asTyped(list: string): readonly Keyword[] {
  return list.split('; ').map((typed) => ({ typed, meant: typed }));
}
