/** Parameters that tell how a reader came to a page, never which page it is. */

interface Tracker {
  /** `*` at the end: all names that begin so. */
  readonly names: string;
  /** Only with such a value; other values choose a page. */
  readonly value?: RegExp;
  readonly reason: string;
}

/** A site's name, or the words by which sites call their own channels. */
const channel =
  /^(?:(?:https?:\/\/)?(?:www\.)?[\w-]+\.[a-z]{2,}|rss\S*|feed\S*|twitter|tw|x|facebook|fb|linkedin|reddit|hn|hackernews|newsletter|e?mail|social|share\w*|home(?:page)?|nav|producthunt|upstract|app)$/i;

const trackers: readonly Tracker[] = [
  { names: 'utm_*', reason: 'Urchin and Google Analytics campaigns' },
  {
    names: '_ga _gl gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid',
    reason: 'Google ads and links between domains',
  },
  { names: 'fbclid fb_action_ids fb_action_types fb_ref fb_source', reason: 'Facebook clicks' },
  { names: 'igshid igsh', reason: 'Instagram shares' },
  { names: 'msclkid', reason: 'Microsoft ads' },
  { names: 'twclid __twitter_impression', reason: 'Twitter clicks and its AMP views' },
  { names: 'ttclid', reason: 'TikTok clicks' },
  { names: 'li_fat_id trk trkinfo', reason: 'LinkedIn clicks' },
  { names: 'yclid _openstat ysclid', reason: 'Yandex clicks' },
  { names: 'mc_*', reason: 'Mailchimp campaigns and readers (mc_cid, mc_eid)' },
  { names: 'mkt_tok', reason: 'Marketo readers' },
  { names: '_hsenc _hsmi __hstc __hssc __hsfp hsctatracking hsa_*', reason: 'HubSpot mails and ads' },
  { names: 'vero_id vero_conv oly_enc_id oly_anon_id', reason: 'Vero and Omeda readers' },
  { names: 'at_*', reason: 'AT Internet campaigns (BBC, French and German publishers)' },
  { names: 'xtor', reason: 'AT Internet before that' },
  { names: 'wt_mc wt_zmc', reason: 'Webtrekk campaigns' },
  { names: 'pk_* mtm_* piwik_*', reason: 'Matomo campaigns' },
  { names: 'ns_*', reason: 'comScore (ns_mchannel, ns_source)' },
  {
    names: 'cmpid cmp icid icmp ito ocid ncid cvid smid smtyp',
    reason: "publishers' own campaigns (Bloomberg, Daily Mail, MSN, New York Times)",
  },
  { names: 'guccounter guce_referrer guce_referrer_sig', reason: "Yahoo's consent pages" },
  { names: 'soc_src soc_trk sr_share taid share_id', reason: 'share buttons' },
  { names: 'spm scm', reason: "Alibaba's positions on a page" },
  { names: 'feedtype feedname', reason: 'feeds that name themselves' },
  {
    names: 'amp amp_js_v amp_gsa usqp outputtype',
    value: /^(?:1|true|amp|0\.1|a[0-9]|mq\S*)?$/i,
    reason: 'the AMP form of the same page',
  },
  { names: 'aoh amp_ct amp_tf ampshare', reason: "AMP viewers' notes in the fragment" },
  { names: 'echobox', reason: 'Echobox posts, in the fragment' },
  { names: 'phpsessid jsessionid', reason: 'sessions of one reader' },
  // "ref=main" on a code host is a branch, "source=12" a catalogue: only what names a channel goes.
  {
    names: 'ref ref_src ref_url referrer referer source src from via partner',
    value: channel,
    reason: 'where the link was found',
  },
];

interface Rule {
  readonly value: RegExp | undefined;
}

const exact = new Map<string, Rule>();
const prefixes: string[] = [];
for (const { names, value } of trackers) {
  for (const name of names.split(' ')) {
    if (name.endsWith('*')) prefixes.push(name.slice(0, -1));
    else exact.set(name, { value });
  }
}

export function isTrackingParameter(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  const rule = exact.get(lower);
  if (rule !== undefined) return rule.value === undefined || rule.value.test(value);
  return prefixes.some((prefix) => lower.startsWith(prefix));
}
