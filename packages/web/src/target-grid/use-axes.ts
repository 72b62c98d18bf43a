// The entries of each axis for one promise: its provinces, the agencies of who owes it, its populations, its quarters.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import { agreement as agreementQuery, type Commitment, populations } from "../api/read.ts";
import { today } from "../app/today.ts";
import { useLabel } from "../language/figures.tsx";
import { territories } from "../users/places.ts";
import { type Axis, type AxisName, type Entry, quartersOf } from "./axes.ts";

/** Null until everything is read. */
export function useAxes(commitment: Commitment): Readonly<Record<AxisName, Axis>> | null {
  const intl = useIntl();
  const places = usePlaces(commitment);
  const points = useServicePoints(commitment);
  const people = usePeople(commitment);
  if (!places || !points || !people) return null;
  const said = (of: string, codes: readonly string[]): Entry[] =>
    codes.map((code) => ({ code, words: intl.formatMessage({ id: `commitmentForm.${of}.${code}` }) }));
  const quarters = quartersOf(...periodOf(commitment)).map((code) => ({
    code,
    words: intl.formatMessage(
      { id: "split.quarter" },
      { quarter: Math.floor(Number(code.slice(5, 7)) / 3) + 1, year: code.slice(0, 4) },
    ),
  }));
  const axes: Record<AxisName, readonly Entry[]> = {
    territory: places,
    service_point: points,
    population: people,
    sex: said("sex", ["F", "M"]),
    milieu: said("milieu", ["rural", "urban"]),
    quarter: quarters,
    whole: [{ code: "", words: intl.formatMessage({ id: "split.whole" }) }],
  };
  const named = Object.entries(axes).map(([name, entries]) => [name, { name, entries }]);
  return Object.fromEntries(named) as Record<AxisName, Axis>;
}

/** The time of the promise; a year from its beginning where the text gives no end. */
function periodOf(commitment: Commitment): [from: string, to: string] {
  const target = commitment.versions.at(-1);
  const from = target?.periodFrom ?? commitment.period.from ?? target?.from ?? today();
  const to = target?.periodTo ?? commitment.period.to ?? target?.deadline ?? commitment.deadline;
  return [from, to ?? `${from.slice(0, 4)}-12-31`];
}

/** The provinces of its region; the regions where it holds in the whole country. */
function usePlaces(commitment: Commitment): Entry[] | null {
  const label = useLabel();
  const { data: agreement } = useQuery(agreementQuery(commitment.agreement, {}));
  const { data: places } = useQuery(territories(commitment.space));
  if (!agreement || !places) return null;
  const at = places.find(({ id }) => id === (commitment.territory?.id ?? agreement.territoryId));
  const under = places.filter(({ parentId }) => parentId === at?.id);
  const regions = places.filter(({ kind }) => kind === "region");
  const chosen = at === undefined || at.kind === "nation" ? regions : under.length > 0 ? under : [at];
  return chosen.map(({ id, name }) => ({ code: id, words: label(name) }));
}

function useServicePoints(commitment: Commitment): Entry[] | null {
  const { data: agreement } = useQuery(agreementQuery(commitment.agreement, {}));
  const references = [
    ...new Set([
      ...(commitment.owedBy ? [commitment.owedBy.reference] : []),
      ...commitment.responsibilities.map(({ organisation }) => organisation),
      ...(agreement?.leadOrganisation ? [agreement.leadOrganisation.reference] : []),
      ...(agreement?.partiesInFull ?? []).map(({ reference }) => reference),
    ]),
  ].slice(0, 12);
  const found = useQueries({
    queries: references.map((organisation) => ({
      queryKey: ["organisation", organisation],
      queryFn: () =>
        given(api.GET("/api/v1/organisations/{organisation}", { params: { path: { organisation } } })),
    })),
  });
  if (!agreement || found.some(({ isPending }) => isPending)) return null;
  return found
    .flatMap(({ data }) => data?.servicePoints ?? [])
    .map(({ id, name }) => ({ code: id, words: name }));
}

function usePeople(commitment: Commitment): Entry[] | null {
  const label = useLabel();
  const { data } = useQuery(populations());
  if (!data) return null;
  const own = data.filter(({ code }) => commitment.populations.includes(code));
  return (own.length > 1 ? own : data).map(({ code, label: name }) => ({ code, words: label(name) }));
}
