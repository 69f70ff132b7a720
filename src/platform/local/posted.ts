import type { AlertContent, Notice, NoticeContent } from '../../domain.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { LocalPost } from '../../store/store.ts';

/** What a post holds, by its kind. */
export type Posted =
  | { readonly kind: 'said'; readonly line: string }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'alert'; readonly content: AlertContent }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** The store keeps bodies as JSON of no type; `room.ts` and `local.ts` alone write them, in these shapes. */
export function readPost({ kind, body }: Pick<LocalPost, 'kind' | 'body'>): Posted {
  switch (kind) {
    case 'said':
      return { kind, line: (body as { line: string }).line };
    case 'reply':
      return { kind, reply: body as Reply };
    case 'alert':
      return { kind, content: body as AlertContent };
    case 'notice':
      return { kind, notice: (body as NoticeContent).notice };
  }
}
