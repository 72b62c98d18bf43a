import type { Entity, PartyFound } from "../acts/entity.ts";
import type { Doubt, Draft } from "../draft/model.ts";
import { toSay } from "../draft/sentences.ts";
import { passageOf } from "../draft/values.ts";
import type { Reading } from "../text/reading.ts";

const HUBS = new Set(["public_employment_service", "foreign_public_employment_service", "ministry", "state"]);

/** Counterparties of a group: everybody but the body that signs all of them. */
function counterparties(entity: Entity): PartyFound[] {
  const hub = entity.parties.find((p) => HUBS.has(p.organisation.kind)) ?? entity.parties[0];
  return entity.parties.filter((p) => p !== hub);
}

/** « huit conventions », nine counterparties named. */
function countDoubts(reading: Reading, entities: readonly Entity[]): Doubt[] {
  return entities.flatMap((entity) => {
    const named = counterparties(entity);
    if (!entity.plural || entity.count === null || !entity.countSpan) return [];
    if (named.length < 2 || named.length === entity.count) return [];
    return [
      {
        about: toSay("count_against_named"),
        readings: [
          toSay("instruments", { count: entity.count }),
          toSay("counterparties", { count: named.length }),
        ],
        passages: [
          entity.countSpan,
          ...named.map((p) => ({ from: p.organisation.nameFrom, to: p.organisation.nameTo })),
        ].map((span) => passageOf(reading, span)),
      },
    ];
  });
}

/** The parts of a total that do not sum to it. */
function sumDoubts(draft: Draft): Doubt[] {
  const totals = draft.shared.amounts.filter((a) => a.role?.value === "total" && a.covers.length > 1);
  return totals.flatMap((total) => {
    const parts = draft.instruments
      .filter((i) => total.covers.includes(i.ref))
      .map((i) =>
        i.amounts.find((a) => a.role?.value === "total" && a.currency?.value === total.currency?.value),
      );
    if (parts.length < 2 || parts.some((part) => !part?.value?.value)) return [];
    const sum = parts.reduce((s, part) => s + Number(part?.value?.value ?? 0), 0);
    if (Math.abs(sum - Number(total.value?.value ?? 0)) < 0.5 || !total.value) return [];
    const passages = [
      total.value.passage,
      ...parts.map((p) => p?.value?.passage).filter((p) => p !== undefined),
    ];
    return [
      {
        about: toSay("total_against_parts"),
        readings: [`${total.value.value}`, sum.toFixed(2)].map((amount) =>
          toSay("amount", { amount, currency: total.currency?.value ?? "" }),
        ),
        passages,
      },
    ];
  });
}

/** The same number told of two things: 6,000 persons placed, 6,000 jobs created. */
function wordingDoubts(draft: Draft, conflicts: readonly Doubt[]): Doubt[] {
  return [...conflicts, ...sumDoubts(draft)];
}

export function doubtsOf(
  reading: Reading,
  draft: Draft,
  entities: readonly Entity[],
  conflicts: readonly Doubt[],
): Doubt[] {
  return [...countDoubts(reading, entities), ...wordingDoubts(draft, conflicts)];
}
