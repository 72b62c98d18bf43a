import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Refused } from "../api/refused.ts";
import { markReviewed, type Translation } from "../api/translations.ts";
import { Instant, Name } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import type { Kind } from "./address.ts";

export type ListedText = Omit<Translation, "kind"> & { readonly kind: Kind };

export function useTranslationColumns(): Column<ListedText>[] {
  const intl = useIntl();
  const said = (id: string) => intl.formatMessage({ id: `translations.${id}` });
  return [
    {
      id: "place",
      label: said("column.place"),
      isName: true,
      cell: (one) => (
        <span className="translation-place">
          <span className="small muted">{said(`kind.${one.kind}`)}</span>
          <code className="small">{one.kind === "screen" ? one.key : one.place}</code>
          {one.field === "definition" && <span className="small muted">{said("definition")}</span>}
        </span>
      ),
      values: [
        { label: said("column.kind"), of: (one) => said(`kind.${one.kind}`) },
        { label: said("column.place"), of: (one) => (one.kind === "screen" ? one.key : one.place) },
      ],
    },
    {
      id: "original",
      label: said("column.original"),
      cell: ({ original }) => (
        <span lang="fr" dir="ltr">
          {original}
        </span>
      ),
      value: ({ original }) => original,
    },
    {
      id: "content",
      label: said("column.content"),
      cell: ({ content }) => (
        <span lang="ar" dir="rtl" className="translation-arabic">
          {content}
        </span>
      ),
      value: ({ content }) => content,
    },
    {
      id: "reviewed",
      label: said("column.reviewed"),
      cell: (one) => <Reviewed of={one} />,
      values: [
        { label: said("column.reviewed"), of: ({ reviewedAt }) => reviewedAt?.slice(0, 10) ?? null },
        { label: said("column.by"), of: ({ reviewedBy }) => reviewedBy },
      ],
    },
  ];
}

/** Who read it and when; or the way to say that it was read. */
function Reviewed({ of }: { of: ListedText }) {
  const intl = useIntl();
  const client = useQueryClient();
  const { kind, ...rest } = of;
  const mark = useMutation({
    mutationFn: markReviewed,
    onSuccess: () => client.invalidateQueries({ queryKey: ["translations"] }),
  });
  if (of.reviewedAt)
    return (
      <span className="small">
        <Instant value={of.reviewedAt} />
        {" · "}
        <Name>{of.reviewedBy}</Name>
      </span>
    );
  if (kind === "screen") return null;
  return (
    <>
      <button
        type="button"
        className="button small nowrap"
        disabled={mark.isPending}
        aria-label={intl.formatMessage({ id: "translations.markOne" }, { text: of.content })}
        onClick={() => mark.mutate({ ...rest, kind })}
      >
        <FormattedMessage id="translations.mark" />
      </button>
      {mark.error && (
        <p role="alert" className="small attention">
          {mark.error instanceof Refused ? mark.error.message : String(mark.error)}
        </p>
      )}
    </>
  );
}
