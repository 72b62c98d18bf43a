import { type Gathering, gather } from "./acts/entities.ts";
import { childrenOf, type Entity } from "./acts/entity.ts";
import { addParty } from "./acts/main-parties.ts";
import { assignParties, namesBeside } from "./acts/parties.ts";
import { entries, settle } from "./acts/settle.ts";
import { doubtsOf } from "./context/doubts.ts";
import { eventOf } from "./context/event.ts";
import type { FrameworkMention } from "./context/frameworks.ts";
import { orientationsOf } from "./context/orientations.ts";
import { attendeesOf } from "./context/people.ts";
import { publishedOn } from "./draft/dates.ts";
import { instrumentOf, type Refs } from "./draft/instruments.ts";
import type { Doubt, Draft, Framework, PartialDate } from "./draft/model.ts";
import { placePromises } from "./draft/place-promises.ts";
import { coded, literal } from "./draft/values.ts";
import { amountsIn } from "./promises/amounts.ts";
import type { FigureContext } from "./promises/figure.ts";
import { figuresIn } from "./promises/figures.ts";
import { read } from "./read.ts";
import type { Reading } from "./text/reading.ts";

export type IntakeInput = {
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
  readonly publishedOn: PartialDate | null;
};

type Grouped = { readonly ref: string; readonly mentions: readonly FrameworkMention[] };

function groupFrameworks(mentions: readonly FrameworkMention[]): Grouped[] {
  const groups = new Map<string, FrameworkMention[]>();
  for (const mention of mentions.filter((m) => !m.generic)) {
    const known =
      [...groups.keys()].find((key) => key.includes(mention.key) || mention.key.includes(key)) ?? mention.key;
    groups.set(known, [...(groups.get(known) ?? []), mention]);
  }
  return [...groups.values()].map((own, at) => ({ ref: `P${at + 1}`, mentions: own }));
}

function frameworkOf(reading: Reading, grouped: Grouped): Framework | null {
  const mention = [...grouped.mentions].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!mention) return null;
  const period = reading.periods.find((p) => p.from >= mention.from && p.from - mention.to <= 4);
  return {
    ref: grouped.ref,
    kind: coded(reading, mention, mention.kind),
    name: literal(reading, mention),
    period: period ? coded(reading, period, period.period) : null,
  };
}

function refsOf(gathering: Gathering, frameworks: readonly Grouped[]): Refs {
  const order = new Map(entries(gathering).map(({ entity }, at) => [entity, `I${at + 1}`]));
  return { of: (entity: Entity) => order.get(entity) ?? null, frameworks };
}

/** A body that gives money to an instrument is bound by it. */
function addContributors(context: FigureContext, found: ReturnType<typeof amountsIn>): void {
  for (const { promised, contributor, entity } of found) {
    if (!promised || !contributor || !entity || contributor.office) continue;
    const unknown =
      contributor.generic &&
      contributor.key.startsWith("the ") &&
      !/council|authority/.test(contributor.kind);
    if (contributor.weak || unknown) continue;
    const all = [entity, ...childrenOf(context.gathering.entities, entity)];
    for (const one of all)
      addParty(one, { organisation: contributor, role: "funder", person: null, inferred: null });
  }
}

function skeleton(reading: Reading, input: IntakeInput): Draft {
  return {
    format: "iltizam-draft/1",
    source: {
      file: input.file,
      sha256: input.sha256,
      language: reading.language,
      publishedOn: publishedOn(reading),
      text: reading.text,
    },
    event: { kind: null, name: null, date: null, place: null, organisers: [], parts: [] },
    frameworks: [],
    instruments: [],
    shared: { amounts: [], targets: [] },
    otherFigures: [],
    orientations: [],
    attendees: [],
    doubts: [],
  };
}

/** Text in, draft out: pure, deterministic, every value with the words that it comes from. */
export function draftOf(input: IntakeInput): Draft {
  const { reading, instruments, frameworks } = read(input.text, input.publishedOn?.year ?? null);
  const gathering = gather(reading, instruments, namesBeside(reading, instruments));
  settle(reading, gathering);
  assignParties(reading, gathering, instruments);
  const names = [
    ...reading.organisations.filter((o) => !o.generic && !o.weak),
    ...frameworks.filter((f) => !f.generic),
    ...instruments,
  ];
  const context: FigureContext = { reading, gathering, frameworks, names };
  const amounts = amountsIn(context);
  const figures = figuresIn(context);
  addContributors(context, amounts);
  const grouped = groupFrameworks(frameworks);
  const refs = refsOf(gathering, grouped);
  const draft = skeleton(reading, input);
  draft.frameworks = grouped.map((g) => frameworkOf(reading, g)).filter((f) => f !== null);
  draft.instruments = entries(gathering).map((entry) => instrumentOf(reading, gathering, entry, refs));
  const conflicts: Doubt[] = placePromises(context, draft, refs, figures, amounts);
  const act = gathering.entities.find((e) => e.status === "signed")?.statusCue ?? null;
  draft.event = eventOf(reading, act);
  draft.orientations = orientationsOf(reading);
  draft.attendees = attendeesOf(reading, representatives(gathering));
  draft.doubts = doubtsOf(reading, draft, gathering.entities, conflicts);
  return draft;
}

function representatives(gathering: Gathering): Set<number> {
  const own = gathering.entities.flatMap((e) => e.parties.map((p) => p.person?.from));
  return new Set(own.filter((from) => from !== undefined));
}
