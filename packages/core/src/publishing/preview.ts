// GET /edition-preview: an edition before it leaves, with what it would not tell, and why.
import { z } from "zod";
import { dayOf, defineQuery, plainDate, readInput, space } from "../kernel/index.ts";
import { editionInput, makeEdition } from "./make-edition.ts";
import { editionKind, editionTogether } from "./model.ts";

const hiddenCount = z.object({
  /** A promise, or `all`. */
  node: z.string(),
  indicator: z.string().nullable(),
  what: z.enum(["realised", "proven", "state"]),
  /** `sex F`, `year 2026`; null: of the node itself. */
  line: z.string().nullable(),
  /** `few`: fewer than the threshold, or so few beside it. `beside`: it would give such a count away. */
  why: z.enum(["few", "beside"]),
});

/** Everything that the act would do, but for leaving. @throws as `makeEdition` */
export const previewEdition = defineQuery({
  name: "publishing.preview",
  permission: "publishing.preview",
  input: z.object({
    space: space.default("real"),
    kind: editionKind.default("edition"),
    title: z.string().trim().min(3).max(300).optional(),
    asOf: plainDate.optional(),
    knownOn: plainDate.optional(),
    supersedes: z.coerce.number().int().positive().max(2_147_483_647).optional(),
    agreements: z.array(z.string().max(40)).optional(),
    region: z.string().max(40).optional(),
    indicator: z.string().max(40).optional(),
    watch: z.uuid().optional(),
  }),
  output: z.object({
    number: z.int(),
    asOf: plainDate,
    knownOn: plainDate,
    madeOn: plainDate,
    threshold: z.int(),
    agreements: z.int(),
    promises: z.int(),
    states: z.array(z.object({ state: z.string().nullable(), promises: z.int() })),
    together: z.array(editionTogether),
    /** Of how many counts so many are told. */
    counts: z.object({ all: z.int(), told: z.int() }),
    hidden: z.array(hiddenCount),
  }),
  async run(ctx, { agreements, region, indicator, ...given }) {
    const only = { agreements, region, indicator };
    const { content, kept } = await makeEdition(ctx, readInput(editionInput, { ...given, only }));
    const states = Map.groupBy(content.promises, ({ state }) => state);
    const lines = kept.nodes.reduce((sum, node) => sum + 2 * (node.lines.length + 1), 0);
    const hidden = [...kept.hidden].map(([key, why]) => ({ ...readKey(key), why }));
    return {
      number: content.number,
      ...{ asOf: content.asOf, knownOn: content.knownOn, madeOn: dayOf(ctx.clock.now(), ctx.timeZone) },
      ...{ threshold: content.threshold, agreements: content.agreements.length },
      promises: content.promises.length,
      states: [...states].map(([state, held]) => ({ state, promises: held.length })),
      together: content.together,
      counts: { all: lines, told: lines - hidden.filter(({ what }) => what !== "state").length },
      hidden,
    };
  },
});

/** `T A-1/2 durable_jobs sex F` as its parts. */
function readKey(key: string) {
  const [measure = "", node = "", indicator, ...line] = key.split(" ");
  if (measure === "state") return { node, indicator: null, what: "state" as const, line: null };
  const what = measure === "T" ? ("realised" as const) : ("proven" as const);
  return { node, indicator: indicator ?? null, what, line: line.length === 0 ? null : line.join(" ") };
}
