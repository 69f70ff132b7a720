import type { Notice } from '../domain.ts';
import type { Texts } from './texts.ts';

/** A notice as a sentence. @param when says a time in the reader's zone */
export function noticeSentence(notice: Notice, texts: Texts, when: (at: number) => string): string {
  switch (notice.kind) {
    case 'paused': {
      const { channelPaused, workspacePaused } = texts.notice;
      return (notice.scope === 'channel' ? channelPaused : workspacePaused)(notice.name, notice.reason);
    }
    case 'resumed':
      return texts.notice.resumed(when(notice.since), notice.reason, notice.waiting);
  }
}
