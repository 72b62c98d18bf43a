// US-34: what is done with persons' data, why, on which ground, how long, for whom.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { type Processing, processings } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { Day, Name, useLabel } from "../language/figures.tsx";
import "./people.css";
import { AreaTabs } from "./tabs.tsx";

export function RegisterPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "people.register" });
  const { data, error, refetch } = useQuery(processings());
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="people.registerLead" />}
      aside={
        data && (
          <div className="button-row not-printed">
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
      <h2>{label(processing.label)}</h2>
      <p>{label(processing.purpose)}</p>
      <dl className="pairs">
        <dt>
          <FormattedMessage id="people.ground" />
        </dt>
        <dd>
          <strong>
            <FormattedMessage id={`people.ground.${processing.ground}`} />
          </strong>
          <p className="small">{label(processing.groundText)}</p>
        </dd>
        <dt>
          <FormattedMessage id="people.whose" />
        </dt>
        <dd>{label(processing.persons)}</dd>
        <dt>
          <FormattedMessage id="people.toWhom" />
        </dt>
        <dd>{label(processing.recipients)}</dd>
        <KeptFor processing={processing} />
        <Cndp cndp={processing.cndp} />
      </dl>
      <p className="small muted">
        {processing.version === 0 ? (
          <FormattedMessage id="people.shipped" />
        ) : (
          <FormattedMessage id="people.version" values={{ version: processing.version }} />
        )}
      </p>
    </section>
  );
}

function KeptFor({ processing }: { processing: Processing }) {
  return (
    <>
      <dt>
        <FormattedMessage id="people.keptFor" />
      </dt>
      <dd>
        {processing.data.map(({ field, months, after }) => (
          <p key={field}>
            <FormattedMessage
              id="people.termLine"
              values={{
                what: <FormattedMessage id={`people.held.${field}`} />,
                term: <FormattedMessage id={`people.term.${after}`} values={{ months }} />,
              }}
            />
          </p>
        ))}
      </dd>
    </>
  );
}

function Cndp({ cndp }: Pick<Processing, "cndp">) {
  return (
    <>
      <dt>CNDP</dt>
      <dd>
        <FormattedMessage id={`people.cndp.${cndp.kind}`} />
        {" · "}
        {cndp.reference ? (
          <>
            <Name>{cndp.reference}</Name> {cndp.on && <Day value={cndp.on} />}
          </>
        ) : (
          <span className="attention">
            <FormattedMessage id="people.cndpMissing" />
          </span>
        )}
      </dd>
    </>
  );
}
