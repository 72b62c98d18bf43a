// What saving did: the new standing in a sentence, and the way to take it back at once.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { agreementStandings } from "../api/read.ts";
import type { Recorded } from "../api/results.ts";
import { Count, Name } from "../language/figures.tsx";
import { PromiseBar } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

interface SavedResultProps {
  readonly commitment: string;
  readonly recorded: Recorded;
  /** Goes on with another one under the same commitment. */
  readonly onNext: () => void;
}

export function SavedResult({ commitment, recorded, onNext }: SavedResultProps) {
  const [isTakenBack, setTakenBack] = useState(false);
  const { counting, outcome, reason } = recorded;
  return (
    <div className="saved" role="status">
      <h2>
        {isTakenBack ? (
          <FormattedMessage id="results.takenBack" />
        ) : (
          <FormattedMessage id={outcome === "unchanged" ? "results.toldAlready" : "results.saved"} />
        )}
      </h2>
      {!isTakenBack && counting && (
        <p>
          <FormattedMessage id={`core.results.counting.${counting}`} />
          {reason && (
            <>
              {" : "}
              <FormattedMessage id={`core.results.reason.${reason}`} />
            </>
          )}
        </p>
      )}
      <NewStanding commitment={commitment} />
      <p className="button-row">
        <button type="button" className="button main-button" onClick={onNext}>
          <FormattedMessage id="results.another" />
        </button>
        <Link
          to="/agreements/$reference"
          params={{ reference: commitment.slice(0, commitment.indexOf("/")) }}
          search={{ open: `figure~${commitment}~realised` }}
        >
          <FormattedMessage id="results.seeRows" />
        </Link>
      </p>
      {!isTakenBack && outcome !== "unchanged" && (
        <WithdrawForm fact={recorded.fact} onDone={() => setTakenBack(true)} />
      )}
    </div>
  );
}

function NewStanding({ commitment }: { commitment: string }) {
  const { data } = useQuery(agreementStandings(commitment.slice(0, commitment.indexOf("/")), {}));
  const row = data?.find((one) => one.commitment === commitment);
  if (!row) return null;
  const { realised, proven, signed } = row;
  const values = {
    commitment: <Name>{commitment}</Name>,
    realised: <Count value={realised} />,
    proven: <Count value={proven} />,
    signed: <Count value={signed.current} />,
  };
  return (
    <>
      <p>
        <FormattedMessage
          id={signed.current === null ? "results.standsWithout" : "results.standsAt"}
          values={values}
        />
      </p>
      <PromiseBar promised={promisedOf(row)} unit="" size="page" />
    </>
  );
}
