// What the addresses of these screens say beside their path.
import { dayOf, only, readSharedSearch, type SharedSearch, textOf } from "../app/address.ts";

type Given = Readonly<Record<string, unknown>>;

export interface RecordSearch extends SharedSearch {
  /** The commitment under which something is recorded. */
  readonly commitment?: string;
}

export const readRecordSearch = (given: Given): RecordSearch =>
  only({ ...readSharedSearch(given), commitment: textOf(given.commitment) });

export interface NotCountedSearch extends SharedSearch {
  readonly agreement?: string;
}

export const readNotCountedSearch = (given: Given): NotCountedSearch =>
  only({ ...readSharedSearch(given), agreement: textOf(given.agreement) });

export interface WaitingSearch extends SharedSearch {
  readonly agreement?: string;
  readonly indicator?: string;
  readonly place?: string;
  readonly by?: string;
  readonly since?: string;
}

export const readWaitingSearch = (given: Given): WaitingSearch =>
  only({
    ...readSharedSearch(given),
    agreement: textOf(given.agreement),
    indicator: textOf(given.indicator),
    place: textOf(given.place),
    by: textOf(given.by),
    since: dayOf(given.since),
  });
