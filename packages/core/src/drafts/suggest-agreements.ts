// What the frameworks and instruments of a draft are in the register: one that is known, or a new one under a rule. Pure.
import { agreementType, typesOf } from "../agreements/index.ts";
import type { Choice, ChoiceValue, Told } from "./choices-format.ts";
import type { DraftInstrument } from "./draft-format.ts";
import type { KnownAgreement, TerritoryCode } from "./known.ts";
import { type Group, groupsIn, standsForSeveral } from "./suggest-groups.ts";
import { placeOf } from "./suggest-organisations.ts";
import { acronymOf, agreementBase, slug } from "./suggest-references.ts";
import { type Suggesting, suggest } from "./suggestion.ts";
import { tell } from "./tell.ts";

type Agreement = ChoiceValue<"agreement">;
type Framework = Suggesting["draft"]["frameworks"][number];

/** Frameworks first, then groups, then what stands in them. */
export function suggestAgreements(given: Suggesting): Choice<"agreement">[] {
  const groups = groupsIn(given.draft);
  return [
    ...given.draft.frameworks.map((framework) => ofFramework(given, framework)),
    ...given.draft.instruments.filter(isFramework).map((one) => ofInstrument(given, groups, one)),
    ...groups.map((group) => ofGroup(given, group)),
    ...given.draft.instruments
      .filter((one) => !isFramework(one))
      .map((one) => ofInstrument(given, groups, one)),
  ];
}

const isFramework = ({ type }: DraftInstrument) => type?.value === "contract_programme";

const nothingMore = {
  ...{ parent: null, partiesOf: [], competence: null, standsFor: null, period: null },
  ...{ nextAction: null, parties: [] },
};

function known(agreement: KnownAgreement, more: Pick<Agreement, "state" | "partiesOf">): Agreement {
  const { reference, kind, type, title, parent, territory } = agreement;
  const kinds = { kind: kind as Agreement["kind"], type: type as Agreement["type"] };
  return { ...nothingMore, ...kinds, reference, known: true, title, parent, territory, ...more };
}

const whyKnown = ({ reference, title }: KnownAgreement): Told =>
  tell("why.agreement_known", { reference, title });

function ofFramework(given: Suggesting, framework: Framework): Choice<"agreement"> {
  const same = given.sameAgreements.get(framework.ref);
  if (same) {
    const value = known(same, { state: "framework", partiesOf: [] });
    return suggest("agreement", framework.ref, value, "register", [whyKnown(same)]);
  }
  const name = framework.name?.value ?? framework.name?.passage.text ?? framework.ref;
  const said = framework.kind?.value ?? "other";
  const kind = said === "programme" ? ("programme" as const) : ("plan" as const);
  const type = agreementType.safeParse(said).data ?? "other";
  const place = placeOf({ words: name }, given.known);
  const territory = place ? codeOf(place) : isNational(name) ? nation(given) : null;
  const base = acronymOf(name) ?? slug(name, 28);
  const value: Agreement = {
    ...nothingMore,
    ...{ reference: given.references.free(base.length < 3 ? `PLAN-${base}` : base), known: false, kind },
    ...{
      type: typesOf(kind).includes(type) ? type : "other",
      title: capitalised(name),
      state: "framework",
      territory,
    },
    period: framework.period,
  };
  return suggest("agreement", framework.ref, value, "rule", [tell("why.framework", { words: name })]);
}

const codeOf = ({ scheme, code }: TerritoryCode): TerritoryCode => ({ scheme, code });
const isNational = (name: string) => /national|وطني/iu.test(name);
const nation = ({ known: { country } }: Suggesting): TerritoryCode => ({ scheme: "iso3166", code: country });
const capitalised = (words: string) => words.slice(0, 1).toLocaleUpperCase("fr") + words.slice(1);

/** The place of the council that is bound, else the one that the object names. */
function territoryOf(given: Suggesting, instruments: readonly DraftInstrument[]): TerritoryCode | null {
  const councils = instruments.flatMap(({ parties }) =>
    parties.filter(({ kind }) => /council|regional_government/.test(kind?.value ?? "")),
  );
  const names = [
    ...councils.map(({ name }) => name?.value ?? ""),
    ...instruments.map(({ object }) => object?.value ?? ""),
  ];
  for (const words of names) {
    const place = placeOf({ words }, given.known);
    if (place && place.kind !== "nation") return codeOf(place);
  }
  return null;
}

/** Where it is signed, else with whom: the first word of its reference. */
function whereabouts(given: Suggesting, instruments: readonly DraftInstrument[]): string {
  const place = instruments.map(({ signedAt }) => signedAt?.value ?? "").find((words) => slug(words) !== "");
  const territory = territoryOf(given, instruments);
  const region = [...given.known.places.values()].find(
    ({ scheme, code }) => territory !== null && scheme === territory.scheme && code === territory.code,
  );
  if (region) return slug(region.nameFr, 22);
  if (place) return slug(given.known.places.get(place)?.nameFr ?? place, 22);
  const parties = instruments.flatMap(({ parties: own }) => own);
  const other = parties.find(({ kind }) => kind?.value !== "public_employment_service") ?? parties[0];
  return slug(other?.name?.value ?? "", 22) || "ACCORD";
}

/** The type as the register has it; an amendment is a record of its agreement, and no type of its own. */
function typeOf({ type }: DraftInstrument): { type: Agreement["type"]; isAmendment: boolean } {
  const said = agreementType.safeParse(type?.value).data ?? null;
  return { type: said, isAmendment: type?.value === "amendment" };
}

const states = { planned: "lead", signed: "reported", existing: "existing" } as const;
const stateOf = ({ status }: DraftInstrument): Agreement["state"] =>
  states[(status?.value ?? "signed") as keyof typeof states] ?? "reported";

function ofInstrument(
  given: Suggesting,
  groups: readonly Group[],
  instrument: DraftInstrument,
): Choice<"agreement"> {
  const { ref } = instrument;
  const group = groups.find(({ members }) => members.includes(ref));
  const same = given.sameAgreements.get(ref);
  if (same) {
    const value = known(same, { state: stateOf(instrument), partiesOf: [] });
    return suggest("agreement", ref, value, given.sameEvent ? "inferred" : "register", [whyKnown(same)]);
  }
  const { type, isAmendment } = typeOf(instrument);
  const several = standsForSeveral(instrument);
  const kind = isFramework(instrument) ? "contract_programme" : several ? "bundle" : "instrument";
  const { count } = instrument;
  const value: Agreement = {
    ...nothingMore,
    reference: given.references.numbered(agreementBase(whereabouts(given, [instrument]), type)),
    ...{ known: false, kind, type, title: titleOf(given, instrument, several), state: stateOf(instrument) },
    parent: group?.ref ?? instrument.parent,
    territory: territoryOf(given, [instrument]),
    standsFor: several && count?.value ? { ...count, value: count.value } : null,
  };
  const why = isAmendment ? [tell("why.amendment")] : [tell("why.agreement_new")];
  return suggest("agreement", ref, value, isAmendment ? "inferred" : "rule", why);
}

function ofGroup(given: Suggesting, group: Group): Choice<"agreement"> {
  const members = given.draft.instruments.filter(({ ref }) => group.members.includes(ref));
  const state = members.every((one) => stateOf(one) === "lead") ? "lead" : "reported";
  const partiesOf = [...group.members];
  const same = given.sameAgreements.get(group.ref);
  if (same) {
    return suggest("agreement", group.ref, known(same, { state, partiesOf }), "inferred", [whyKnown(same)]);
  }
  const type = members[0] ? typeOf(members[0]).type : null;
  const parents = new Set(members.map(({ parent }) => parent));
  const [parent = null] = parents.size === 1 ? [...parents] : [];
  const value: Agreement = {
    ...nothingMore,
    reference: given.references.free(`${agreementBase(whereabouts(given, members), type)}S`),
    ...{
      known: false,
      kind: "bundle",
      type,
      title: tell("title.group", { type: type ?? "other", count: members.length })[
        given.draft.source.language
      ],
    },
    ...{ state, partiesOf, parent, territory: territoryOf(given, members) },
  };
  return suggest("agreement", group.ref, value, "rule", [tell("why.group", { count: members.length })]);
}

/** The type with the object, or with those who are bound, in the language of the text. */
function titleOf(given: Suggesting, instrument: DraftInstrument, several: boolean): string {
  const { language } = given.draft.source;
  const type = instrument.type?.value ?? "other";
  const object = instrument.object?.value;
  const parties = instrument.parties.flatMap(({ name }) => name?.value ?? []).slice(0, 3);
  const about = object ?? parties.join(" – ");
  const code = several ? "title.several" : about === "" ? "title.bare" : "title.instrument";
  return tell(code, { type, about: about.slice(0, 300) })[language];
}
