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
import { Name } from "../language/figures.tsx";
import { commitmentQuery } from "./read-commitment.ts";
import "../agreements/agreement.css";
import "../agreements/forms/agreement-forms.css";
import "./commitments.css";

interface CommitmentFrameProps {
  readonly reference: string;
  /** What is done here, as text. */
  readonly does: string;
  readonly children: (commitment: Commitment) => ReactNode;
}

export function CommitmentFrame({ reference, does, children }: CommitmentFrameProps) {
  const { data, error, refetch } = useQuery(commitmentQuery(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={12} />;
  return (
    <Page
      title={<Name>{data.wording}</Name>}
      name={`${does} · ${reference}`}
      lead={
        <>
          <Name>{reference}</Name> · <FormattedMessage id={`commitmentForm.state.${data.state}`} /> · {does} ·{" "}
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
