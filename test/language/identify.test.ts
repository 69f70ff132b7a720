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
