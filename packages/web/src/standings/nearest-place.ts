// Arrow keys on a map: the nearest place that way. Pure.

export interface Spot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

const ways = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
} as const;

export const isWay = (key: string): key is keyof typeof ways => key in ways;

/**
 * The place to go to: among those that lie more that way than aside, the one nearest to the line; a step aside costs twice
 * a step ahead. Undefined at the edge.
 */
export function nearestPlace(spots: readonly Spot[], from: Spot, key: keyof typeof ways): Spot | undefined {
  const way = ways[key];
  const costs = spots.flatMap((spot) => {
    const ahead = (spot.x - from.x) * way.x + (spot.y - from.y) * way.y;
    const aside = Math.abs((spot.x - from.x) * way.y) + Math.abs((spot.y - from.y) * way.x);
    return ahead > 0 && aside <= ahead * 2 ? [{ spot, cost: ahead + aside * 2 }] : [];
  });
  return costs.sort((a, b) => a.cost - b.cost)[0]?.spot;
}
