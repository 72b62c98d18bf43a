// The files of an edition: the hashed text itself, and its promises as a sheet. They never change.
import { type Context, inReading } from "@iltizam/core/kernel";
import { editionCsv, editionText, editionXlsx, readContent } from "@iltizam/core/publishing";
import type { FastifyInstance } from "fastify";

const forEver = "public, max-age=31536000, immutable";
const types = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export function serveFiles(app: FastifyInstance, ctx: Context): void {
  for (const kind of ["json", "csv", "xlsx"] as const) {
    app.get(
      `/public/editions/:number/edition.${kind}`,
      { schema: { hide: true } },
      async (request, reply) => {
        const { number } = request.params as { number: string };
        const content = await readContent(ctx, { number });
        const { text, hash } = await inReading(ctx, (tx) => editionText(tx, content.number));
        reply.headers({
          ...{ "content-type": types[kind], "cache-control": forEver, etag: `"${hash}-${kind}"` },
          "content-disposition": `attachment; filename="iltizam-edition-${content.number}.${kind}"`,
        });
        if (request.headers["if-none-match"] === `"${hash}-${kind}"`) return reply.code(304).send();
        if (kind === "json") return reply.send(text);
        return reply.send(kind === "csv" ? editionCsv(content) : Buffer.from(await editionXlsx(content)));
      },
    );
  }
}
