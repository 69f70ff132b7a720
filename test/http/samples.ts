/** Alerts that are hard on a page: several scripts, both directions, long and short, hostile. */
import type { AlertContent } from '../../src/domain.ts';

const base = {
  kind: 'alert',
  storyId: 1,
  outlet: 'Le Monde',
  publishedAt: Date.UTC(2026, 0, 5, 8, 12),
} as const;

export const french: AlertContent = {
  ...base,
  articleId: 12,
  title: 'Amazon Web Services supprime des centaines de postes, malgré un chiffre d’affaires record',
  url: 'https://example.com/fr/aws',
  language: 'fr',
  summary:
    'Amazon Web Services (AWS) a annoncé mercredi la suppression de plusieurs centaines de postes dans ses équipes commerciales et techniques. L’entreprise assure que ces licenciements ne remettent pas en cause ses investissements.',
  reasons: [
    { subscription: 'AWS', subscriptionId: 1, term: 'AWS', words: ['Amazon Web Services', 'AWS'] },
    {
      subscription: 'layoffs',
      subscriptionId: 2,
      term: 'layoffs',
      words: ['licenciements', 'suppression de plusieurs centaines de postes'],
    },
  ],
  outlets: [
    {
      name: 'Le Monde',
      title: 'Amazon Web Services supprime des centaines de postes',
      url: 'https://example.com/fr/aws',
    },
    { name: 'The Register', title: 'AWS swings the axe', url: 'https://example.com/reg' },
    { name: '日経', title: 'AWS、数百人を削減', url: 'https://example.com/nikkei' },
  ],
};

export const japanese: AlertContent = {
  ...base,
  articleId: 13,
  outlet: '日経クロステック',
  title: '富士通、国内で早期退職を募集 生成AI事業に人員を再配置',
  url: 'https://example.com/ja/fujitsu',
  language: 'ja',
  publishedAt: Date.UTC(2026, 0, 4, 23, 30),
  summary:
    '富士通は5日、国内の従業員を対象に早期退職を募集すると発表した。リストラの対象は約3000人で、生成AI事業に人員を再配置する。',
  reasons: [{ subscription: 'layoffs', subscriptionId: 2, term: 'layoffs', words: ['リストラ', '早期退職'] }],
  outlets: [
    {
      name: '日経クロステック',
      title: '富士通、国内で早期退職を募集',
      url: 'https://example.com/ja/fujitsu',
    },
  ],
};

export const arabic: AlertContent = {
  ...base,
  articleId: 14,
  outlet: 'الشرق الأوسط',
  title: 'مايكروسوفت تعلن تسريح 1500 موظف في قسم Azure للحوسبة السحابية',
  url: 'https://example.com/ar/azure',
  language: 'ar',
  publishedAt: Date.UTC(2025, 11, 30, 17, 5),
  summary:
    'أعلنت شركة مايكروسوفت تسريح 1500 موظف في قسم Azure. وقالت الشركة إن عمليات التسريح لن تؤثر في خططها للتوسع في المنطقة.',
  reasons: [{ subscription: 'layoffs', subscriptionId: 2, term: 'layoffs', words: ['تسريح', 'التسريح'] }],
  outlets: [{ name: 'الشرق الأوسط', title: 'مايكروسوفت تعلن تسريح', url: 'https://example.com/ar/azure' }],
};

export const short: AlertContent = {
  ...base,
  articleId: 15,
  outlet: 'ACM',
  title: 'GPT-6',
  language: 'en',
  publishedAt: Date.UTC(2024, 3, 4),
  summary: '',
  reasons: [{ subscription: 'GPT*', subscriptionId: 3, term: 'GPT*', words: ['GPT-6'] }],
  outlets: [{ name: 'ACM', title: 'GPT-6' }],
};

export const long: AlertContent = {
  ...base,
  articleId: 16,
  outlet:
    'The International Journal of Cloud Infrastructure, Distributed Systems and Applied Reliability Engineering',
  title:
    'How a single misconfigured route in a rarely used region of us-east-1 cascaded through AWS control planes, took down a third of the web for six hours, and what https://example.com/averyveryveryverylongaddresswithoutanybreakinittogetoutofthebox says about it',
  url: 'https://example.com/long',
  language: 'en',
  summary:
    'A single misconfigured route took down AWS control planes for six hours. Engineers traced the outage to a change that had passed every check. The company promised a full report within thirty days, and credits for all customers whose workloads were unavailable during that time.',
  reasons: [
    { subscription: 'AWS outage', subscriptionId: 4, term: 'AWS', words: ['AWS'] },
    { subscription: 'AWS outage', subscriptionId: 4, term: 'outage', words: ['outage', 'took down'] },
  ],
  outlets: [
    { name: 'IJCI', title: 'How a route…', url: 'https://example.com/long' },
    ...['Wired', 'Ars Technica', 'Heise', 'Golem'].map((name) => ({
      name,
      title: `${name}: AWS is down`,
      url: `https://example.com/${name}`,
    })),
  ],
};

/** What a feed may put where a title, an address, a name should be. */
export const hostile: AlertContent = {
  ...base,
  articleId: 17,
  outlet: '<img src=x onerror=alert(1)>',
  title: '</a><script>alert("title")</script> & "quotes" <hx-partial hx-target="body">gone</hx-partial>',
  url: 'javascript:alert(1)',
  language: 'x" onclick="alert(1)',
  summary: '<b>bold</b> AWS\u202Eesrever\u001B[31mred',
  reasons: [{ subscription: '<i>AWS</i>', subscriptionId: 1, term: '<i>', words: ['AWS', '<b>'] }],
  outlets: [
    { name: 'a', title: 'a' },
    {
      name: '"><script>alert(2)</script>',
      title: '<script>',
      url: 'data:text/html,<script>alert(3)</script>',
    },
  ],
};

export const samples: readonly AlertContent[] = [french, japanese, arabic, short, long];
