import { summarize } from '../src/summarize/extract.ts';
import type { Figure } from './figure.ts';
import { inTurns, timed } from './turns.ts';

export const summarizing: Figure = {
  name: 'summarize',
  async *measure({ full }) {
    const articles = full.slice(0, 50);
    const segmenters = new Map(
      articles.map(({ language }) => [language, new Intl.Segmenter(language, { granularity: 'sentence' })]),
    );
    const compared = await inTurns(
      () => timed(() => articles.map((article) => summarize(article))),
      () =>
        timed(() =>
          articles.map(({ text, language }) => Array.from(segmenters.get(language)?.segment(text) ?? [])),
        ),
      2_500,
    );
    yield {
      what: 'a full article',
      per: 'article',
      count: articles.length,
      compared,
      against: 'cutting it into sentences (Intl.Segmenter)',
    };
  },
};
