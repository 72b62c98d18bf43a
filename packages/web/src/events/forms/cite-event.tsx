// Quotes the words that tell of an event, and says which value of it they give.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Event } from "../../api/read.ts";
import { ChoiceField } from "../../form/fields.tsx";
import { CiteDetails } from "../../words/cite-details.tsx";
import { CiteForm } from "../../words/cite-form.tsx";

const fields = ["event", "name", "date", "place", "kind"] as const;

export function CiteEvent({ event }: { event: Event }) {
  return (
    <CiteDetails of={{ event: event.reference }} right="meetings.edit">
      <Cite event={event} />
    </CiteDetails>
  );
}

function Cite({ event }: { event: Event }) {
  const intl = useIntl();
  const [field, setField] = useState<string>("event");
  return (
    <CiteForm
      space={event.space}
      agreement={event.agreements[0]?.reference ?? null}
      cite={(words) =>
        given(
          api.POST("/api/v1/events/sources", {
            body: {
              event: event.reference,
              words: { ...words, text: words.passage.content.slice(0, 4000) },
              field: fields.find((one) => one === field) ?? "event",
            },
          }),
        )
      }
      onCited={() => setField("event")}
    >
      <ChoiceField
        label={<FormattedMessage id="eventForm.gives" />}
        value={field}
        onChange={setField}
        options={fields.map((value) => ({
          value,
          words: intl.formatMessage({ id: `eventForm.gives.${value}` }),
        }))}
      />
    </CiteForm>
  );
}
