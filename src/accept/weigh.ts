/** How the evidence of two reports adds up: is it one event, or is the later one what came of the earlier? */
import type { Evidence } from './resemblance.ts';

type Weights = Readonly<Record<keyof Evidence, number>>;

/**
 * Logits, of a logistic regression on `test/accept/stories/tuned.jsonl`, each pair once with its dates and the unlike
 * ones once more as if of one hour, and on 1,200 unlike pairs of English news of several years; rounded.
 */
const oneEvent: Weights = {
  names: 2,
  mainName: 1.2,
  moreNames: 1.9,
  figures: 2.3,
  concept: 0,
  agreement: 2.4,
  words: 0.6,
  titleWords: 0.5,
  onlyNames: -4.7,
  fewWords: -2.9,
  otherConcept: -1.7,
  newConcept: -0.4,
  development: -6,
  aftermath: 0,
  otherNames: -1.7,
  otherFigures: -1.7,
  days: -3.3,
  acrossLanguages: 0.9,
};
/** Of any two reports of three days, hardly any are of one event; and a little more, for wrong is worse than missed. */
const oneEventPrior = -4.9;

/** Fitted in the same way, on the pairs that are not of one event. */
const later: Weights = {
  names: 1.2,
  mainName: 2,
  moreNames: 1.1,
  figures: 1.3,
  concept: 2.3,
  agreement: 1.3,
  words: 1,
  titleWords: 1,
  onlyNames: -3,
  fewWords: 0,
  otherConcept: 0,
  newConcept: 0,
  development: 0,
  aftermath: 1.9,
  otherNames: -1.8,
  otherFigures: 0,
  days: 0,
  acrossLanguages: 0.5,
};
const laterPrior = -7;

/** @returns above 0, more likely than not */
export function oneEventScore(evidence: Evidence): number {
  return sum(oneEvent, oneEventPrior, evidence);
}

/** @returns above 0, more likely than not that the new report tells what came of the other */
export function laterScore(evidence: Evidence): number {
  // Tied as closely as can be and yet not the same: there has to be something that makes it later.
  const isLater = evidence.aftermath > 0 || (evidence.agreement > 0 && evidence.days > 0);
  return isLater && evidence.mainName >= ofOneWhom ? sum(later, laterPrior, evidence) : -Infinity;
}

/** Of `mainName`: whom it is about stands in title or lead of both. */
const ofOneWhom = 0.36;

function sum(weights: Weights, prior: number, evidence: Evidence): number {
  let score = prior;
  for (const kind of Object.keys(weights) as Array<keyof Evidence>) score += weights[kind] * evidence[kind];
  return score;
}
