// Targets and amounts at the level where they stand. A figure that is known already gets the further reading, not a
// second commitment: it counts once.
import { sql } from "kysely";
import { announce, promise } from "../commitments/index.ts";
import { citeContribution, pledge } from "../funding/index.ts";
import { type ActContext, firstRow } from "../kernel/index.ts";
import type { Draft, DraftAmount, DraftTarget } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import { organisationFor, placeId, type Recording, sayingsAbout } from "./recording.ts";

/** The target or amount at a path such as `instruments.0.targets.1`. @throws `drafts.object_unknown` */
function at<Kind extends "targets" | "amounts">(draft: Draft, path: string, kind: Kind) {
  const match = new RegExp(`^(?:shared|instruments\\.(\\d+))\\.${kind}\\.(\\d+)$`).exec(path);
  const holder = match?.[1] === undefined ? draft.shared : draft.instruments[Number(match[1])];
  const found = match ? holder?.[kind][Number(match[2])] : undefined;
  if (!found) throw draftErrors.object_unknown({ object: path });
  return found;
}

const targetFields = ["indicator", "unit", "qualifier", "territory", "period", "deadline"] as const;

/** Every assertion about the commitment: its figure, the parts of it, and what else the text says of it. */
function readingsOf(
  recording: Recording,
  path: string,
  index: number,
  target: DraftTarget,
  reference: string,
) {
  const of = (at: string, field: string) => {
    const assertion = recording.assertions.get(at);
    return assertion === undefined ? [] : [{ assertion, field }];
  };
  return [
    ...of(`${path}.value`, "target"),
    ...targetFields.flatMap((field) => of(`${path}.${field}`, field)),
    ...target.populations.flatMap((_, n) => of(`${path}.populations.${n}`, "population")),
    ...of(`review.commitments.${index}.milieu`, "milieu"),
    ...sayingsAbout(recording, reference).map(({ assertion, field }) => ({ assertion, field })),
  ];
}

export async function recordCommitments(recording: Recording): Promise<void> {
  const { ctx, draft, review } = recording;
  refuseUnreviewed(
    draft,
    "targets",
    review.commitments.map((one) => one.target),
  );
  for (const [index, { target: path, reference, wording, milieu }] of review.commitments.entries()) {
    const target = at(draft, path, "targets") as DraftTarget;
    const readings = readingsOf(recording, path, index, target, reference);
    const known = await commitmentId(ctx, reference);
    if (known) await announce(ctx, { commitment: reference, assertions: readings });
    const id =
      known ?? (await promiseNew(recording, target, { reference, wording, milieu: milieu?.value ?? null }));
    if (!known) await announce(ctx, { commitment: reference, assertions: readings });
    recording.objects.set(reference, { kind: "commitment", id });
  }
}

async function commitmentId(ctx: ActContext, reference: string): Promise<string | undefined> {
  const [agreement, number] = reference.split("/");
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string }>`
      select c.id from commitments c join agreements g on g.id = c.agreement_id
      where g.reference = ${agreement} and c.number = ${Number(number)}`,
  );
  return found?.id;
}

async function promiseNew(
  recording: Recording,
  target: DraftTarget,
  given: { reference: string; wording: string; milieu: "urban" | "rural" | null },
): Promise<string> {
  const { reference, wording, milieu } = given;
  const made = await promise(recording.ctx, {
    agreement: reference.split("/")[0] ?? "",
    kind: target.qualifier?.value === "best_efforts" ? "best_efforts" : "result",
    indicator: target.indicator?.value ?? null,
    unit: target.unit?.value ?? null,
    wording,
    populations: target.populations.flatMap(({ value }) => value ?? []),
    territoryId: placeId(recording.places, target.territory?.value ?? null),
    milieu,
  });
  if (made.reference !== reference)
    throw draftErrors.reference_differs({ expected: reference, given: made.reference });
  return made.id;
}

export async function recordContributions(recording: Recording): Promise<void> {
  const { ctx, draft, review } = recording;
  refuseUnreviewed(
    draft,
    "amounts",
    review.contributions.map((one) => one.amount),
  );
  for (const { amount: path, reference } of review.contributions) {
    const amount = at(draft, path, "amounts") as DraftAmount;
    const parts = ["value", "role", "qualifier", "contributor", "purpose"] as const;
    const assertions = parts.flatMap((part) => {
      const assertion = recording.assertions.get(`${path}.${part}`);
      return assertion === undefined ? [] : [{ assertion, field: part === "value" ? "amount" : part }];
    });
    const known = await contributionId(ctx, reference);
    if (known) await citeContribution(ctx, { contribution: reference, assertions });
    const id = known ?? (await pledgeNew(recording, amount, reference));
    if (!known) await citeContribution(ctx, { contribution: reference, assertions });
    recording.objects.set(reference, { kind: "contribution", id });
  }
}

async function contributionId(ctx: ActContext, reference: string): Promise<string | undefined> {
  const [agreement, number] = reference.split("/M");
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string }>`
      select c.id from contributions c join agreements g on g.id = c.agreement_id
      where g.reference = ${agreement} and c.number = ${Number(number)}`,
  );
  return found?.id;
}

type Pledge = Parameters<typeof pledge>[1];

const pledged = ["exact", "approximate", "estimated", "at_least", "at_most", "unquantified"] as const;

/** A share or a best effort is kept in its reading; the contribution has its amount, or none. */
function qualifierOf({ value, qualifier }: DraftAmount): NonNullable<Pledge["qualifier"]> {
  if (value?.value == null) return "unquantified";
  return pledged.find((one) => one === qualifier?.value && one !== "unquantified") ?? "exact";
}

async function pledgeNew(recording: Recording, amount: DraftAmount, reference: string): Promise<string> {
  const words = amount.contributor?.value ?? null;
  const made = await pledge(recording.ctx, {
    agreement: reference.split("/")[0] ?? "",
    role: (amount.role?.value ?? "line") as Pledge["role"],
    contributor: words === null ? null : organisationFor(recording, words),
    amount: amount.value?.value ?? null,
    currency: amount.currency?.value ?? "",
    qualifier: qualifierOf(amount),
    inKind: amount.inKind?.value ?? false,
    purpose: amount.purpose?.value ?? null,
    basis: "announced",
  });
  if (made.reference !== reference)
    throw draftErrors.reference_differs({ expected: reference, given: made.reference });
  return made.id;
}

/** Nothing of a draft is lost in silence: each figure has a place in the review. @throws `drafts.unreviewed` */
function refuseUnreviewed(draft: Draft, kind: "targets" | "amounts", reviewed: readonly string[]): void {
  const paths = [
    ...draft.shared[kind].map((_, n) => `shared.${kind}.${n}`),
    ...draft.instruments.flatMap((instrument, i) =>
      instrument[kind].map((_, n) => `instruments.${i}.${kind}.${n}`),
    ),
  ];
  const missing = paths.find((path) => !reviewed.includes(path));
  if (missing) throw draftErrors.unreviewed({ path: missing });
}
