// US-34: what is done with persons' data, why, on which ground, how long, for whom.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Processing, processings } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { useLabel } from "../language/figures.tsx";
import "./people.css";
import { ProcessingFacts } from "./processing-facts.tsx";
import { AreaTabs } from "./tabs.tsx";

export function RegisterPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "people.register" });
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(processings());
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="people.registerLead" />}
      aside={
        data && (
          <div className="button-row not-printed">
            {may(who, "processings.keep") && (
              <Link to="/people/register/new" className="button">
                <FormattedMessage id="people.newProcessing" />
              </Link>
            )}
            <button type="button" className="button" onClick={() => window.print()}>
              <FormattedMessage id="people.print" />
            </button>
            <button type="button" className="button" onClick={() => keepRegister(data.processings)}>
              <FormattedMessage id="people.exportJson" />
            </button>
          </div>
        )
      }
    >
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.processings.map((one) => (
        <OneProcessing key={one.code} processing={one} />
      ))}
    </Page>
  );
}

function keepRegister(all: readonly Processing[]): void {
  const bytes = new TextEncoder().encode(`${JSON.stringify(all, null, 2)}\n`);
  keepFile(bytes, "register-of-processing.json", "application/json");
}

function OneProcessing({ processing }: { processing: Processing }) {
  const label = useLabel();
  return (
    <section className="processing">
      <h2>
        <Link to="/people/register/$processing" params={{ processing: processing.code }}>
          {label(processing.label)}
        </Link>
      </h2>
      <p>{label(processing.purpose)}</p>
      <ProcessingFacts processing={processing} />
    </section>
  );
}
