// One's own sessions: the one that asks is marked.
import { endOtherSessions, endSession, listSessions, sessionMethod } from "@iltizam/core/identity";
import { z } from "zod";
import { takeSession } from "./cookies.ts";
import { doorAddress } from "./door-address.ts";
import { visitOf } from "./open-door.ts";
import type { Door } from "./settings.ts";

const permission = "door.own_account";
const shown = z.object({
  id: z.uuid(),
  method: sessionMethod,
  device: z.string(),
  place: z.string().nullable(),
  startedAt: z.date(),
  lastUsedAt: z.date(),
  /** Whether it is the session that asks. */
  here: z.boolean(),
});

export const accountAddresses = ({ settings }: Door) => [
  doorAddress({
    ...{ method: "GET", permission, path: "/account/sessions", summary: "One's own sessions" },
    input: z.object({}),
    output: z.array(shown),
    async run(ctx, _input, { request }) {
      const here = visitOf(request).session?.id;
      return (await listSessions(ctx, {})).map((session) => ({ ...session, here: session.id === here }));
    },
  }),
  doorAddress({
    ...{
      method: "POST",
      permission,
      path: "/account/sessions/:session/end",
      summary: "End one of one's sessions",
    },
    input: z.object({ session: z.uuid() }),
    output: z.object({}),
    async run(ctx, { session }, { request, reply }) {
      await endSession(ctx, { session });
      if (session === visitOf(request).session?.id) takeSession(reply, settings);
      return {};
    },
  }),
  doorAddress({
    ...{
      method: "POST",
      permission,
      path: "/account/other-sessions/end",
      summary: "End all one's other sessions",
    },
    input: z.object({}),
    output: endOtherSessions.output,
    run: (ctx, _input, { request }) => endOtherSessions(ctx, { session: visitOf(request).session?.id }),
  }),
];
