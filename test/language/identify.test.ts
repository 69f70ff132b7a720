import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLanguageIdentifier } from '../../src/language/identify.ts';

const identify = await loadLanguageIdentifier();

const texts: ReadonlyArray<readonly [text: string, declared: string | undefined, language: string]> = [
  ['The company said it will open a new office in the city.', undefined, 'en'],
  ['Le groupe ouvre un nouveau bureau dans la ville.', undefined, 'fr'],
  ['Der Konzern eröffnet ein neues Büro in der Stadt.', undefined, 'de'],
  ['La empresa abre una nueva oficina en la ciudad.', undefined, 'es'],
  ['A empresa abre um novo escritório na cidade, segundo o jornal.', undefined, 'pt'],
  ["L'azienda apre un nuovo ufficio nella città.", undefined, 'it'],
  ['Het bedrijf opent een nieuw kantoor in de stad.', undefined, 'nl'],
  ['Företaget öppnar ett nytt kontor i staden och det är bra.', undefined, 'sv'],
  ['Firma otwiera nowe biuro w mieście i jest to dobra wiadomość.', undefined, 'pl'],
  ['Şirket yeni bir ofis açıyor ve bu iyi bir haber.', undefined, 'tr'],
  ['Perusahaan itu membuka kantor baru di kota dan akan menambah karyawan.', undefined, 'id'],
  ['Компания открывает новый офис.', undefined, 'ru'],
  ['Компанія відкриває новий офіс у місті.', undefined, 'uk'],
  ['تفتح الشركة مكتبا جديدا', undefined, 'ar'],
  ['कंपनी नया कार्यालय खोलेगी', undefined, 'hi'],
  ['新しいオフィスを開く', undefined, 'ja'],
  ['서울에 새 사무실을 연다', undefined, 'ko'],
  ['公司将开设新办公室', undefined, 'zh'],
  ['บริษัทเปิดสำนักงานใหม่', undefined, 'th'],
  // What is declared counts where the text does not speak against it.
  ['AWS layoffs', 'fr-FR', 'fr'],
  ['AWS layoffs', 'EN_us', 'en'],
  ['楽天、決算', 'ja', 'ja'],
  ['AWS', 'nonsense, really', 'und'],
  ['Компания открывает новый офис.', 'en', 'ru'],
  ['Le monde est grand et il fait beau dans la ville avec les gens', 'en-US', 'fr'],
  // What the software came with is no reason to read a short item in a language that it is not in.
  [
    'ASML streicht 1.300 Stellen in Veldhoven\n\nDer Hersteller von Belichtungsmaschinen will sparen.',
    'en',
    'de',
  ],
  [
    'Panne chez OVHcloud : des milliers de sites inaccessibles\n\nL’hébergeur évoque une erreur humaine.',
    'en',
    'fr',
  ],
  ['Infineon cuts 800 jobs in Dresden\n\nThe chipmaker is responding to weak demand.', 'de', 'en'],
  ['楽天、決算発表', 'en', 'ja'],
  ['Trendyol 200 kişiyi işten çıkardı', 'fr', 'tr'],
  // A language that nothing here knows is believed.
  ['O goberno de Galicia anuncia unha nova sede', 'gl', 'gl'],
  // A headline is told only where one language clearly leads: in no language, it is read in all.
  ['Google cuts 200 jobs', undefined, 'und'],
  ['AWS outage hits Europe', undefined, 'und'],
  ['Meta lays off 600 people', undefined, 'und'],
  ['US-Konzern baut um', undefined, 'und'],
  ['Los Angeles lab fires 300 workers', undefined, 'und'],
  ['Telia säger upp 200 anställda', undefined, 'sv'],
  ['Amazon licencie 100 personnes', undefined, 'und'],
  ['', undefined, 'und'],
  ['', 'de', 'de'],
];

test.each(texts)('"%s" declared %s is %s', async (text, declared, language) => {
  expect(await identify(text, declared)).toBe(language);
});

/** Items as feeds cut them: a title and one sentence. */
const shortItems: ReadonlyArray<{
  readonly language: string;
  readonly title: string;
  readonly text: string;
}> = readFileSync(new URL('short-items.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Least part that is read in its own language, and most that is read in one that is not: what is told in none is read in all. */
const floors: ReadonlyArray<
  readonly [declared: string, part: 'item' | 'title', right: number, wrong: number]
> = [
  ['its own', 'item', 0.99, 0],
  ['en', 'item', 0.9, 0.01],
  ['none', 'item', 0.9, 0.01],
  ['its own', 'title', 0.94, 0.02],
  ['en', 'title', 0.5, 0.08],
  ['none', 'title', 0.45, 0.03],
];

test.each(floors)(
  'short items, declared %s: of each %s %f is right, %f wrong',
  async (declared, part, right, wrong) => {
    const told = await Promise.all(
      shortItems.map(async ({ language, title, text }) => {
        const claim = declared === 'its own' ? language : declared === 'none' ? undefined : declared;
        return {
          language,
          title,
          is: await identify(part === 'title' ? title : `${title}\n\n${text}`, claim),
        };
      }),
    );
    const mistaken = told.filter(({ language, is }) => is !== language && is !== 'und');
    expect(told.filter(({ language, is }) => is === language).length / told.length).toBeGreaterThanOrEqual(
      right,
    );
    expect(mistaken.length / told.length, mistaken.map(({ title }) => title).join(' | ')).toBeLessThanOrEqual(
      wrong,
    );
  },
);
