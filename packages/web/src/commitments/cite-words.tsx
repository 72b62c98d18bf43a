// The words that promise it: found or selected in a document of the register, with the number that they give.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { api, given } from "../api/client.ts";
import { type Commitment, document as documentQuery } from "../api/read.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { wholeNumber } from "../form/texts.ts";
import { Count, Name } from "../language/figures.tsx";
import { PassageChoice, type Words } from "./passage-choice.tsx";
import { documentsOf } from "./read-documents.ts";

interface CiteWordsProps {
  readonly commitment: Commitment;
  readonly isAllowed: boolean;
}

export function CiteWords({ commitment, isAllowed }: CiteWordsProps) {
  const { readings } = commitment.announced;
  return (
    <Section title={<FormattedMessage id="commitmentForm.words" />}>
      {readings.length === 0 && (
        <p className="muted">
          <FormattedMessage id="commitmentForm.noWords" />
        </p>
      )}
      <ul className="bare-list">
        {readings.map((reading) => (
          <li key={reading.assertion} className="quote">
            <p>
              <Name>{reading.wording}</Name>
            </p>
            <p className="quote-foot">
              <Count value={reading.value} /> <Name>{reading.source.title}</Name>
            </p>
          </li>
        ))}
      </ul>
      {isAllowed && (
        <details className="add-part">
          <summary>
            <FormattedMessage id="commitmentForm.cite" />
          </summary>
          <CiteForm commitment={commitment} />
        </details>
      )}
    </Section>
  );
}

/** Quotes the words, records what they give, and joins it to the promise: three acts, each of which may be repeated. */
async function cite(commitment: Commitment, document: string, words: Words, quantity: number | null) {
  const passage = await given(
    api.POST("/api/v1/documents/{documentId}/passages", {
      params: { path: { documentId: document } },
      body: { start: words.start, end: words.end, content: words.text },
    }),
  );
  const asserted = await given(
    api.POST("/api/v1/assertions", {
      body: {
        ...{
          documentId: document,
          passageId: passage.id,
          topic: "target",
          quantity,
          how: "literal" as const,
        },
        ...{ indicator: commitment.indicator?.code ?? null, unit: commitment.unit },
        ...{ populations: commitment.populations, territoryId: commitment.territory?.id ?? null },
        qualifier: quantity === null ? "unquantified" : "exact",
      },
    }),
  );
  await given(
    api.POST("/api/v1/commitments/announce", {
      body: { commitment: commitment.reference, assertions: [{ assertion: asserted.id, field: "target" }] },
    }),
  );
}

function CiteForm({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [chosen, setChosen] = useState("");
  const [words, setWords] = useState<Words | null>(null);
  const [quantity, setQuantity] = useState("");
  const { data: documents = [] } = useQuery(documentsOf(commitment));
  const { data: document } = useQuery({ ...documentQuery(chosen), enabled: chosen !== "" });
  const citing = useMutation({
    mutationFn: async () => {
      if (words) await cite(commitment, chosen, words, wholeNumber(quantity));
    },
    onSuccess: async () => {
      setWords(null);
      setQuantity("");
      await client.invalidateQueries();
    },
  });
  return (
    <Form
      onSend={() => citing.mutate()}
      isSending={citing.isPending || words === null}
      error={citing.error}
      action={<FormattedMessage id="commitmentForm.citeAction" />}
    >
      <ChoiceField
        label={<FormattedMessage id="commitmentForm.document" />}
        isNeeded
        none={intl.formatMessage({ id: "form.choose" })}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setWords(null);
        }}
        options={documents.map(({ id, title }) => ({ value: id, words: title }))}
      />
      {document && <PassageChoice document={document} words={words} onWords={setWords} />}
      <TextField
        label={<FormattedMessage id="commitmentForm.citedNumber" />}
        why={<FormattedMessage id="commitmentForm.citedNumber.why" />}
        digits
        value={quantity}
        onChange={setQuantity}
      />
    </Form>
  );
}
