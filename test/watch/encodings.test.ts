/** Declared encodings, wherever they are declared. The bytes were made elsewhere than by what reads them here. */
import { afterAll, expect, test } from 'vitest';
import { readEntry } from '../../src/watch/file.ts';
import { createParser } from '../../src/watch/parser.ts';

const parser = createParser();
afterAll(() => parser.close());

const samples: ReadonlyArray<[label: string, hex: string, text: string]> = [
  ['windows-1250', '8a74ec726b2061209d7568fd6b3a20849e6c759d6f75e86bfd93', 'Štěrk a ťuhýk: „žluťoučký“'],
  ['cp1250', '8a74ec726b', 'Štěrk'],
  ['windows-1256', 'c3dae1e4ca20c7e1d4d1dfc920dae420cad3d1edcd', 'أعلنت الشركة عن تسريح'],
  [
    'windows-1254',
    'de69726b657420fdfefdf0fd2061e7fd6b6c6164fd3a2093ddf06e6594',
    'Şirket ışığı açıkladı: “İğne”',
  ],
  ['ISO-8859-9', 'de69726b657420fdfefdf0fd', 'Şirket ışığı'],
  ['KOI8-R', 'ebcfcdd0c1cec9d120d3cfcfc2ddc9ccc1', 'Компания сообщила'],
  ['Big5', 'a4bda571abc5a5acb5f4b4ee', '公司宣布裁減'],
  ['GB18030', 'b9abcbbed0fbb2bcb2c3d4b19534b235a2e3', '公司宣布裁员𠮷€'],
  ['gb2312', 'b9abcbbed0fbb2bc', '公司宣布'],
  ['Shift_JIS', '8d60987082cc8ea993ae89bb', '港湾の自動化'],
  ['x-sjis', '8d60987082cc', '港湾の'],
  ['EUC-KR', 'c8b8bbe7b4c220c1d9c0ccb0dab4d9b0ed', '회사는 줄이겠다고'],
  ['ks_c_5601-1987', 'c8b8bbe7b4c2', '회사는'],
  [
    'windows-1252',
    '536f6369e974e9209720ab204392657374209c7576726520bb203330302080',
    'Société — « C’est œuvre » 300 €',
  ],
  // The Encoding Standard: what calls itself Latin 1 is windows-1252.
  ['ISO-8859-1', '536f6369e974e9209720ab204392657374', 'Société — « C’est'],
];

test.for(samples)('%s', async ([label, hex, text]) => {
  const about = (...parts: readonly string[]) =>
    Buffer.concat(
      parts.flatMap((part, at) => [...(at === 0 ? [] : [Buffer.from(hex, 'hex')]), Buffer.from(part)]),
    );
  const feedWith = (declaration: string) =>
    about(
      `${declaration}<rss version="2.0"><channel><title>Q</title><item><title>`,
      '</title></item></channel></rss>',
    );
  const pageWith = (declaration: string) =>
    about(
      `<!doctype html><html><head>${declaration}<title>`,
      '</title></head><body><p>',
      '</p></body></html>',
    );

  const url = 'https://quay.example/';
  const feeds = await Promise.all([
    parser.feed(feedWith('<?xml version="1.0"?>'), {
      url,
      contentType: `application/rss+xml; charset=${label}`,
    }),
    parser.feed(feedWith('<?xml version="1.0"?>'), { url, charset: label }),
    parser.feed(feedWith(`<?xml version="1.0" encoding="${label}"?>`), { url }),
    parser.feed(feedWith(`<?xml version='1.0' encoding = '${label}' standalone='yes'?>`), { url }),
  ]);
  for (const feed of feeds) expect(feed).toMatchObject({ entries: [{ title: text }] });

  const pages = await Promise.all([
    parser.page(pageWith(''), { charset: label }),
    parser.page(pageWith(`<meta charset=${label}>`)),
    parser.page(pageWith(`<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${label}">`)),
  ]);
  for (const page of pages) expect(page).toMatchObject({ title: text });
  const file = await readEntry('saved.html', pageWith(`<meta charset="${label}">`), parser);
  expect(file).toMatchObject({ kind: 'entry', entry: { title: text } });
});
