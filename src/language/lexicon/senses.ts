import { sensesOfNature } from './senses-of-nature.ts';
import { sensesOfPeople } from './senses-of-people.ts';

/**
 * What articles speak of when a name is not meant: words by language that count against its `~`, `≈` and `@` forms. Only
 * languages whose writers would use the same spelling need a list; in the others the name is spelled like no word.
 */
export const otherSenses = { ...sensesOfNature, ...sensesOfPeople };
