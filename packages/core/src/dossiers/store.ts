// Reads and writes of requests.
import { sql } from "kysely";
import { type ActContext, type Db, dayOf, firstRow, onlyRow } from "../kernel/index.ts";
import { dossierErrors } from "./errors.ts";
import {
  mayStep,
  type RequestKind,
  type RequestState,
  type requestDecisions,
  type Step,
  steps,
} from "./model.ts";

export interface RequestRow {
  readonly id: string;
  readonly number: string;
  readonly space: "real" | "simulated";
  readonly kind: RequestKind;
  readonly language: "fr" | "ar";
  readonly channel: "counter" | "letter" | "mail" | "phone";
  readonly box: string | null;
  readonly subject: string | null;
  readonly receivedOn: string;
  readonly deadline: string;
  readonly deadlineSource: string;
  readonly state: RequestState;
  readonly decision: (typeof requestDecisions)[number] | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly doneOn: string | null;
}

export const requestColumns = sql`
  id, number, space, kind, language, channel, box_id as box, subject_id as subject, received_on as "receivedOn",
  deadline, deadline_source as "deadlineSource", state, decision, reason, decided_on as "decidedOn", done_on as "doneOn"`;

/** @throws `dossiers.request_unknown` */
export async function requestOf(db: Db, number: string): Promise<RequestRow> {
  const found = await firstRow(
    db,
    sql<RequestRow>`select ${requestColumns} from person_requests where number = ${number}`,
  );
  if (found === undefined) throw dossierErrors.request_unknown({ number });
  return found;
}

/** The request, locked for a step. @throws `dossiers.request_unknown`, `dossiers.step_not_possible` */
export async function requestFor(ctx: ActContext, number: string, step: Step): Promise<RequestRow> {
  await sql`select id from person_requests where number = ${number} for update`.execute(ctx.tx);
  const request = await requestOf(ctx.tx, number);
  if (!mayStep(step, request.state)) {
    throw dossierErrors.step_not_possible({ number, state: request.state, from: [...steps[step].from] });
  }
  return request;
}

export async function nextRequestNumber(ctx: ActContext): Promise<string> {
  const year = dayOf(ctx.clock.now(), ctx.timeZone).slice(0, 4);
  const { next } = await onlyRow(ctx.tx, sql<{ next: number }>`select next_request_number(${year}) as next`);
  return `D-${year}-${String(next).padStart(4, "0")}`;
}

export const today = (ctx: ActContext): string => dayOf(ctx.clock.now(), ctx.timeZone);
