// A processing that the register does not have yet: its code, and everything the register says of it.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Processing, processings } from "../api/persons.ts";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { TextField } from "../form/fields.tsx";
import { EditProcessing } from "./edit-processing.tsx";
import { AreaTabs } from "./tabs.tsx";

const nothing = { fr: "", ar: "", en: "" };
const empty: Processing = {
  ...{ code: "", label: nothing, purpose: nothing, ground: "public_mission", groundText: nothing },
  ...{ persons: nothing, recipients: nothing, version: 0, recordedAt: null },
  data: [{ field: "identity", months: 12, after: "last_fact" }],
  cndp: { kind: "none", reference: null, on: null },
};

export function NewProcessingPage() {
  const intl = useIntl();
  const { data: who } = useQuery(me());
  const { data } = useQuery(processings());
  const name = intl.formatMessage({ id: "people.newProcessing" });
  return (
    <Page
      title={name}
      name={name}
      lead={
        <>
          <FormattedMessage id="people.newProcessingLead" />{" "}
          <Link to="/people/register" className="not-printed">
            <FormattedMessage id="people.toRegister" />
          </Link>
        </>
      }
    >
      <AreaTabs />
      {(!who || !data) && <Waiting />}
      {who && !may(who, "processings.keep") && <FormattedMessage id="form.noRight" />}
      {data && may(who, "processings.keep") && (
        <NewProcessing taken={data.processings.map(({ code }) => code)} />
      )}
    </Page>
  );
}

const isCode = (code: string) => /^[a-z][a-z_]{2,59}$/u.test(code);

function NewProcessing({ taken }: { taken: readonly string[] }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const [isLeft, setLeft] = useState(false);
  const wrong = taken.includes(code) ? "people.codeTaken" : isCode(code) ? null : "people.codeShape";
  return (
    <EditProcessing
      processing={{ ...empty, code }}
      isHeldBack={wrong !== null}
      action={<FormattedMessage id="people.newProcessing.keep" />}
      onKept={() => void navigate({ to: "/people/register/$processing", params: { processing: code } })}
    >
      <TextField
        label={<FormattedMessage id="people.code" />}
        why={<FormattedMessage id="people.code.why" />}
        direction="ltr"
        isNeeded
        most={60}
        value={code}
        onChange={(text) => setCode(text.trim())}
        onLeave={() => setLeft(true)}
        {...(isLeft && wrong !== null && { fault: intl.formatMessage({ id: wrong }) })}
      />
    </EditProcessing>
  );
}
