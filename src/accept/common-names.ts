/**
 * Capitals that half of all news share: places and whose they are, parties, agencies, offices, months and days. That two articles have one
 * of these in common says little. English and the big languages of Latin script, folded; countries are known elsewhere.
 */
import { fold } from '../language/fold.ts';
import { isDateFiller, monthNumber } from './date-words.ts';

export function isCommonName(folded: string): boolean {
  return common.has(folded);
}

/** "Monday", "November": a capital in some languages, and never a name here. */
export function isCalendarWord(folded: string): boolean {
  return monthNumber(folded) !== undefined || isDateFiller(folded);
}

const common = new Set(
  fold(
    `america american americans europe european europeans asia asian africa african british french german italian
    spanish portuguese dutch belgian swiss austrian swedish danish norwegian finnish polish russian ukrainian turkish
    israeli indian chinese japanese korean taiwanese australian canadian mexican brazilian irish scottish eu usa us uk un uno onu ue nato who
    washington york london paris brussels berlin moscow beijing tokyo seoul delhi mumbai shanghai frankfurt amsterdam
    madrid rome milan vienna warsaw stockholm copenhagen zurich geneva dublin istanbul ankara jakarta singapore dubai
    riyadh kiev kyiv jerusalem sydney toronto boston chicago francisco angeles san los silicon valley california texas
    florida virginia carolina ohio michigan wisconsin pennsylvania georgia nevada arizona hampshire iowa jersey mexico
    bruxelles londres londra londen moscou moskau mosca moskva pekin peking pechino varsovie warschau wien roma mailand
    north south east west northern southern eastern western new white house street wall united states union
    president minister senate congress house court supreme federal department government state national office
    secretary governor gov sen rep senator attorney general judge justice police party republican republicans democrat
    democrats democratic gop trump obama biden clinton bush putin merkel macron sanders romney cruz pelosi mcconnell
    rubio ryan reuters afp ap dpa ansa efe bloomberg bbc cnn fox news times post journal guardian abc nbc cbs msnbc
    facebook twitter youtube instagram ceo cfo coo cto ai it ki ia ipo inc corp ltd gmbh ag plc llc sa se group gruppe
    groupe holding company bank banco university universitat universite institute christmas islam islamic muslim muslims
    christian jewish arab black latino hispanic covid coronavirus pandemic internet web tv pc app web online image
    images getty photo video mr mrs ms dr monsieur madame herr frau don first second john david michael james robert
    george paul joe mike bill mark mary jeff mitch nancy eric kim lee li wang chen
    konzern unternehmen firma million millionen milliarden euro dollar prozent jahr jahre euros dollars fbi cia nsa doj`,
  ).split(/\s+/),
);
