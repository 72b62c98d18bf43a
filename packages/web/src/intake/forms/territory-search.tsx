import { useQuery } from "@tanstack/react-query";
import { api, given } from "../../api/client.ts";
import { useVocabulary } from "../../api/vocabulary.ts";
import type { Space } from "../../app/address.ts";
import type { Control } from "../../form/control.ts";
import { type Hit, SearchField, useSearchText } from "../../form/search-field.tsx";
import { Name, useLabel } from "../../language/figures.tsx";
import { useFormPlace } from "./form-place.tsx";

interface TerritorySearchProps {
  /** `scheme:code`, or empty. */
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly control: Control;
}

/** A place of the register, by a name in French or Arabic or by its code. */
export function TerritorySearch({ code, onCode, control }: TerritorySearchProps) {
  const { space } = useFormPlace();
  const { place } = useVocabulary(space);
  const search = useSearchText();
  const hits = useTerritoryHits(space, search.asked);
  return (
    <SearchField
      control={control}
      chosen={code === "" ? null : <Name>{place(code)}</Name>}
      onChoose={onCode}
      onClear={() => onCode("")}
      search={search}
      hits={hits}
    />
  );
}

function useTerritoryHits(space: Space, text: string): Hit[] | undefined {
  const label = useLabel();
  const { place } = useVocabulary(space);
  const { data } = useQuery({
    queryKey: ["territory search", space, text],
    queryFn: () =>
      given(api.GET("/api/v1/territories/search", { params: { query: { space, text, limit: 8 } } })),
    enabled: text !== "",
    placeholderData: (before) => before,
  });
  return data?.map((found) => ({
    code: `${found.scheme}:${found.code}`,
    words: <Name>{label(found.name)}</Name>,
    note: found.code.includes(".") ? `${place(found.code.split(".")[0] ?? "")} · ${found.code}` : found.code,
  }));
}
