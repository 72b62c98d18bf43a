// Every month between the first and the last that has a count: an empty month is a zero on the axis, not a gap. Pure.

export interface MonthCount {
  /** YYYY-MM */
  readonly code: string;
  readonly realised: number;
  readonly proven: number;
}

export function fillMonths(lines: readonly MonthCount[]): MonthCount[] {
  const codes = lines.map(({ code }) => code).sort();
  const first = codes[0];
  const last = codes.at(-1);
  if (first === undefined || last === undefined) return [];
  const monthOf = (code: string) => Number(code.slice(0, 4)) * 12 + Number(code.slice(5, 7)) - 1;
  return Array.from({ length: monthOf(last) - monthOf(first) + 1 }, (_, at) => {
    const month = monthOf(first) + at;
    const code = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return lines.find((line) => line.code === code) ?? { code, realised: 0, proven: 0 };
  });
}
