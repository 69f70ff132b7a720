/** The second step: what a source said becomes an article with its story, unless we have it. */
import { draftOf } from '../accept/accept.ts';
import { keyFiguresOf } from '../accept/key-figures.ts';
import { sketchOf } from '../accept/sketch-article.ts';
import type { Article, Draft, Entry, Language, Source } from '../domain.ts';
import { type Analysis, analyze, searchTerms } from '../language/analyze.ts';
import { factsOf } from '../match/facts.ts';
import type { Meter } from '../meter.ts';
import type { Accepted } from '../store/port/articles.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world.ts';

export type Acceptance = Accepted | { readonly kind: 'rejected'; readonly reason: string };

export interface AcceptingParts {
  readonly store: Pick<Store, 'articles'>;
  readonly world: World;
  readonly meter: Meter;
  readonly identify: (text: string, declared?: string) => Promise<Language>;
  /** Resolves when there is room for another article: what is accepted is to ring soon. */
  readonly room: () => Promise<void>;
  /** An article is new, or newer than it was; with what was understood of it if it may ring. */
  readonly onAccepted: (article: Article, analysis: Analysis | undefined) => void;
}

export interface AcceptOptions {
  /** False for what is kept in silence. */
  readonly alertable: boolean;
  /** As `Fetched` has it. */
  readonly servedAt?: number | undefined;
}

export function createAccepting({
  store,
  world,
  meter,
  identify,
  room,
  onAccepted,
}: AcceptingParts): (entry: Entry, source: Source, options: AcceptOptions) => Promise<Acceptance> {
  return async (entry, source, { alertable, servedAt }) => {
    await room();
    world.reach('entry read');
    const now = world.now();
    const judged = await draftOf(
      entry,
      {
        now,
        sourceTitle: source.title,
        sourceUrl: source.kind === 'feed' ? source.url : undefined,
        sourceLanguage: source.language,
        sourceZone: source.zone,
      },
      identify,
    );
    if (judged.kind === 'rejected') return judged;

    const { draft } = judged;
    const from = { audience: source.audience, sourceId: source.id, now };
    const { keys, contentHash } = draft;
    // A feed shows the same entries at every look: they are not understood again, and nothing is written.
    const seen = await store.articles.seenLately({ keys, contentHash, ...from });
    if (seen !== undefined) return { kind: 'known', article: seen };

    const analysis = analyze(draft);
    const rings = alertable && !wasThereBefore(draft, source, servedAt);
    const figures = keyFiguresOf(draft, analysis);
    const accepted = await store.articles.accept({
      draft,
      ...from,
      alertable: rings,
      terms: [...factsOf(draft).terms, ...searchTerms(analysis)],
      sketched: sketchOf(draft, analysis, figures),
      figures,
    });
    world.reach('article accepted');
    if (accepted.kind !== 'known') {
      meter.accepted(accepted.article.id, now);
      onAccepted(accepted.article, rings && accepted.article.alertable ? analysis : undefined);
    }
    return accepted;
  };
}

/**
 * A feed that brings what was a week old already when we last looked at it has moved, was empty for a while or shows its
 * archive: that is no news. What came while we were away is younger than our last look. Its server's clock must say so too:
 * by one of ours that runs days ahead all news would be old.
 */
function wasThereBefore(
  { publishedAt }: Draft,
  { kind, lastOkAt }: Source,
  servedAt: number | undefined,
): boolean {
  if (kind !== 'feed' || lastOkAt === undefined) return false;
  return publishedAt < Math.min(lastOkAt, servedAt ?? lastOkAt) - longAgoMs;
}

/** Dates are wrong by days now and then. */
const longAgoMs = 7 * 24 * 60 * 60_000;
