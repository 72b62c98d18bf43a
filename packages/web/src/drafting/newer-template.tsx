// A later version of the templates than the one that the text was begun from: what it has otherwise, and the choice.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { chooseText, type Draft } from "../api/drafting.ts";
import { Refusal } from "../form/fields.tsx";
import { Day } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

export function NewerTemplate({ draft: { agreement, revision, offered } }: { draft: Draft }) {
  const locale = useLocale();
  const client = useQueryClient();
  const { newer, version } = offered;
  const taking = useMutation({
    mutationFn: (templateVersion: number) => chooseText(agreement, { templateVersion, revision }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["draft", agreement] }),
  });
  if (newer === null) return null;
  const number = newer.version;
  return (
    <Section
      title={<FormattedMessage id="drafting.newerTemplate" values={{ number }} />}
      note={
        <FormattedMessage
          id="drafting.begunFrom"
          values={{ number: version, day: <Day value={newer.date} /> }}
        />
      }
    >
      <ul className="missing-list">
        {newer.changes.map(({ clause, title, change }) => (
          <li key={`${clause} ${change}`}>
            <FormattedMessage
              id={`drafting.templateChange.${change}`}
              values={{ title: locale === "ar" ? title.ar : title.fr }}
            />
          </li>
        ))}
        {newer.changes.length === 0 && (
          <li>
            <FormattedMessage id="drafting.templateSame" />
          </li>
        )}
      </ul>
      <p className="button-row">
        <Link
          className="button"
          from="/agreements/$reference/draft"
          search={(before) => ({ ...before, beside: undefined, template: number })}
        >
          <FormattedMessage id="drafting.compareTemplate" />
        </Link>
        <button
          type="button"
          className="button"
          disabled={taking.isPending}
          onClick={() => taking.mutate(number)}
        >
          <FormattedMessage id="drafting.takeTemplate" values={{ number }} />
        </button>
      </p>
      <Refusal error={taking.error} />
    </Section>
  );
}
