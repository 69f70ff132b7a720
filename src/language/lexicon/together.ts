/** Happenings that are one event: whoever tells of one in the title means the other, named in the text, as well. */
const groups: ReadonlyArray<ReadonlySet<string>> = [
  'data-breach cyberattack ransomware ddos phishing cyber-espionage outage',
  'layoffs shutdown bankruptcy',
  'ceo-change resignation',
  'acquisition merger investment spin-off',
  'funding investment',
  'fine lawsuit',
  'strike union',
].map((group) => new Set(group.split(' ')));

export function goTogether(one: string, other: string): boolean {
  return one === other || groups.some((group) => group.has(one) && group.has(other));
}
