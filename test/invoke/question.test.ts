import { expect, test } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { readQuestion } from '../../src/invoke/question.ts';

const cases: ReadonlyArray<readonly [said: string, name: string, input: string]> = [
  ["what's new on AWS layoffs?", 'latest', 'AWS layoffs'],
  ['What’s new about AWS?', 'latest', 'AWS'],
  ['what is new with the Google antitrust case', 'latest', 'Google antitrust case'],
  ['Any news on Kubernetes 1.40 today?', 'latest', 'Kubernetes 1.40'],
  ['is there any news about C++?', 'latest', 'C++'],
  ['news on AWS layoffs', 'latest', 'AWS layoffs'],
  ['latest on OpenAI', 'latest', 'OpenAI'],
  ['tell me the latest news about Rust please', 'latest', 'Rust'],
  ["what's happening at Intel?", 'latest', 'Intel'],
  ["what's new?", 'latest', ''],
  ['quoi de neuf sur les licenciements chez Google ?', 'latest', 'licenciements chez Google'],
  ['Quoi de neuf sur l’IA ?', 'latest', 'IA'],
  ['des nouvelles de Mistral ?', 'latest', 'Mistral'],
  ['Was gibt es Neues zu SAP?', 'latest', 'SAP'],
  ['noticias sobre despidos', 'latest', 'despidos'],
  ['and layoffs?', 'latest', 'layoffs'],
  ['and what about GPU prices?', 'latest', 'GPU prices'],
  ['What about AWS?', 'latest', 'AWS'],
  ['how about the Google antitrust case?', 'latest', 'Google antitrust case'],
  ['et l’IA ?', 'latest', 'l’IA'],
  ['and', 'latest', 'and'],
  ['ET for Unix', 'latest', 'ET for Unix'],
  ['what about?', 'latest', 'what about'],
  ['hello', 'help', ''],
  ['Hi there!', 'help', ''],
  ['thanks!', 'help', ''],
  ['Merci beaucoup.', 'help', ''],
  ['Hello Kitty', 'latest', 'Hello Kitty'],
  ['thanks to AWS', 'latest', 'thanks to AWS'],
  ['AWS layoffs', 'latest', 'AWS layoffs'],
  ['AWS layoffs?', 'latest', 'AWS layoffs'],
  ['latest AWS 3', 'latest', 'AWS 3'],
  ['subscribe AWS, layoffs', 'subscribe', 'AWS, layoffs'],
  ['/subscribe AWS', 'subscribe', 'AWS'],
  ['abonner IA', 'subscribe', 'IA'],
  ['why 12', 'why', '12'],
  ['why is AWS down?', 'latest', 'why is AWS down'],
  ['help', 'help', ''],
  ['', 'help', ''],
  ['   ', 'help', ''],
];

test.each(cases)('%j is /%s %s', (said, name, input) => {
  expect(readQuestion(said, allCommands)).toEqual({ name, input });
});

test('whatever is said, it takes no time', () => {
  for (const one of ['what ', 'news ', ' the', '?', 'a', 'is there any ', "quoi de neuf sur l'"])
    expect(readQuestion(one.repeat(100_000), allCommands).input.length).toBeLessThanOrEqual(2000);
});
