import { afterEach, expect, test, vi } from "vitest";
import { dayAt, keepTimeZone, today } from "./today.ts";

afterEach(() => {
  vi.useRealTimers();
  keepTimeZone("Africa/Casablanca");
});

test("the day is the installation's: shortly before midnight elsewhere it has begun, or not yet", () => {
  const at = new Date("2025-06-30T23:30:00Z");
  keepTimeZone("Africa/Casablanca");
  expect(dayAt(at)).toBe("2025-07-01");
  keepTimeZone("America/Lima");
  expect(dayAt(at)).toBe("2025-06-30");
  keepTimeZone("UTC");
  expect(dayAt(at)).toBe("2025-06-30");
});

test("today follows the zone that the server names", () => {
  vi.useFakeTimers({ now: new Date("2025-12-31T23:15:00Z") });
  keepTimeZone("UTC");
  expect(today()).toBe("2025-12-31");
  keepTimeZone("Africa/Casablanca");
  expect(today()).toBe("2026-01-01");
});
