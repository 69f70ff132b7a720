import type { Language } from '../domain.ts';
import { fold } from './fold.ts';

/**
 * The commonest small words of languages in Latin script, accents as written: they tell the language of a text, and
 * which letters are a word of their own where capitals tell nothing ("IT", "US", "AI" in French).
 */
const lists: Readonly<Record<Language, string>> = {
  en: 'the of and to in is that for it on was with as by at be this from are have has had not but its their which will would an or if were been who what when after more than about also into over could can said us we he she they his her him our you your there new how all out up so no',
  fr: 'le la les de des du un une et est en que qui dans pour sur par au aux avec ce cette ces son sa ses il elle ils elles ne pas plus se sont été être a ont ai as mais ou où leur leurs nous vous on comme après selon depuis entre sans deux fait aussi dont très tout même',
  de: 'der die das den dem des und ist in von zu mit auf für im ein eine einen einem einer eines nicht sich auch es an werden wird hat haben als bei nach aus wie am um oder aber über dass sind war noch nur mehr durch vor zum zur sie er ihre seine kann bis unter gegen sein wurde',
  es: 'el la los las de del y en que es un una por con para se su sus al lo como más no pero o este esta ha han fue son sobre entre también hasta desde cuando muy sin ya años donde según tras dos ser está le les hay porque',
  pt: 'o a os as de do da dos das e em que é um uma por com para se no na nos nas ao aos à às seu sua mais não como mas ou foi são pelo pela também até já entre sobre sem após segundo anos ser está tem ainda quando muito isso ele ela',
  it: 'il lo la i gli le di del della dei delle degli e è in che un una uno per con su da dal dalla al alla ai nel nella sul sulla non si sono ha hanno come più ma anche o questo questa suo sua loro stato dopo tra fra anni essere ancora quando molto ed ai',
  nl: 'de het een en van in is dat op te zijn voor met aan niet door er om ook als naar bij maar uit tot over heeft hebben wordt worden werd dit die deze hun meer nog dan of was wel kan jaar volgens ze we hij zij haar',
  sv: 'och att det som en ett i är på för av med till den de inte har om från men var ett sig så kan vid eller nu efter mer också när ska skulle under hade där vi han hon sin sitt sina över enligt år mot blir får bara än',
  da: 'og i at det er en til på som de med for af den der ikke et har om var men sig fra blev han også eller efter ved kan vi nu skal hvor bliver mere være over før hun ud selv hvad siger mod',
  no: 'og i det er på en til som av for med at den har de ikke et om var men seg fra ble han også eller etter ved kan vi nå skal hvor blir mer være over før hun ut selv hva sier mot',
  fi: 'ja on ei että se oli hän mutta kun myös ovat joka mukaan sekä ole tai jo niin kuin vain nyt ollut sen yli jälkeen vuoden voi mitä tämä noin sitä tämän ne',
  pl: 'i w na z że się nie do jest to o jak za po ale od co przez dla przy są by tym także oraz który która które jego jej ich już tylko może był była było będzie tego tej roku ze pod czy przed między ma',
  cs: 'a v na se že je s z do o i to pro ve k za jako od po by ale podle jsou jeho které který která už jen také byl bylo než při až tak nebo může roku před není mezi ze má',
  hu: 'a az és hogy nem egy is volt van ez meg csak már ha mint de el még vagy után szerint pedig azt ezt lesz majd való fel ki között két',
  ro: 'și de în la a cu care din nu pe o un este că pentru mai au sunt se ce fi fost dar sau după prin lui această acest sale între ca până ai',
  tr: 've bir bu da de için ile olarak daha çok ne gibi kadar sonra olan en o ama var değil olduğu tarafından ya ki her göre yeni mi ise iki yıl şu oldu olan üzerinde ancak veya',
  id: 'yang dan di dari ini untuk dengan dalam pada tidak akan itu ke oleh juga adalah telah sebagai bisa atau mereka para saat lebih karena ada sudah kami kita tersebut bahwa dia hingga setelah tahun seperti secara menjadi',
  vi: 'và của là các có cho được trong với không một những đã người này khi để từ về đến ra như năm tại vào cũng sẽ theo trên sau nhiều nhưng ai',
  ca: 'el la els les de del i en que és un una per amb a al als no se es més com però o ha han també seva seu aquest aquesta són fins anys molt ser entre sobre',
};

export const functionWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Whether these letters are a small word of the language. */
export function isFunctionWord(word: string, language: Language): boolean {
  return functionWords.get(language)?.has(word.toLowerCase()) ?? false;
}

const everywhere = new Set(Object.values(lists).flatMap((words) => words.split(' ').map(fold)));

/** Whether they are one in any of these languages: what a typed "it" could be, whoever typed it. */
export function isFunctionWordSomewhere(word: string): boolean {
  return everywhere.has(fold(word));
}
