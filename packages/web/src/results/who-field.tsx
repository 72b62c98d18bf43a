// US-08: a person is found by her document, which is shown nowhere afterwards, or registered once; whoever is counted
// already is said at once.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Document, type Found, lookUp } from "../api/persons.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Refusal } from "../form/fields.tsx";
import { Day, Name } from "../language/figures.tsx";
import { DocumentField, emptyDocument } from "../people/document-field.tsx";
import { type Registered, RegisterPerson } from "./register-person.tsx";
import { Chosen } from "./search-field.tsx";

export interface Who extends Registered {
  readonly counted: Found["counted"];
  readonly elsewhere: number;
}

interface WhoFieldProps {
  readonly space: Space;
  readonly commitment: string;
  readonly value: Who | null;
  readonly onChange: (who: Who | null) => void;
}

export function WhoField({ space, commitment, value, onChange }: WhoFieldProps) {
  const [document, setDocument] = useState<Document>(emptyDocument);
  const [isNew, setNew] = useState(false);
  const finding = useMutation({
    mutationFn: () => lookUp({ space, document, commitment }),
    onSuccess: ({ subject, counted, elsewhere }) => {
      setNew(subject === null);
      if (subject === null) return;
      setDocument(emptyDocument);
      onChange({ subject, counted, elsewhere });
    },
  });
  if (value !== null) return <ChosenPerson space={space} who={value} onClear={() => onChange(null)} />;
  if (isNew) {
    return (
      <RegisterPerson
        space={space}
        document={document}
        onCancel={() => setNew(false)}
        onRegistered={(registered) => {
          setNew(false);
          // from here on the number is nowhere on this screen
          setDocument(emptyDocument);
          onChange({ ...registered, counted: [], elsewhere: 0 });
        }}
      />
    );
  }
  const isReady = document.number.trim().length >= 3;
  return (
    <form
      className="question-group"
      onSubmit={(event) => {
        event.preventDefault();
        finding.mutate();
      }}
    >
      <h2>
        <FormattedMessage id="results.who" />
      </h2>
      <DocumentField value={document} onChange={setDocument} />
      <Refusal error={finding.error} />
      <p>
        <button type="submit" className="button" disabled={!isReady || finding.isPending}>
          <FormattedMessage id="results.find" />
        </button>
      </p>
    </form>
  );
}

interface ChosenPersonProps {
  readonly space: Space;
  readonly who: Who;
  readonly onClear: () => void;
}

function ChosenPerson({ space, who, onClear }: ChosenPersonProps) {
  const words = useVocabulary(space);
  const { subject, counted, elsewhere } = who;
  const isCounted = counted.length + elsewhere > 0;
  return (
    <div className="question-group">
      <Chosen label={<FormattedMessage id="results.person" />} onClear={onClear}>
        <span>
          <FormattedMessage id="results.personKnown" values={{ end: <bdi>{subject.slice(-6)}</bdi> }} />
        </span>
      </Chosen>
      {isCounted && (
        <div className="warned" role="status">
          <p>
            <strong>
              <FormattedMessage id="results.countedAlready" />
            </strong>
          </p>
          <ul>
            {counted.map((fact) => (
              <li key={fact.fact}>
                {words.indicator(fact.indicator)} · <Day value={fact.date} /> · <Name>{fact.commitment}</Name>{" "}
                <Name>{fact.title}</Name>
              </li>
            ))}
            {elsewhere > 0 && (
              <li>
                <FormattedMessage id="results.elsewhere" values={{ count: elsewhere }} />
              </li>
            )}
          </ul>
        </div>
      )}
    </div>
  );
}
