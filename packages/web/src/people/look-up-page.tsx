// US-08: found by a document that is shown nowhere afterwards; warned when she is counted already.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Found, lookUp } from "../api/persons.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Form, TextField } from "../form/fields.tsx";
import { Day, Name } from "../language/figures.tsx";
import { DocumentField, emptyDocument } from "./document-field.tsx";
import { AreaTabs } from "./tabs.tsx";
import { UnmaskForm } from "./unmask-form.tsx";

export function LookUpPage() {
  const intl = useIntl();
  const space = useShownSpace();
  const name = intl.formatMessage({ id: "people.lookUp" });
  const [document, setDocument] = useState(emptyDocument);
  const [commitment, setCommitment] = useState("");
  const asked = useMutation({
    mutationFn: lookUp,
    // from here on the number is nowhere on this screen
    onSuccess: () => setDocument(emptyDocument),
  });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="people.lookUpLead" />}>
      <AreaTabs />
      <div className="two-sides">
        <Form
          onSend={() => asked.mutate({ space, document, ...(commitment && { commitment }) })}
          isSending={asked.isPending}
          error={asked.error}
          action={<FormattedMessage id="people.lookUpAction" />}
        >
          <DocumentField value={document} onChange={setDocument} />
          <TextField
            label={<FormattedMessage id="people.forCommitment" />}
            why={<FormattedMessage id="people.forCommitmentWhy" />}
            direction="ltr"
            value={commitment}
            onChange={setCommitment}
          />
        </Form>
        <div aria-live="polite">
          {asked.data && <FoundPerson key={asked.submittedAt} found={asked.data} />}
        </div>
      </div>
    </Page>
  );
}

function FoundPerson({ found }: { found: Found }) {
  const words = useVocabulary(useShownSpace());
  if (found.subject === null) {
    return (
      <div className="answer">
        <p>
          <FormattedMessage id="people.unknown" />
        </p>
      </div>
    );
  }
  const { counted, elsewhere, isRepeat, isNamed, subject } = found;
  const isCounted = counted.length + elsewhere > 0;
  return (
    <div className="answer" data-warns={isCounted || undefined}>
      <h2>
        <FormattedMessage id={isCounted ? "people.countedAlready" : "people.notCounted"} />
      </h2>
      {isRepeat && (
        <p className="attention">
          <FormattedMessage id="people.isRepeat" />
        </p>
      )}
      {counted.length > 0 && (
        <ul className="row-list">
          {counted.map((fact) => (
            <li key={fact.fact}>
              <strong>{words.indicator(fact.indicator)}</strong>
              {" · "}
              <Day value={fact.date} />
              {" · "}
              <FormattedMessage id={`figure.evidence.E${fact.evidence}`} />
              <p className="small muted">
                <Name>{fact.commitment}</Name> <Name>{fact.title}</Name>
              </p>
            </li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && (
        <p>
          <FormattedMessage id="people.elsewhere" values={{ count: elsewhere }} />
        </p>
      )}
      <p className="small muted">
        <FormattedMessage id="people.subject" values={{ subject: <Name>{subject}</Name> }} />
      </p>
      {isNamed ? (
        <UnmaskForm subject={subject} />
      ) : (
        <p className="small muted">
          <FormattedMessage id="people.noName" />
        </p>
      )}
    </div>
  );
}
