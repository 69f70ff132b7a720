/** What tells apart the encodings of one byte a character that were common before UTF-8. */

/** Letters beyond ASCII that a language is written with, in lower case, and where they were kept. */
export const latinAlphabets: ReadonlyArray<{ readonly encoding: string; readonly letters: string }> = [
  // Western European
  { encoding: 'windows-1252', letters: 'àâæçéèêëîïôœùûüÿ' }, // French
  { encoding: 'windows-1252', letters: 'äöüß' }, // German
  { encoding: 'windows-1252', letters: 'áéíñóúüªº' }, // Spanish
  { encoding: 'windows-1252', letters: 'áàâãçéêíñóôõúüªº' }, // Portuguese
  { encoding: 'windows-1252', letters: 'àáèéìíòóùúîªº' }, // Italian
  { encoding: 'windows-1252', letters: 'åäöéæøü' }, // Swedish, Danish, Norwegian
  { encoding: 'windows-1252', letters: 'áéëèêíïóôöúü' }, // Dutch
  { encoding: 'windows-1252', letters: 'äöüõåšž' }, // Finnish, Estonian
  { encoding: 'windows-1252', letters: 'àçèéíïòóúü·' }, // Catalan
  // Turkish
  { encoding: 'windows-1254', letters: 'çğıöşüâîû' },
  // Central European; the two differ in some letters only
  ...['windows-1250', 'iso-8859-2'].flatMap((encoding) =>
    [
      'ąćęłńóśźż', // Polish
      'áčďéěíňóřšťúůýž', // Czech
      'áäčďéíĺľňóôŕšťúýž', // Slovak
      'áéíóöőúüű', // Hungarian
      'ăâîşţ', // Romanian
      'čćđšž', // Croatian, Slovene
    ].map((letters) => ({ encoding, letters })),
  ),
];

/** The commonest letters of a script, in lower case: about two thirds of any text, and few of what is misread. */
export const otherAlphabets: ReadonlyArray<{
  readonly encoding: string;
  readonly script: RegExp;
  readonly common: RegExp;
}> = [
  { encoding: 'windows-1251', script: /\p{Script=Cyrillic}/gu, common: /[оеаинтсрвлі]/g },
  { encoding: 'koi8-r', script: /\p{Script=Cyrillic}/gu, common: /[оеаинтсрвлі]/g },
  { encoding: 'windows-1256', script: /\p{Script=Arabic}/gu, common: /[الينمتورهبد]/g },
];
