/** Faults on order: the next requests that fit meet what a test has planned. */
import type { Answer, Request } from './shapes.ts';

export type Fault =
  /** 429. Without `retryAfterS`, neither header nor body say when to come back. */
  | {
      readonly kind: 'limited';
      readonly retryAfterS?: number;
      readonly scope?: 'user' | 'global' | 'shared';
    }
  /** An error of Discord's own: 401, 403, 404, 5xx with its code. */
  | { readonly kind: 'error'; readonly status: number; readonly code?: number; readonly message?: string }
  /** What stands before Discord answers instead of it, in HTML. */
  | { readonly kind: 'html'; readonly status: number }
  /** All is well, but late. */
  | { readonly kind: 'slow'; readonly ms: number };

export interface Order {
  readonly fault: Fault;
  readonly method?: string;
  /** Within the path, query included. */
  readonly path?: RegExp;
  /** How many requests meet it; 1 by default. */
  readonly times?: number;
  /** The request takes effect before its answer is replaced. */
  readonly afterEffect?: boolean;
}

export interface Faults {
  readonly order: (order: Order) => void;
  /** The order that meets this request, if any; it is used up by that. */
  readonly next: (request: Request) => Order | undefined;
  readonly forget: () => void;
}

export function openFaults(): Faults {
  let orders: { readonly order: Order; left: number }[] = [];
  return {
    order: (order) => void orders.push({ order, left: order.times ?? 1 }),
    next(request) {
      const met = orders.find(({ order }) => fits(order, request));
      if (met === undefined) return undefined;
      met.left -= 1;
      if (met.left <= 0) orders = orders.filter((one) => one !== met);
      return met.order;
    },
    forget() {
      orders = [];
    },
  };
}

function fits(order: Order, request: Request): boolean {
  return (
    (order.method === undefined || order.method === request.method) &&
    (order.path?.test(request.path) ?? true)
  );
}

/** @param usual what would have been answered; undefined where nothing took effect */
export function faultyAnswer(fault: Fault, usual: Answer | undefined): Answer {
  switch (fault.kind) {
    case 'limited':
      return limitedAnswer(fault);
    case 'error': {
      const { status, code = 0, message = `${status}: on order` } = fault;
      return { status, headers: {}, body: { message, code } };
    }
    case 'html':
      return {
        status: fault.status,
        headers: {},
        body: `<html><head><title>${fault.status}</title></head></html>`,
      };
    case 'slow':
      return { ...(usual ?? { status: 204, headers: {}, body: undefined }), delayMs: fault.ms };
  }
}

function limitedAnswer(fault: Extract<Fault, { kind: 'limited' }>): Answer {
  const { retryAfterS, scope = 'user' } = fault;
  return {
    status: 429,
    headers: {
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
      ...(retryAfterS === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterS)) }),
    },
    body: {
      message: scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.',
      ...(retryAfterS === undefined ? {} : { retry_after: retryAfterS }),
      global: scope === 'global',
    },
  };
}
