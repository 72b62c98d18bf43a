import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, onlyRow, rows, space } from "../kernel/index.ts";
import { openBoxes } from "../people/index.ts";
import { requestDecisions, requestKinds, requestStates } from "./model.ts";
import { requestContent } from "./receive-request.ts";
import { type RequestRow, requestColumns, requestOf } from "./store.ts";

const listed = z.object({
  number: z.string(),
  space,
  kind: z.enum(requestKinds),
  language: z.enum(["fr", "ar"]),
  channel: z.enum(["counter", "letter", "mail", "phone"]),
  subject: z.uuid().nullable(),
  receivedOn: z.string(),
  deadline: z.string(),
  /** The text on which the deadline rests. */
  deadlineSource: z.string(),
  isOverdue: z.boolean(),
  state: z.enum(requestStates),
  decision: z.enum(requestDecisions).nullable(),
  reason: z.string().nullable(),
  decidedOn: z.string().nullable(),
  doneOn: z.string().nullable(),
});

function shown({ id, box, ...row }: RequestRow, day: string): z.infer<typeof listed> {
  const { deadline, doneOn } = row;
  return { ...row, isOverdue: (doneOn ?? day) > deadline };
}

/** The requests: those that wait first, by their deadline; then those that are done, the latest first. */
export const listRequests = defineQuery({
  name: "dossiers.requests",
  permission: "person_requests.read",
  input: z.object({
    space,
    state: z.enum(requestStates).optional(),
    kind: z.enum(requestKinds).optional(),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ requests: z.array(listed), total: z.int(), overdue: z.int() }),
  async run(ctx, { space: of, state, kind, offset }) {
    const day = dayOf(ctx.clock.now(), ctx.timeZone);
    const narrowed = sql`
      space = ${of} and (${state ?? null}::text is null or state = ${state ?? null})
      and (${kind ?? null}::text is null or kind = ${kind ?? null})`;
    const [found, counts] = await Promise.all([
      rows(
        ctx.tx,
        sql<RequestRow>`
          select ${requestColumns} from person_requests where ${narrowed}
          order by state = 'done', case when state <> 'done' then deadline end, done_on desc, number
          limit 50 offset ${offset}`,
      ),
      onlyRow(
        ctx.tx,
        sql<{ total: number; overdue: number }>`
          select count(*) filter (where ${narrowed}) as total,
                 count(*) filter (where space = ${of} and state <> 'done' and deadline < ${day}::date) as overdue
          from person_requests`,
      ),
    ]);
    return { requests: found.map((row) => shown(row, day)), ...counts };
  },
});

/** One request with its words. @throws `dossiers.request_unknown` */
export const getRequest = defineQuery({
  name: "dossiers.request",
  permission: "person_requests.read",
  input: z.object({ number: z.string().min(1).max(40) }),
  output: listed.extend({ content: requestContent.nullable() }),
  async run(ctx, { number }) {
    const row = await requestOf(ctx.tx, number);
    const boxes = await openBoxes(ctx, row.box === null ? [] : [row.box]);
    const content = row.box === null ? undefined : boxes.get(row.box);
    return {
      ...shown(row, dayOf(ctx.clock.now(), ctx.timeZone)),
      content: content === undefined ? null : requestContent.parse(content),
    };
  },
});
