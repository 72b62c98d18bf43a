// The log tells what the server did, never for whom or with which words: no address text, no body, no header.
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { redactEntry } from "./redact-secrets.ts";

/** A JSON log in the folder, written behind the answers. */
export function writeLog(folder: string): Logger {
  const destination = pino.destination({ dest: join(folder, "server.log"), mkdir: true, sync: false });
  return pino(
    {
      level: "info",
      base: null,
      formatters: { log: redactEntry },
      serializers: {
        req: (request) => ({ id: request.id, method: request.method, route: request.routeOptions?.url }),
        res: (reply) => ({ status: reply.statusCode }),
        err: (error) => ({ name: error.name, code: error.code }),
      },
    },
    destination,
  );
}
