// A page of agreements with those that count under another one below it, indented.

export interface InTree {
  readonly reference: string;
  /** The reference of the agreement under which it counts. */
  readonly parent: string | null;
}

/** Parents first, children indented below them. Without `isTree`, or when the parent is on another page: as they come. */
export function inTreeOrder<Node extends InTree>(
  page: readonly Node[],
  isTree: boolean,
): { agreement: Node; depth: number }[] {
  if (!isTree) return page.map((agreement) => ({ agreement, depth: 0 }));
  const here = new Set(page.map(({ reference }) => reference));
  const under = Map.groupBy(page, ({ parent }) => (parent !== null && here.has(parent) ? parent : ""));
  const walk = (parent: string, depth: number): { agreement: Node; depth: number }[] =>
    (under.get(parent) ?? []).flatMap((agreement) => [
      { agreement, depth },
      ...walk(agreement.reference, depth + 1),
    ]);
  return walk("", 0);
}
