// The frame of every screen about one promise: its words, its reference, the way back to its agreement.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { Commitment } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { commitmentQuery } from "./read-commitment.ts";
import "../agreements/agreement.css";
import "../agreements/forms/agreement-forms.css";
import "./commitments.css";

interface CommitmentFrameProps {
  readonly reference: string;
  /** What is done here, as text; the commitment's own page does nothing but tell of it. */
  readonly does?: string;
  readonly children: (commitment: Commitment) => ReactNode;
}

export function CommitmentFrame({ reference, does, children }: CommitmentFrameProps) {
  const { data, error, refetch } = useQuery(commitmentQuery(reference));
  useBelongsTo(data?.space);
  const label = useLabel();
  // its words are the text's: who reads another language is told first what it counts
  const counted = useLocale() !== "fr" && data?.indicator ? label(data.indicator.label) : null;
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={12} />;
  return (
    <Page
      title={<Name>{counted ?? data.wording}</Name>}
      name={does ? `${does} · ${reference}` : reference}
      lead={
        <>
          <Name>{reference}</Name> ·{" "}
          {counted && (
            <>
              <Name>{data.wording}</Name> ·{" "}
            </>
          )}
          <FormattedMessage id={`commitmentForm.state.${data.state}`} /> · {does && `${does} · `}
          <Link to="/agreements/$reference" params={{ reference: data.agreement }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      {children(data)}
    </Page>
  );
}
