// The built web application: hashed files for ever, the page itself asked for each time, every screen its own address.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pathOf, refuse } from "./answer-errors.ts";
import { httpErrors } from "./errors.ts";

export const builtWeb = fileURLToPath(new URL("../../../web/dist/", import.meta.url));

const notPages = /^\/(api|assets|healthz|readyz|metrics)(\/|$)/;

/** Serves the files; returns what answers the address of a screen. */
export async function serveWeb(app: FastifyInstance, folder = builtWeb) {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    // each file stands there compressed too, once it was built
    preCompressed: true,
    index: "index.html",
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, "assets"));
      reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
    schemaHide: true,
  });
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined => {
    const path = pathOf(request);
    const asksForPage = request.method === "GET" || request.method === "HEAD";
    const lastPart = path.slice(path.lastIndexOf("/"));
    if (!asksForPage || notPages.test(path) || lastPart.includes(".")) return undefined;
    if (!existsSync(join(folder, "index.html"))) return refuse(request, reply, httpErrors.web_not_built());
    return reply.sendFile("index.html");
  };
}
