import { useQuery } from "@tanstack/react-query";
import { organisationQuery } from "../../organisations/read-organisation.ts";

/** Who holds an office there, as entries of a choice. */
export function useOfficeHolders(organisation: string) {
  const { data } = useQuery({ ...organisationQuery(organisation), enabled: organisation !== "" });
  return (data?.officeHolders ?? []).map(({ id, name, function: office }) => ({
    value: id,
    words: [name, office].filter(Boolean).join(" · "),
  }));
}
