type Ascending = Readonly<ArrayLike<number>>;

/**
 * Numbers of ascending lists, together in ascending order, each once. A list is opened when its turn comes, so that who
 * needs only the first few pays for no more.
 * @param lists the one with the smallest first number first; none is empty
 */
export function* inOrder(lists: ReadonlyArray<Ascending>): Generator<number> {
  const open: Array<{ readonly list: Ascending; next: number }> = [];
  let opened = 0;
  let before = -1;
  for (;;) {
    let least: (typeof open)[number] | undefined;
    for (const one of open) if (!least || headOf(one) < headOf(least)) least = one;
    const closed = lists[opened];
    if (closed && (!least || (closed[0] as number) <= headOf(least))) {
      opened += 1;
      open.push((least = { list: closed, next: 0 }));
    }
    if (!least) return;
    const found = headOf(least);
    if (found !== before) yield found;
    before = found;
    least.next += 1;
    if (least.next === least.list.length) open.splice(open.indexOf(least), 1);
  }
}

function headOf({ list, next }: { readonly list: Ascending; readonly next: number }): number {
  return list[next] as number;
}
