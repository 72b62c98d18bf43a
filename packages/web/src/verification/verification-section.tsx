// Whether the partner may be signed with: the seven points as they stand, what was ever checked, and the form for the next.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Organisation } from "../api/partners.ts";
import { useRightsAt } from "../api/rights.ts";
import { type Check, checksOf, openCheckFile } from "../api/verification.ts";
import { keepFile } from "../journal/keep-file.ts";
import { Day, Name } from "../language/figures.tsx";
import { Verification } from "../partners/partner-words.tsx";
import { CheckForm } from "./check-form.tsx";
import { EndsSoon } from "./ends-soon.tsx";
import { PointList } from "./point-list.tsx";
import "../agreements/forms/agreement-forms.css";

export function VerificationSection({ of }: { of: Organisation }) {
  const { may } = useRightsAt({ organisation: of.reference });
  const { state, until, points } = of.verification;
  const isWanted = state !== "not_needed";
  return (
    <Section
      anchor="verification"
      title={<FormattedMessage id="partners.verification" />}
      note={
        <>
          <Verification state={state} />
          {until && (
            <>
              {" · "}
              <FormattedMessage id="verification.until" values={{ day: <Day value={until} /> }} />
            </>
          )}
        </>
      }
    >
      {isWanted && <EndsSoon points={points} />}
      {isWanted && <PointList points={points} />}
      {may("organisations.read_checks") && <Papers of={of} />}
      {isWanted && may("organisations.verify") && <CheckForm of={of} />}
    </Section>
  );
}

/** Who checked what on which day, with which paper; the paper's hash identifies it. */
function Papers({ of: { reference } }: { of: Organisation }) {
  const { data = [] } = useQuery(checksOf(reference));
  if (data.length === 0) return null;
  return (
    <details className="add-part">
      <summary>
        <FormattedMessage id="verification.all" values={{ count: data.length }} />
      </summary>
      <ul className="row-list">
        {data.map((check) => (
          <OneCheck key={check.id} check={check} organisation={reference} />
        ))}
      </ul>
    </details>
  );
}

interface CheckProps {
  readonly check: Check;
  readonly organisation: string;
}

function OneCheck({ check, organisation }: CheckProps) {
  const { point, outcome, checkedOn, checkedBy, number, note, expiresOn } = check;
  const parts: readonly (ReactNode | null)[] = [
    number && (
      <FormattedMessage key="n" id="verification.number" values={{ number: <Name>{number}</Name> }} />
    ),
    expiresOn && (
      <FormattedMessage key="e" id="verification.until" values={{ day: <Day value={expiresOn} /> }} />
    ),
    note && <Name key="t">{note}</Name>,
  ];
  return (
    <li>
      <FormattedMessage id={`core.organisations.point.${point}`} />
      {" · "}
      <span className={outcome === "not_in_order" ? "attention" : undefined}>
        <FormattedMessage id={`verification.outcome.${outcome}`} />
      </span>
      <p className="small muted">
        <FormattedMessage
          id="verification.by"
          values={{ who: <Name>{checkedBy}</Name>, day: <Day value={checkedOn} /> }}
        />
      </p>
      {parts.some(Boolean) && (
        <p className="small">
          {parts.filter(Boolean).map((part, at) => (
            <span key={String(at)}>
              {at > 0 && " · "}
              {part}
            </span>
          ))}
        </p>
      )}
      <Paper check={check} organisation={organisation} />
    </li>
  );
}

function Paper({ check: { id, fileName, fileHash }, organisation }: CheckProps) {
  const mayOpen = useRightsAt({ organisation }).may("organisations.open_papers");
  if (!fileName || !fileHash) return null;
  return (
    <p className="small">
      {mayOpen ? (
        <button type="button" className="plain-button" onClick={() => void openPaper(organisation, id)}>
          <bdi>{fileName}</bdi>
        </button>
      ) : (
        <bdi>{fileName}</bdi>
      )}{" "}
      <bdi className="muted paper-hash" title={fileHash}>
        SHA-256 {fileHash.slice(0, 12)}…
      </bdi>
    </p>
  );
}

async function openPaper(organisation: string, check: string): Promise<void> {
  const { name, base64 } = await openCheckFile(organisation, check);
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  keepFile(bytes, name, "application/octet-stream");
}
