// An address that is known, asked in another way: OPTIONS tells what it accepts, anything else is refused with it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pathOf, refuse } from "./answer-errors.ts";
import { httpErrors } from "./errors.ts";

/** Remembers the addresses as they are mounted; returns the methods of the one that a path is. */
export function rememberAddresses(app: FastifyInstance): (path: string) => readonly string[] {
  const addresses = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook("onRoute", ({ method, url }) => {
    if (url.includes("*")) return;
    const pattern = new RegExp(`^${url.replace(/[.+]/g, "\\$&").replace(/:[^/]+/g, "[^/]+")}$`);
    const address = addresses.get(url) ?? { pattern, methods: new Set<string>() };
    for (const one of [method].flat()) address.methods.add(one);
    addresses.set(url, address);
  });
  return (path) => {
    const found = [...addresses.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  };
}

/** Answers what no route took: methods, unknown addresses, and the pages of the web application. */
export function answerTheRest(
  app: FastifyInstance,
  methodsOf: (path: string) => readonly string[],
  page: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined,
): void {
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const methods = methodsOf(path);
    // A known address with this method is one whose part was too long to be anything.
    if (methods.length > 0 && !methods.includes(request.method)) {
      const allowed = [...methods, "OPTIONS"].join(", ");
      reply.header("allow", allowed);
      if (request.method === "OPTIONS") return reply.code(204).send();
      return refuse(request, reply, httpErrors.method_not_allowed({ path, method: request.method, allowed }));
    }
    return page(request, reply) ?? refuse(request, reply, httpErrors.address_unknown({ path }));
  });
}
