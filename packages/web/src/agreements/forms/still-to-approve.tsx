import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { Agreement } from "../../api/read.ts";
import { Name } from "../../language/figures.tsx";

interface StillToApproveProps {
  readonly agreement: Agreement;
  readonly type: Agreement["amendments"][number]["type"];
}

/** An amendment is approved like the agreement itself: by the same bodies, under its number, before it is recorded. */
export function StillToApprove({ agreement, type }: StillToApproveProps) {
  const { approvals, amendments, reference } = agreement;
  const number = Math.max(0, ...amendments.map((one) => one.number)) + 1;
  if (type === "suspension" || type === "termination") return null;
  const silent = approvals.filter(
    (one) =>
      one.amendment === null &&
      !approvals.some(
        (other) =>
          other.amendment === number &&
          other.kind === one.kind &&
          other.organisationReference === one.organisationReference,
      ),
  );
  if (silent.length === 0) return null;
  return (
    <p className="attention">
      <FormattedMessage
        id="agreementForm.stillToApprove"
        values={{
          number,
          bodies: <Name>{[...new Set(silent.map(({ organisation }) => organisation))].join(" · ")}</Name>,
        }}
      />{" "}
      <Link to="/agreements/$reference" params={{ reference }} hash="signing">
        <FormattedMessage id="agreementForm.recordApproval" />
      </Link>
    </p>
  );
}
