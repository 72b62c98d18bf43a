// Enters an application that came on paper: of which organisation, on which day, and what it says.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Call, call as callQuery, enterApplication } from "../api/calls.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { AskText } from "../form/asked.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation } from "../form/picks.tsx";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { useCallTitle } from "./call-words.tsx";
import "../form/form.css";

export function EnterPage() {
  const intl = useIntl();
  const titleOf = useCallTitle();
  const { call } = useParams({ from: "/calls/$call/enter" });
  const { data, error, refetch } = useQuery(callQuery(call));
  const { may, isKnown } = useRightsAt({ call });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={8} />;
  const name = intl.formatMessage({ id: "calls.enter" });
  return (
    <Page
      title={name}
      name={`${name} · ${data.reference}`}
      lead={
        <Link to="/calls/$call" params={{ call: data.reference }}>
          <Name>{titleOf(data)}</Name>
        </Link>
      }
    >
      {may("calls.receive") ? (
        <EnterForm call={data} />
      ) : (
        <p>
          <FormattedMessage id="form.noRight" />
        </p>
      )}
    </Page>
  );
}

const empty = { organisation: "", receivedOn: "", title: "" };

function useEnterForm(call: Call) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<keyof typeof empty, { application: string }>({
    name: `application on paper to ${call.reference}`,
    recorded: { texts: empty, revision: null },
    check: (values) => needed(values, "organisation", "receivedOn", "title"),
    about: {
      "organisations.unknown": "organisation",
      "calls.applied_already": "organisation",
      "calls.closed_on": "receivedOn",
      "calls.received_later": "receivedOn",
      "calls.not_open_yet": "receivedOn",
    },
    save: ({ organisation, receivedOn, title }) =>
      enterApplication(call.reference, { organisation, receivedOn, words: { title: title.trim() } }),
    onSaved: async ({ application }) => {
      await client.invalidateQueries({ queryKey: ["call", call.reference] });
      await navigate({
        to: "/calls/$call/applications/$application",
        params: { call: call.reference, application },
      });
    },
  });
}

function EnterForm({ call }: { call: Call }) {
  const intl = useIntl();
  const form = useEnterForm(call);
  const action = intl.formatMessage({ id: "calls.enterAction" });
  return (
    <FormShell
      form={form}
      label={action}
      action={action}
      nameOf={(name) => <FormattedMessage id={`calls.application.${name}`} />}
    >
      <PickOrganisation
        form={form}
        name="organisation"
        space={call.space}
        label={<FormattedMessage id="calls.application.organisation" />}
        why={
          <FormattedMessage
            id="calls.application.organisation.why"
            values={{
              register: (words) => (
                <Link
                  to="/organisations/new"
                  search={call.space === "simulated" ? { space: call.space } : {}}
                >
                  {words}
                </Link>
              ),
            }}
          />
        }
        isNeeded
      />
      <AskText
        form={form}
        name="receivedOn"
        type="date"
        isNeeded
        label={<FormattedMessage id="calls.application.receivedOn" />}
        why={<FormattedMessage id="calls.application.receivedOn.why" />}
      />
      <AskText form={form} name="title" isNeeded label={<FormattedMessage id="calls.application.title" />} />
    </FormShell>
  );
}
