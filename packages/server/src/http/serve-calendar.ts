// /calendar/….ics: the meetings of whoever gave her calendar program this address. A program signs in nowhere, so the
// address itself is the secret: another's is found by nobody, and who guesses is stopped soon.
import type { Context } from "@iltizam/core/kernel";
import { fetchCalendar } from "@iltizam/core/meetings";
import type { FastifyInstance } from "fastify";
import { originOf } from "./door/origin-of.ts";
import type { DoorSettings } from "./door/settings.ts";
import { createThrottle } from "./open-route.ts";

/** `ctx` is a visitor's. An address is asked twenty times in ten minutes at most, and so often a network guesses. */
export function serveCalendar(app: FastifyInstance, ctx: Context, door: DoorSettings): void {
  const asked = createThrottle();
  const guessed = createThrottle();
  app.get<{ Params: { token: string } }>(
    "/calendar/:token.ics",
    { schema: { hide: true } },
    async (request, reply) => {
      const { token } = request.params;
      asked(token);
      const text = await fetchCalendar(ctx, token, originOf(request, door)).catch((refused: unknown) => {
        guessed(request.ip);
        throw refused;
      });
      return reply
        .headers({ "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store" })
        .send(text);
    },
  );
}
