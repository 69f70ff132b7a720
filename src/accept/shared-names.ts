/** What it says of two reports that they name the same, or do not. */
import { diminishing, mostOf, share, sharePresent } from './shares.ts';
import type { KeptTrait } from './sketch.ts';
import { isName, isUnsaid, placeWeight } from './trait.ts';
import { type Comparison, depthOf, placeOf, placeWeights, type Tie } from './ties.ts';

export function namesOf(comparison: Comparison, rarity: (hash: number) => number, sameLanguage: boolean) {
  const { ties, alone, lacking } = comparison;
  const names = ties
    .filter(({ mine, theirs }) => isName(mine) && !isUnsaid(mine) && !isUnsaid(theirs))
    .map((tie) => nameTie(tie, rarity, sameLanguage));
  return {
    names: Math.min(mostOfNames, diminishing(names.map(({ strength }) => strength))),
    mainName: mostOf(names.map(({ strength, place }) => strength * place)),
    nameShare: sharePresent(comparison, weightOfName),
    subjects: subjectsShared(comparison),
    otherNames: Math.min(share(alone, ties, isMainName), share(lacking, ties, isMainName)),
    otherCommon: Math.min(share(alone, ties, isMainCommon), share(lacking, ties, isMainCommon)),
    otherPlaces: Math.min(share(alone, ties, isMainPlace), share(lacking, ties, isMainPlace)),
  };
}

function subjectsShared({ mine, theirs, ties }: Comparison): number {
  const [own, other] = [subjectOf(mine), subjectOf(theirs)];
  if (own === undefined || other === undefined) return 0.5;
  const tied = new Set(ties.map((tie) => tie.mine.hash));
  return (Number(tied.has(own.hash)) + Number(tied.has(other.hash))) / 2;
}

/** The first name of the title, if there is one. */
function subjectOf(traits: readonly KeptTrait[]): KeptTrait | undefined {
  const names = traits.filter((trait) => isName(trait) && trait.kind !== 'common');
  return names.find(isMainName) ?? names.find(({ place }) => place === 'title') ?? names[0];
}

function weightOfName(trait: KeptTrait): number {
  return isUnsaid(trait) ? 0 : (nameWeights[trait.kind] ?? 0) * placeWeights[trait.place];
}

const nameWeights: Readonly<Record<string, number>> = { rare: 1, known: 0.8, doubtful: 0.3, common: 0.2 };

/** "Its CFO leaves", "its CTO"; most are places. */
function isMainCommon(trait: KeptTrait): boolean {
  return trait.place === 'title' && trait.kind === 'common' && !isUnsaid(trait);
}

/** A country, a state, a city: "invests $5bn in Ohio", "in Korea". */
function isMainPlace(trait: KeptTrait): boolean {
  return isName(trait) && trait.place === 'title' && trait.weight === placeWeight;
}

function isMainName({ kind, place }: KeptTrait): boolean {
  return place === 'title' && (kind === 'rare' || kind === 'known');
}

/** Long reports on one man name the same people, whatever he did. */
const mostOfNames = 2.2;

function nameTie({ mine, theirs }: Tie, rarity: (hash: number) => number, sameLanguage: boolean) {
  const doubtful = mine.kind === 'doubtful' && theirs.kind === 'doubtful';
  // A word that two languages write alike is hardly a noun of both.
  const strength = doubtful && !sameLanguage ? 0.6 : (strengths[mine.kind]?.[theirs.kind] ?? 0);
  const part = mine.joined === true ? 0.5 : 1;
  return {
    strength: strength * part * rarity(mine.hash) * depthOf({ mine, theirs }),
    place: placeOf({ mine, theirs }),
  };
}

/** What a name says, by how sure either report is that it is one. */
const strengths: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  rare: { rare: 1, doubtful: 0.8, known: 0.6, common: 0.12 },
  known: { rare: 0.6, doubtful: 0.6, known: 0.6, common: 0.12 },
  doubtful: { rare: 0.8, doubtful: 0.35, known: 0.6, common: 0.12 },
  common: { rare: 0.12, doubtful: 0.12, known: 0.12, common: 0.12 },
};
