// A log-log picture as plain SVG: time against the number of facts, one labelled line a cost.

export interface Series {
  readonly name: string;
  readonly points: readonly { readonly facts: number; readonly ms: number }[];
}

const width = 860;
const height = 460;
const margin = { left: 70, right: 330, top: 20, bottom: 50 };
const inks = ["#0E5A50", "#B3401F", "#24527A", "#9A6A00", "#5B6B70", "#7A3E6B", "#3E7A4A", "#1C2A2E"];
const dashes = ["", "6 3", "2 3", "8 3 2 3"];

/** Draws the series; each line has its own ink and dash and its name at its end. */
export function drawGrowth(series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points);
  const decades = (values: readonly number[]) =>
    [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))] as const;
  const [factsLow, factsHigh] = decades(points.map((point) => point.facts));
  const [timeLow, timeHigh] = decades(points.map((point) => point.ms));
  const x = (facts: number) =>
    margin.left +
    ((Math.log10(facts) - factsLow) / Math.max(1, factsHigh - factsLow)) *
      (width - margin.left - margin.right);
  const y = (ms: number) =>
    height -
    margin.bottom -
    ((Math.log10(ms) - timeLow) / Math.max(1, timeHigh - timeLow)) * (height - margin.top - margin.bottom);
  const down = range(factsLow, factsHigh).map((decade) =>
    grid(x(10 ** decade), y(10 ** timeLow), x(10 ** decade), y(10 ** timeHigh), {
      text: `10${superscript(decade)}`,
      at: [x(10 ** decade), height - margin.bottom + 20],
      anchor: "middle",
    }),
  );
  const across = range(timeLow, timeHigh).map((decade) =>
    grid(x(10 ** factsLow), y(10 ** decade), x(10 ** factsHigh), y(10 ** decade), {
      text: timeText(10 ** decade),
      at: [margin.left - 8, y(10 ** decade) + 4],
      anchor: "end",
    }),
  );
  const ends = spread(series.map((one) => y(one.points.at(-1)?.ms ?? 1)));
  const lines = series.map((one, index) => {
    const ink = inks[index % inks.length];
    const path = one.points.map(({ facts, ms }) => `${x(facts).toFixed(1)},${y(ms).toFixed(1)}`).join(" ");
    const last = one.points.at(-1);
    const end = last ? x(last.facts) : 0;
    return `<polyline points="${path}" fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="${dashes[index % dashes.length]}"/>
<text x="${end + 10}" y="${(ends[index] ?? 0) + 4}" fill="${ink}">${xmlText(one.name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="IBM Plex Sans, sans-serif" font-size="12" role="img" aria-label="Time against the number of facts">
<rect width="100%" height="100%" fill="#FAF8F4"/>
${[...down, ...across, ...lines].join("\n")}
<text x="${(margin.left + width - margin.right) / 2}" y="${height - 10}" text-anchor="middle" fill="#1C2A2E">facts</text>
</svg>
`;
}

function range(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

function grid(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  label: { text: string; at: readonly [number, number]; anchor: string },
): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#DDD8CE"/>
<text x="${label.at[0]}" y="${label.at[1]}" text-anchor="${label.anchor}" fill="#5B6B70">${label.text}</text>`;
}

/** Moves labels apart so that none covers another: at least 15 px between neighbours. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  let above = Number.NEGATIVE_INFINITY;
  const placed = new Array<number>(wanted.length).fill(0);
  for (const { value, index } of order) {
    above = Math.max(value, above + 15);
    placed[index] = above;
  }
  return placed;
}

function superscript(number: number): string {
  return [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit).join("");
}

function timeText(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`;
}

function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
