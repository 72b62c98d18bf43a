// Who must act, with the life cycle's own sentences; and what the next act still misses.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Agreement, type AgreementNext, everyoneNext } from "../api/read.ts";
import { useSayMissing } from "../form/missing-list.tsx";
import { Day, Name } from "../language/figures.tsx";

/** Those who meet around the sheet, in the order in which they are asked to act. */
const asked = ["R1", "R4", "R5", "R7", "R8"] as const;

export function SheetNext({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const { data } = useQuery(everyoneNext(agreement.reference));
  const steps = asked.flatMap((role) => {
    const key = data?.steps.find((step) => step.role === role)?.key ?? "nothing";
    return key === "nothing"
      ? []
      : [{ role, sentence: intl.formatMessage({ id: `core.agreements.next.${key}` }) }];
  });
  return (
    <Section title={<FormattedMessage id="sheet.next" />}>
      <ul className="sheet-list">
        {agreement.nextAction && (
          <li>
            <strong>
              <Name>{agreement.nextAction}</Name>
            </strong>
            {agreement.nextActionOn && (
              <>
                {" · "}
                <Day value={agreement.nextActionOn} />
              </>
            )}
          </li>
        )}
        {steps.map(({ role, sentence }) => (
          <li key={role}>
            <FormattedMessage
              id="sheet.roleActs"
              values={{
                role: (
                  <strong>
                    <FormattedMessage id={`sheet.role.${role}`} />
                  </strong>
                ),
                sentence,
              }}
            />
          </li>
        ))}
        {data && <Missing next={data} />}
      </ul>
      {data && steps.length === 0 && agreement.nextAction === null && (
        <p className="muted">
          <FormattedMessage id="sheet.nothingNext" />
        </p>
      )}
    </Section>
  );
}

/** The first act forward that something is missing for. Ending early is not shown as the way forward. */
function Missing({ next }: { next: AgreementNext }) {
  const intl = useIntl();
  const say = useSayMissing();
  const act = next.acts.find(({ act: name, missing }) => missing.length > 0 && !aside.has(name));
  if (act === undefined) return null;
  const missing = act.missing.flatMap(({ missing: what }) => what.map((one) => say(one).words)).slice(0, 3);
  return (
    <li>
      <FormattedMessage
        id="sheet.missing"
        values={{
          act: intl.formatMessage({ id: `core.agreements.act.${act.act}` }),
          missing: <Name>{intl.formatList(missing, { type: "conjunction" })}</Name>,
        }}
      />
    </li>
  );
}

const aside: ReadonlySet<string> = new Set(["terminate", "suspend", "renew", "report_signature"]);
