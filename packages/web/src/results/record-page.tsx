import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { agreementCommitments, type Commitment, indicators } from "../api/read.ts";
import type { Recorded } from "../api/results.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo, useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { ChooseCommitment, countedIndicator } from "./choose-commitment.tsx";
import { RecordForm } from "./record-form.tsx";
import { ResultsWords } from "./results-words.tsx";
import { SavedResult } from "./saved-result.tsx";
import { Chosen } from "./search-field.tsx";
import { ResultTabs } from "./tabs.tsx";

export function RecordPage() {
  return (
    <ResultsWords>
      <RecordScreen />
    </ResultsWords>
  );
}

function RecordScreen() {
  const intl = useIntl();
  const space = useShownSpace();
  const navigate = useNavigate({ from: "/results/record" });
  const { commitment } = useSearch({ from: "/results/record" });
  const name = intl.formatMessage({ id: "results.recordTitle" });
  const choose = (chosen: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, commitment: chosen }) });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="results.recordLead" />}>
      <ResultTabs />
      {commitment === undefined ? (
        <ChooseCommitment key={space} space={space} onChoose={choose} />
      ) : (
        <Under key={commitment} reference={commitment} onOther={() => choose(undefined)} />
      )}
    </Page>
  );
}

/** The form under one commitment; what it counts decides what is asked. */
function Under({ reference, onOther }: { reference: string; onOther: () => void }) {
  const agreement = reference.slice(0, reference.indexOf("/"));
  const { data, error, refetch } = useQuery(agreementCommitments(agreement, {}));
  const { data: known } = useQuery(indicators());
  const commitment = data?.commitments.find((one) => one.reference === reference);
  useBelongsTo(commitment?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !known) return <Waiting />;
  const indicator = commitment && countedIndicator(commitment, known);
  if (commitment === undefined || indicator === undefined) {
    return (
      <div className="answer">
        <p>
          <FormattedMessage
            id={commitment ? "results.notCountable" : "results.noSuchCommitment"}
            values={{ reference: <Name>{reference}</Name> }}
          />
        </p>
        <p>
          <button type="button" className="button" onClick={onOther}>
            <FormattedMessage id="results.otherCommitment" />
          </button>
        </p>
      </div>
    );
  }
  return (
    <Entry
      commitment={commitment}
      counts={indicator.subject === "thing" ? "thing" : "person"}
      onOther={onOther}
    />
  );
}

interface EntryProps {
  readonly commitment: Commitment;
  readonly counts: "person" | "thing";
  readonly onOther: () => void;
}

function Entry({ commitment, counts, onOther }: EntryProps) {
  const label = useLabel();
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const { reference, space, indicator, wording } = commitment;
  return (
    <>
      <Chosen label={<FormattedMessage id="results.commitment" />} onClear={onOther}>
        <strong>{indicator && label(indicator.label)}</strong>
        <span className="small muted">
          <Name>{reference}</Name> · <Name>{wording}</Name>
        </span>
      </Chosen>
      {recorded ? (
        <SavedResult commitment={reference} recorded={recorded} onNext={() => setRecorded(null)} />
      ) : (
        <RecordForm space={space} commitment={reference} counts={counts} onRecorded={setRecorded} />
      )}
    </>
  );
}
