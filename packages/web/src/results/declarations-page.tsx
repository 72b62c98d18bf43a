import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { agreementCommitments } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo, useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { AskedNumbers } from "./asked-numbers.tsx";
import { ChooseCommitment } from "./choose-commitment.tsx";
import { DeclaredSoFar, DeclareForm } from "./declare-form.tsx";
import { ResultsWords } from "./results-words.tsx";
import { Chosen } from "./search-field.tsx";
import { ResultTabs } from "./tabs.tsx";

export function DeclarationsPage() {
  return (
    <ResultsWords>
      <DeclarationsScreen />
    </ResultsWords>
  );
}

function DeclarationsScreen() {
  const intl = useIntl();
  const space = useShownSpace();
  const { data: who } = useQuery(me());
  const navigate = useNavigate({ from: "/results/declarations" });
  const { commitment } = useSearch({ from: "/results/declarations" });
  const name = intl.formatMessage({ id: "declare.title" });
  const choose = (chosen: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, commitment: chosen }) });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="declare.lead" />}>
      <ResultTabs />
      <div className="later-section">
        <section className="question-group">
          <h2>
            <FormattedMessage id="declare.inName" />
          </h2>
          {commitment === undefined ? (
            <ChooseCommitment key={space} space={space} onChoose={choose} />
          ) : (
            <Under key={commitment} reference={commitment} onOther={() => choose(undefined)} />
          )}
        </section>
        {may(who, "requests.read") && <AskedNumbers key={space} />}
      </div>
    </Page>
  );
}

function Under({ reference, onOther }: { reference: string; onOther: () => void }) {
  const label = useLabel();
  const agreement = reference.slice(0, reference.indexOf("/"));
  const { data, error, refetch } = useQuery(agreementCommitments(agreement, {}));
  const commitment = data?.commitments.find((one) => one.reference === reference);
  useBelongsTo(commitment?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={4} />;
  return (
    <>
      <Chosen label={<FormattedMessage id="results.commitment" />} onClear={onOther}>
        <strong>{commitment?.indicator ? label(commitment.indicator.label) : reference}</strong>
        <span className="small muted">
          <Name>{reference}</Name>
        </span>
      </Chosen>
      {commitment ? (
        <div className="two-sides">
          <DeclareForm commitment={commitment} />
          <DeclaredSoFar commitment={commitment} />
        </div>
      ) : (
        <FormattedMessage id="results.noSuchCommitment" values={{ reference: <Name>{reference}</Name> }} />
      )}
    </>
  );
}
