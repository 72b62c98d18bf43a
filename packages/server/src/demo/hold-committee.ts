// Follow-up committees of an agreement: who sits there, what they decide.
import { type Context, together } from "@iltizam/core/kernel";
import {
  addPart,
  concernAgreement,
  done,
  holdEvent,
  recordDecision,
  registerAttendance,
  sayInArabic,
} from "@iltizam/core/meetings";
import type { Party } from "./planned.ts";
import type { Story } from "./story.ts";
import { dateOf } from "./write-text.ts";

/** The parties sit in the committee; the agency chairs it. */
export async function attend(ctx: Context, event: string, parties: readonly Party[]): Promise<void> {
  const organisations = new Set(parties.map(([organisation]) => organisation));
  for (const organisation of organisations) {
    const role = organisation === "SIM-AGENCE" ? "chair" : "attendee";
    await registerAttendance(ctx, { event, role, organisation });
  }
}

export interface Decision {
  readonly decision: string;
  readonly owner: string;
  readonly dueOn: string;
  /** Left out: still open. */
  readonly doneOn?: string;
}

/** A later session of the committee of an agreement, the n-th, with what it decides. */
export function planCommittee(
  story: Story,
  agreement: string,
  on: string,
  number: number,
  decisions: readonly Decision[] = [],
): void {
  const event = `COM-${agreement}-${number}`;
  story.on(on, "officer", (ctx, { region }) =>
    together(ctx, "meetings.hold_event", async (inside) => {
      await holdEvent(inside, {
        ...{ space: "simulated", reference: event, kind: "committee", date: dateOf(on) },
        ...{ name: `Comité de suivi, session ${number}`, territoryId: region.place("90") },
      });
      await sayInArabic(inside, { event, text: `لجنة التتبع، الجلسة ${number}`, reviewed: true });
      await concernAgreement(inside, { event, agreement, relation: "discussed_at" });
      await addPart(inside, { event, kind: "meeting", topic: "Avancement et preuves" });
      await registerAttendance(inside, { event, role: "chair", organisation: "SIM-AGENCE" });
      for (const { decision, owner, dueOn } of decisions)
        await recordDecision(inside, { event, decision, owner, dueOn });
    }),
  );
  for (const [index, { doneOn }] of decisions.entries())
    if (doneOn !== undefined)
      story.on(doneOn, "officer", (ctx) => done(ctx, { event, decision: index + 1, on: doneOn }));
}
