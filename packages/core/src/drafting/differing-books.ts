// What a later version of a template has otherwise: clauses that came, went, are said in other words or bind otherwise. Pure.
import { z } from "zod";
import type { TemplateKind } from "./model.ts";
import { type TemplateBook, templateOf } from "./templates.ts";

export const bookChange = z.object({
  clause: z.string(),
  title: z.object({ fr: z.string(), ar: z.string() }),
  change: z.enum(["added", "removed", "reworded", "now_mandatory", "now_optional"]),
});
export type BookChange = z.infer<typeof bookChange>;

/** In the order of the later version; what went comes last. */
export function bookChanges(before: TemplateBook, after: TemplateBook, kind: TemplateKind): BookChange[] {
  const [then, now] = [templateOf(before, kind), templateOf(after, kind)];
  const told = (book: TemplateBook, clause: string, change: BookChange["change"]): BookChange => {
    const title = { fr: book.fr.clauses[clause]?.title ?? "", ar: book.ar.clauses[clause]?.title ?? "" };
    return { clause, title, change };
  };
  const said = (book: TemplateBook, clause: string) =>
    JSON.stringify([book.fr.clauses[clause], book.ar.clauses[clause]]);
  return [
    ...now.order.flatMap((clause): BookChange[] => {
      if (!then.order.includes(clause)) return [told(after, clause, "added")];
      const [did, does] = [then.mandatory.includes(clause), now.mandatory.includes(clause)];
      return [
        ...(said(before, clause) === said(after, clause) ? [] : [told(after, clause, "reworded")]),
        ...(did === does ? [] : [told(after, clause, does ? "now_mandatory" : "now_optional")]),
      ];
    }),
    ...then.order
      .filter((clause) => !now.order.includes(clause))
      .map((clause) => told(before, clause, "removed")),
  ];
}
