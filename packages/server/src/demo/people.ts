// Invented persons: a number, what a fact tells of them, and nothing else. The number is no CIN of anybody.
import { fictionalPlaces } from "@iltizam/reference";
import type { Chance } from "./random.ts";
import { daysAfter } from "./simulated-time.ts";

export interface Person {
  readonly number: string;
  readonly sex: "F" | "M";
  readonly birthDate: string;
  readonly education: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7";
  readonly commune: string;
  readonly segments: readonly string[];
}

/** Among whom persons are drawn. */
export interface Crowd {
  readonly women?: number;
  readonly ages?: readonly [low: number, high: number];
  readonly education?: readonly Person["education"][];
  readonly milieu?: "R" | "U";
  /** A province or a commune. */
  readonly in?: string;
  readonly segments?: readonly string[];
}

const levels: readonly Person["education"][] = ["0", "1", "2", "2", "3", "3", "3", "4", "5", "5", "6", "7"];

const communes = () => fictionalPlaces().filter(({ kind }) => kind === "commune");

/** So many persons of a crowd, each with a number of its own under this prefix. */
export function drawPeople(chance: Chance, prefix: string, count: number, crowd: Crowd = {}): Person[] {
  const { women = 0.46, ages = [18, 44], education = levels, segments = [] } = crowd;
  const homes = communes().filter(
    ({ code, type }) =>
      code.startsWith(crowd.in ?? "90") &&
      (crowd.milieu === undefined || (type === "rural") === (crowd.milieu === "R")),
  );
  return Array.from({ length: count }, (_, index) => ({
    number: `SIM/${prefix}/${index + 1}`,
    sex: chance.happens(women) ? "F" : "M",
    birthDate: daysAfter("2024-06-30", -Math.round(365.25 * (ages[0] + chance.next() * (ages[1] - ages[0])))),
    education: chance.pick(education),
    commune: chance.pick(homes).code,
    segments,
  }));
}
