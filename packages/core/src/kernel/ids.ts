import { v4, v7 } from "uuid";

/** Gives identifiers: `next` grows with time (UUIDv7), `random` holds no time inside (UUIDv4, for persons). */
export interface Ids {
  next(): string;
  random(): string;
}

export const systemIds: Ids = { next: () => v7(), random: () => v4() };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
