// The page on which something is written down for one agreement: its title, the way back, and the form for who may.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Agreement, agreement as agreementQuery } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { useBelongsTo } from "../../app/shown-space.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Allowed } from "../../form/allowed.tsx";
import { Title } from "../agreement-words.tsx";

interface BeginningPageProps {
  readonly reference: string;
  /** The message that names the page. */
  readonly title: string;
  readonly right: string;
  readonly children: (agreement: Agreement) => ReactNode;
}

export function BeginningPage({ reference, title, right, children }: BeginningPageProps) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(agreementQuery(reference, {}));
  const { may, isKnown } = useRightsAt({ agreement: reference });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={12} />;
  const name = intl.formatMessage({ id: title });
  return (
    <Page
      title={name}
      name={`${name} · ${reference}`}
      lead={
        <>
          <Title of={data} /> ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      <Allowed is={may(right)}>{children(data)}</Allowed>
    </Page>
  );
}
