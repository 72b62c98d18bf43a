// Figures that are no promises, and the doubts that a careful reader keeps.
import { z } from "zod";
import { figureKind, stateFigure } from "../needs/index.ts";
import { quotePassages, raiseDoubt } from "../sources/index.ts";
import type { Draft } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import { objectNamed, personId, placeId, type Recording } from "./recording.ts";

/** A share comes after the figure that it is a share of. */
export async function recordFigures(recording: Recording): Promise<void> {
  const { ctx, draft, review } = recording;
  const inOrder = draft.otherFigures.toSorted((a, b) => Number(a.of !== null) - Number(b.of !== null));
  for (const figure of inOrder) {
    const placed = review.figures.find((one) => one.figure === figure.ref);
    if (!placed) throw draftErrors.unreviewed({ path: `otherFigures ${figure.ref}` });
    const { id } = await stateFigure(ctx, {
      space: review.space,
      kind: kindOf(figure),
      quantity: figure.value?.value == null ? null : Number(figure.value.value),
      unit: figure.unit?.value ?? null,
      currency: figure.currency?.value ?? null,
      per: perUnit.safeParse(figure.per?.value).data ?? null,
      of: figure.of === null ? null : objectNamed(recording, figure.of).id,
      sectors: placed.sectors.map(({ code }) => code),
      sectorsExhaustive: placed.sectorsExhaustive,
      subject: placed.subject?.value ?? null,
      territoryId: placeId(recording.places, placed.territory),
      organisation: placed.organisation,
      officeHolderId: personId(recording, placed.saidBy),
      eventId: recording.objects.get("event")?.id ?? null,
      agreement: placed.agreement,
      assertion: recording.assertions.get(`otherFigures.${draft.otherFigures.indexOf(figure)}.value`) ?? null,
    });
    recording.objects.set(figure.ref, { kind: "stated_figure", id });
  }
}

type DraftFigure = Draft["otherFigures"][number];
const perUnit = z.enum(["person", "person_month"]);

/** A share of something that the text does not count is a statistic. */
function kindOf(figure: DraftFigure) {
  const kind = figureKind.parse(figure.kind?.value ?? "statistic");
  return kind === "share" && figure.of === null ? "statistic" : kind;
}

/** Intentions and past programmes: told, without a number. */
export async function recordStated(recording: Recording): Promise<void> {
  const { ctx, review } = recording;
  for (const [index, stated] of review.stated.entries()) {
    await stateFigure(ctx, {
      space: review.space,
      kind: stated.kind,
      subject: stated.subject.value ?? stated.subject.passage.text,
      populations: stated.populations,
      territoryId: placeId(recording.places, stated.territory),
      organisation: stated.organisation,
      officeHolderId: personId(recording, stated.saidBy),
      eventId: stated.event ? (recording.objects.get("event")?.id ?? null) : null,
      agreement: stated.agreement,
      assertion: recording.assertions.get(`review.stated.${index}.subject`) ?? null,
    });
  }
}

export async function recordDoubts(recording: Recording): Promise<void> {
  const { ctx, draft, review, documentId } = recording;
  for (const [index, doubt] of draft.doubts.entries()) {
    const placed = review.doubts[index];
    if (!placed) throw draftErrors.unreviewed({ path: `doubts.${index}` });
    const { kind, id } = objectNamed(recording, placed.object);
    const quoted = doubt.passages.map(({ start, end, page, text }) => ({ start, end, page, content: text }));
    await raiseDoubt(ctx, {
      space: review.space,
      objectKind: `${kind}.${placed.field}`,
      objectId: id,
      about: doubt.about,
      readings: doubt.readings,
      passageIds: await quotePassages(ctx, documentId, quoted),
    });
  }
}
