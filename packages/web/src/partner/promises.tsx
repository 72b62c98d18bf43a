import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { OwnRequest } from "../api/account.ts";
import { Count, Day } from "../language/figures.tsx";
import { PartyName } from "../language/party-name.tsx";
import { usePromiseName } from "./promise-name.ts";

type Promised = OwnRequest["promised"][number];

/** Commitments, each with its target, its day and who owes it. */
export function Promises({ title, promises }: { title: ReactNode; promises: readonly Promised[] }) {
  return (
    <section className="partner-section">
      <h2>{title}</h2>
      <ul className="row-list">
        {promises.map((promise) => (
          <li key={promise.commitment}>
            <PromiseLine promise={promise} />
            {promise.declared !== null && (
              <p>
                <FormattedMessage id="partner.declared" values={{ n: <Count value={promise.declared} /> }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PromiseLine({ promise }: { promise: Promised }) {
  const nameOf = usePromiseName();
  return (
    <>
      <p>
        <strong>{nameOf(promise)}</strong>
      </p>
      <p className="small muted">
        {promise.target === null ? (
          <FormattedMessage id="partner.noTarget" />
        ) : (
          <FormattedMessage id="partner.target" values={{ n: <Count value={promise.target} /> }} />
        )}
        {promise.deadline !== null && (
          <>
            {" · "}
            <FormattedMessage id="partner.deadline" values={{ day: <Day value={promise.deadline} /> }} />
          </>
        )}
        {promise.owedBy !== null && (
          <>
            {" · "}
            <PartyName of={promise.owedBy} />
          </>
        )}
      </p>
    </>
  );
}
