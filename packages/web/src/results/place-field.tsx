import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { type Place, placesNamed } from "../api/results.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Name, useLabel } from "../language/figures.tsx";
import { Chosen, SearchField, useSearchText } from "./search-field.tsx";

interface PlaceFieldProps {
  readonly space: Space;
  readonly value: Place | null;
  readonly onChange: (place: Place | null) => void;
}

/** A commune, province or region, by a name in French or Arabic. */
export function PlaceField({ space, value, onChange }: PlaceFieldProps) {
  const label = useLabel();
  const { place } = useVocabulary(space);
  const { text, setText, asked, isBehind } = useSearchText();
  const { data = [], isFetching } = useQuery(placesNamed(space, asked));
  const above = ({ code }: Place) => (code.includes(".") ? place(code.split(".")[0] ?? "") : "");
  if (value !== null) {
    return (
      <Chosen label={<FormattedMessage id="results.place" />} onClear={() => onChange(null)}>
        <Name>{label(value.name)}</Name>
        <span className="muted small">
          <FormattedMessage id={`results.placeKind.${value.kind}`} />
        </span>
      </Chosen>
    );
  }
  return (
    <SearchField
      label={<FormattedMessage id="results.place" />}
      why={<FormattedMessage id="results.placeWhy" />}
      text={text}
      onText={setText}
      isBusy={isBehind || isFetching}
      onChoose={(key) => onChange(data.find(({ id }) => id === key) ?? null)}
      hits={data.map((one) => ({
        key: one.id,
        words: <Name>{label(one.name)}</Name>,
        note: (
          <>
            <FormattedMessage id={`results.placeKind.${one.kind}`} /> <bdi>{above(one)}</bdi>
          </>
        ),
      }))}
    />
  );
}
