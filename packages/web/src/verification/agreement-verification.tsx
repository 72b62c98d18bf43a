import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { waiveVerification } from "../api/verification.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";
import { Day, Instant, Name } from "../language/figures.tsx";
import { Verification } from "../partners/partner-words.tsx";
import { EndsSoon, endingSoon } from "./ends-soon.tsx";
import { PointList } from "./point-list.tsx";
import "../agreements/forms/agreement-forms.css";
import { endedStates } from "../agreements/ended-states.ts";

/** Until then the verification may still stop the file. */
const before: ReadonlySet<Agreement["state"]> = new Set(["lead", "drafting", "verification", "approved"]);
type OfParty = Agreement["verifications"][number];

export function AgreementVerification({ agreement }: { agreement: Agreement }) {
  const { verifications, waivers, state } = agreement;
  // what was signed long ago is not asked for a verification of today, and told what is about to end
  const asked = before.has(state)
    ? verifications
    : verifications.filter(({ points }) => !endedStates.has(state) && endingSoon(points).length > 0);
  if (asked.length + waivers.length === 0) return null;
  return (
    <Section anchor="verification" title={<FormattedMessage id="verification.partners" />}>
      <ul className="row-list">
        {asked.map((one) => (
          <Party key={one.reference} party={one} agreement={agreement} />
        ))}
      </ul>
      {waivers.map((waiver) => (
        <p key={waiver.id} className="quote">
          <span>
            <FormattedMessage
              id="verification.waived"
              values={{
                partner: <Name>{waiver.name}</Name>,
                who: <Name>{waiver.waivedBy}</Name>,
                at: <Instant value={waiver.recordedAt} />,
              }}
            />{" "}
            <Points of={waiver.points} />
          </span>
          <Name>{waiver.reason}</Name>
        </p>
      ))}
    </Section>
  );
}

function Points({ of }: { of: Agreement["waivers"][number]["points"] }) {
  const intl = useIntl();
  const words = of.map((point) => intl.formatMessage({ id: `core.organisations.point.${point}` }));
  return <span className="small muted">({intl.formatList(words)})</span>;
}

function Party({ party, agreement }: { party: OfParty; agreement: Agreement }) {
  const nameOf = useOrganisationName(agreement.space);
  const { may } = useRightsAt({ agreement: agreement.reference });
  const { reference, state, until, points } = party;
  const open = points.filter((point) => point.state !== "fine" || point.endsSoon);
  return (
    <li>
      <Link to="/partners/$reference" params={{ reference }} hash="verification">
        <Name>{nameOf(party)}</Name>
      </Link>
      {" · "}
      <Verification state={state} />
      {until && (
        <span className="small muted">
          {" · "}
          <FormattedMessage id="verification.until" values={{ day: <Day value={until} /> }} />
        </span>
      )}
      <EndsSoon points={points} />
      {open.length > 0 && <PointList points={open} />}
      {state !== "verified" && may("agreements.waive_verification") && (
        <Waive agreement={agreement.reference} organisation={reference} />
      )}
    </li>
  );
}

function Waive({ agreement, organisation }: { agreement: string; organisation: string }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `waiver of ${organisation} in ${agreement}`,
    recorded: { texts: { reason: "" }, revision: null },
    check: (values) => needed(values, "reason"),
    save: ({ reason }) => waiveVerification(agreement, { organisation, reason: reason.trim() }),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "verification.waive" })}>
      <AskText
        form={form}
        name="reason"
        lines={2}
        isNeeded
        label="verification.waiveReason"
        why="verification.waiveWhy"
      />
    </AddForm>
  );
}
