import { expect, test } from 'vitest';
import { genreOf } from '../../src/accept/genres.ts';

test.each([
  ['Opinion: a fine is pocket change for the platform', 'opinion'],
  ['Tribune. Et si l’Europe se trompait de cible ?', 'opinion'],
  ['Kommentar – Die Strafe kommt zu spät', 'opinion'],
  ['【社説】巨大ITの規制を急げ', 'opinion'],
  ['Tonika 500 review: finally a small speaker that fills a room', 'review'],
  ['Tonika 500 im Test: kleiner Lautsprecher ganz groß', 'review'],
  ['Test : le Tonika 500 remplit une pièce', 'review'],
  ['The week in funding: two big bets and an app for dogs', 'round-up'],
  ['Levées de fonds : ce qu’il faut retenir de la semaine', 'round-up'],
])('%s is no news: %s', (title, genre) => {
  expect(genreOf(title)).toBe(genre);
});

test.each([
  'SpaceX postpones Starship test',
  'Regulator completes its review of the merger',
  'Newsletter platform raises 40 million dollars',
  'Commentary tool maker Opinary lays off half of its staff',
  'Company announces recapitalization',
  'Column-store database maker raises 12 million euros',
  'Hands-on help for victims of the breach',
])('%s is news', (title) => {
  expect(genreOf(title)).toBeUndefined();
});
