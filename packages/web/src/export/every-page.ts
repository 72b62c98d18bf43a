const atOnce = 200;

export interface OnePage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** All rows of a paged list, in its order. */
export async function everyPage<Row>(
  read: (limit: number, offset: number) => Promise<OnePage<Row>>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let total = 1; found.length < total; ) {
    const page = await read(atOnce, found.length);
    if (page.rows.length === 0) break;
    found.push(...page.rows);
    total = page.total;
  }
  return found;
}
