import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { meet } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';

type Row = readonly [query: string, language: string, title: string, text: string, rings: boolean];

/** In a language that the lexicon does not have, every form of the others may ring; a short one needs its capitals. */
const otherLanguages: readonly Row[] = [
  ['AI', 'fi', 'Hallitus aikoo korottaa veroja', 'Hallitus aikoo korottaa arvonlisäveroa.', false],
  ['AI', 'und', 'Hallitus aikoo korottaa veroja', '', false],
  ['AI', 'fi', 'Aika loppuu kesken', '', false],
  ['AI', 'fi', 'Hallitus valvoo AI-malleja', '', true],
  ['AI', 'vi', 'Ai được tăng lương?', 'Những người này sẽ được tăng lương.', false],
  ['AI', 'vi', 'AI ĐƯỢC TĂNG LƯƠNG TỪ NĂM SAU', '', false],
  ['AI', 'ro', 'Ai nevoie de pașaport?', 'Iată ce trebuie să știi.', false],
  ['AI', 'und', 'Ai nevoie de pașaport?', '', false],
  ['AI', 'ro', 'Guvernul reglementează AI', '', true],
  ['AI', 'cs', 'AI mění trh práce', '', true],
  ['AI', 'hu', 'Ai Weiwei kiállítása', '', false],
  ['layoffs', 'fi', 'Nokia: layoffs', '', true],
]; // prettier-ignore

/** "AI-*" is a word and its hyphen, not every word that begins so. */
const hyphened: readonly Row[] = [
  ['AI', 'sv', 'Aida sätts upp på operan', '', false],
  ['AI', 'sv', 'Airbag återkallas av Volvo', '', false],
  ['AI', 'sv', 'Ny ai-tjänst från staten', '', true],
];

/** What somebody shouts in the middle of other words has no capitals to tell an acronym by. */
const shouted: readonly Row[] = [
  ['IT', 'en', 'Trump, Xi meet; IT WAS A LONG NIGHT', '', false],
  ['IT', 'en', 'Mayor after flood: WE MADE IT HAPPEN', '', false],
  ['US', 'en', 'Mayor: LET US PRAY FOR RAIN', '', false],
  ['IT', 'en', 'Bank outsources IT AND HR to India', '', true],
  ['IT', 'en', 'IT spending rises at US banks', '', true],
  ['US', 'en', 'Broker fined by US SEC', '', true],
];

/** What an article says an acronym is short for, it is short for. */
const spelledOut: readonly Row[] = [
  ['AWS', 'de', 'Die AWS (Abwasserwerke Süd) erhöht die Gebühren', 'Die AWS teilte das mit.', false],
  ['AWS', 'de', 'Gebühren steigen', 'Die Abfallwirtschaft Südholstein (AWS) hebt sie an. Die AWS sammelt Müll.', false],
  ['AWS', 'en', 'Automatic weather stations (AWS) go up in Nepal', '', false],
  ['EA', 'en', 'Environment Agency (EA) fines water firm', '', false],
  ['AI', 'de', 'Amnesty International (AI) kritisiert Prozess', 'Laut AI fehlt es an Beweisen.', false],
  ['AWS', 'en', 'Amazon Web Services (AWS) is down', '', true],
  ['AWS', 'de', 'AWS (Amazon Web Services) fällt aus', '', true],
  ['AWS', 'de', 'AWS (die Cloud-Sparte von Amazon) fällt aus', '', true],
  ['AI', 'id', 'Kecerdasan buatan (AI) diatur', '', true],
]; // prettier-ignore

/** Its services are AWS where Amazon, or something else that is AWS, is spoken of. */
const services: readonly Row[] = [
  ['AWS', 'en', 'S3 outage in us-east-1', '', true],
  ['AWS', 'en', 'S3 outage takes down websites', 'Amazon said its storage service was down.', true],
  ['AWS', 'en', 'Amazon cuts EC2 prices', '', true],
  ['AWS', 'de', 'Amazon senkt Preise für EC2-Instanzen', '', true],
  ['AWS', 'en', 'Amazon Bedrock adds new models', '', true],
  ['AWS', 'en', 'Lambda outage hits apps', 'Amazon said functions failed in Virginia.', true],
  ['AWS', 'en', 'DynamoDB fails for an hour', '', true],
  ['AWS', 'en', 'Lambda raises $1.5bn', 'The GPU cloud company rents Nvidia chips.', false],
  ['AWS', 'en', 'Audi S3 recalled', 'Amazon sells parts for the car.', false],
  ['AWS', 'en', 'Office block in EC2 sold', 'The London building went to a fund.', false],
  ['AWS', 'en', 'Samsung Galaxy S3 turns 14', '', false],
  ['AWS', 'en', 'Amazon river reaches bedrock', '', false],
];

describe.each(Object.entries({ otherLanguages, hyphened, shouted, spelledOut, services }))(
  '%s',
  (_, rows) => {
    test.each(rows)('%s, %s: "%s" %s rings: %s', (query, language, title, text, rings) => {
      expect(meet(parseQuery(query), analyze({ title, text, language })) !== undefined).toBe(rings);
    });
  },
);
