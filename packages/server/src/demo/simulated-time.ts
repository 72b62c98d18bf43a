// Time and ids of the simulation: a clock that only moves forward, and identifiers that follow from clock and seed.
import type { Clock, Ids } from "@iltizam/core/kernel";
import type { Chance } from "./random.ts";

/** The first day of the simulated life. */
export const firstDay = "2023-01-02";
/** The last one; whoever looks at the demo later sees a region that has been silent since. */
export const lastDay = "2026-06-30";

export interface SimulatedClock extends Clock {
  /** Moves on to the morning of a day, or a few seconds on if it is that day already. */
  moveTo(day: string): void;
}

export function simulatedClock(): SimulatedClock {
  let present = Date.parse(`${firstDay}T08:00:00Z`);
  return {
    now: () => new Date(present),
    moveTo(day) {
      const morning = Date.parse(`${day}T08:00:00Z`);
      if (morning + 16 * 3_600_000 < present)
        throw new RangeError(`time moves forward: ${day} is over at ${new Date(present).toISOString()}`);
      present = Math.max(present + 5_000, morning);
    },
  };
}

/** UUIDs by version 7 (from the simulated clock and a counter) and version 4, both repeatable. */
export function seededIds(clock: Clock, chance: Chance): Ids {
  let count = 0;
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => chance.between(0, 15).toString(16)).join("");
  const variant = () => chance.pick(["8", "9", "a", "b"]);
  return {
    next() {
      count += 1;
      const time = clock.now().getTime().toString(16).padStart(12, "0");
      const counter = (count % 0x1000000).toString(16).padStart(6, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-${variant()}${counter.slice(3)}-${hex(12)}`;
    },
    random: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${variant()}${hex(3)}-${hex(12)}`,
  };
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
