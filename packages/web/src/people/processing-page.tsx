// One processing of the register: how it stands, how it stood, the words of its consent, and its next version.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Processing, type ProcessingVersion, processings, processingVersions } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { NotFound } from "../app/not-found.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Instant, Name, useLabel } from "../language/figures.tsx";
import { ConsentWords } from "./consent-words.tsx";
import { EditProcessing } from "./edit-processing.tsx";
import { ProcessingFacts } from "./processing-facts.tsx";
import { AreaTabs } from "./tabs.tsx";

export function ProcessingPage() {
  const intl = useIntl();
  const label = useLabel();
  const { processing: code } = useParams({ from: "/people/register/$processing" });
  const { data, error, refetch } = useQuery(processings());
  const found = data?.processings.find((one) => one.code === code);
  if (data && !found) return <NotFound />;
  const name = found ? label(found.label) : intl.formatMessage({ id: "people.register" });
  return (
    <Page title={name} name={name} lead={found && label(found.purpose)}>
      <AreaTabs />
      <p className="not-printed">
        <Link to="/people/register">
          <FormattedMessage id="people.toRegister" />
        </Link>
      </p>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {found && <Whole key={found.version} processing={found} />}
    </Page>
  );
}

function Whole({ processing }: { processing: Processing }) {
  const keeps = may(useQuery(me()).data, "processings.keep");
  const [edits, setEdits] = useState(false);
  return (
    <>
      <section className="processing">
        <ProcessingFacts processing={processing} />
      </section>
      {keeps && (
        <section className="later-section not-printed">
          <p>
            <button type="button" className="button" aria-expanded={edits} onClick={() => setEdits(!edits)}>
              <FormattedMessage id="people.edit" />
            </button>
          </p>
          {edits && <EditProcessing processing={processing} onKept={() => setEdits(false)} />}
        </section>
      )}
      {processing.ground === "consent" && <ConsentWords processing={processing.code} mayWord={keeps} />}
      <Versions processing={processing.code} />
    </>
  );
}

function Versions({ processing }: { processing: string }) {
  const { data } = useQuery(processingVersions(processing));
  return (
    <section className="later-section">
      <h2>
        <FormattedMessage id="people.versions" />
      </h2>
      <ul className="row-list">
        {data?.versions.map((one) => (
          <li key={one.version}>
            <OneVersion version={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneVersion({ version: { version, content, reason, recordedAt } }: { version: ProcessingVersion }) {
  return (
    <details>
      <summary>
        {version === 0 ? (
          <FormattedMessage id="people.versionShipped" />
        ) : (
          <FormattedMessage id="people.version" values={{ version }} />
        )}
        <span className="muted">
          {recordedAt && (
            <>
              {" · "}
              <Instant value={recordedAt} />
            </>
          )}
          {reason && (
            <>
              {" · "}
              <Name>{reason}</Name>
            </>
          )}
        </span>
      </summary>
      <ProcessingFacts processing={{ ...content, version, recordedAt }} />
    </details>
  );
}
