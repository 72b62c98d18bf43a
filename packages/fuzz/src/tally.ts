// What was sent and what came back, by kind.
import type { Answer } from "./send/send.ts";

export interface KindTally {
  sent: number;
  accepted: number;
  refused: number;
  findings: number;
  slowest: number;
}

export interface Tally {
  readonly byKind: ReadonlyMap<string, KindTally>;
  add(kind: string, answer: Answer): void;
  found(kind: string): void;
}

export function newTally(): Tally {
  const byKind = new Map<string, KindTally>();
  const of = (kind: string) => {
    const known = byKind.get(kind) ?? { sent: 0, accepted: 0, refused: 0, findings: 0, slowest: 0 };
    byKind.set(kind, known);
    return known;
  };
  return {
    byKind,
    add(kind, { status, milliseconds }) {
      const own = of(kind);
      own.sent += 1;
      if (status >= 200 && status < 300) own.accepted += 1;
      if (status >= 400 && status < 500) own.refused += 1;
      own.slowest = Math.max(own.slowest, milliseconds);
    },
    found(kind) {
      of(kind).findings += 1;
    },
  };
}

/** The summary, one line a kind. */
export function tallyLines({ byKind }: Tally): string[] {
  const line = (name: string, { sent, accepted, refused, findings, slowest }: KindTally) =>
    [
      name.padEnd(22),
      ...[sent, accepted, refused, findings].map((n) => String(n).padStart(9)),
      `${Math.round(slowest)} ms`.padStart(11),
    ].join("");
  const sum: KindTally = { sent: 0, accepted: 0, refused: 0, findings: 0, slowest: 0 };
  for (const own of byKind.values()) {
    sum.sent += own.sent;
    sum.accepted += own.accepted;
    sum.refused += own.refused;
    sum.findings += own.findings;
    sum.slowest = Math.max(sum.slowest, own.slowest);
  }
  const heading = `${"kind".padEnd(22)}${["sent", "accepted", "refused", "findings"].map((word) => word.padStart(9)).join("")}${"slowest".padStart(11)}`;
  return [heading, ...[...byKind].sort().map(([name, own]) => line(name, own)), line("all", sum)];
}
