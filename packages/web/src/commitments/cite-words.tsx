// The words that promise it: found or selected in a document of the register, with the number that they give.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { wholeNumber } from "../form/texts.ts";
import { Count, Name } from "../language/figures.tsx";
import { CiteDetails } from "../words/cite-details.tsx";
import { CiteForm, type QuotedWords } from "../words/cite-form.tsx";
import { openTarget } from "./read-commitment.ts";

export function CiteWords({ commitment }: { commitment: Commitment }) {
  const { readings } = commitment.announced;
  const signed = commitment.versions.flatMap(({ version, words }) =>
    words.map((one) => ({ ...one, version })),
  );
  return (
    <Section title={<FormattedMessage id="commitmentForm.words" />}>
      {readings.length + signed.length === 0 && (
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
        {signed.map((one) => (
          <li key={`${one.version} ${one.passage}`} className="quote">
            <p>
              <Name lang={one.language}>{one.words}</Name>
            </p>
            <p className="quote-foot">
              <FormattedMessage id="commitmentForm.signedWords" values={{ version: one.version }} />
              <Name>{one.title}</Name>
            </p>
          </li>
        ))}
      </ul>
      <CiteDetails of={{ agreement: commitment.agreement }} right="commitments.draft">
        <Cite key={commitment.versions.length} commitment={commitment} />
      </CiteDetails>
    </Section>
  );
}

interface Read {
  readonly quantity: number | null;
  /** Of the signed target; null: the words announce the promise. */
  readonly version: number | null;
}

const join = (commitment: Commitment, words: QuotedWords, { quantity, version }: Read) =>
  given(
    api.POST("/api/v1/commitments/announce", {
      body: {
        commitment: commitment.reference,
        version,
        words: {
          ...words,
          ...{ quantity, qualifier: quantity === null ? "unquantified" : "exact" },
          ...{ indicator: commitment.indicator?.code ?? null, unit: commitment.unit },
          ...{ populations: commitment.populations, territoryId: commitment.territory?.id ?? null },
        },
      },
    }),
  );

function Cite({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const [quantity, setQuantity] = useState("");
  const [version, setVersion] = useState(String(openTarget(commitment)?.version ?? ""));
  return (
    <CiteForm
      space={commitment.space}
      agreement={commitment.agreement}
      cite={(words) =>
        join(commitment, words, { quantity: wholeNumber(quantity), version: Number(version) || null })
      }
      onCited={() => setQuantity("")}
    >
      {commitment.versions.length > 0 && (
        <ChoiceField
          label={<FormattedMessage id="commitmentForm.gives" />}
          none={intl.formatMessage({ id: "commitmentForm.gives.announced" })}
          value={version}
          onChange={setVersion}
          options={commitment.versions.map((one) => ({
            value: String(one.version),
            words: intl.formatMessage({ id: "commitmentForm.signedWords" }, { version: one.version }),
          }))}
        />
      )}
      <TextField
        label={<FormattedMessage id="words.number" />}
        why={<FormattedMessage id="words.number.why" />}
        digits
        value={quantity}
        onChange={setQuantity}
      />
    </CiteForm>
  );
}
