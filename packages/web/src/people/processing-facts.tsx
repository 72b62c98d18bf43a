// What the register says of one processing: its ground, whose data, to whom, how long, and the commission's number.
import { FormattedMessage } from "react-intl";
import type { Processing } from "../api/persons.ts";
import { Day, Name, useLabel } from "../language/figures.tsx";
import "./people.css";

export function ProcessingFacts({ processing }: { processing: Processing }) {
  const label = useLabel();
  return (
    <>
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
    </>
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
