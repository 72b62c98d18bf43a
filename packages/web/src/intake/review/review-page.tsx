// One text and its draft, side by side: every value with its words, accepted, changed or refused, then recorded.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { useBelongsTo } from "../../app/shown-space.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { ActorName, Name } from "../../language/figures.tsx";
import { readIntake } from "../ask.ts";
import { IntakeWords } from "../intake-words.tsx";
import type { Intake } from "../model/intake.ts";
import { ReviewBench } from "./review-bench.tsx";
import "../forms/forms.css";
import "./review.css";

export function ReviewPage() {
  return (
    <IntakeWords>
      <Opened />
    </IntakeWords>
  );
}

function Opened() {
  const intl = useIntl();
  const { intake } = useParams({ from: "/intake/$intake" });
  const { data, error, refetch } = useQuery({
    queryKey: ["intake", intake],
    queryFn: () => readIntake(intake),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useBelongsTo(data?.space);
  const name = data?.file ?? intl.formatMessage({ id: "intake.title" });
  return (
    <Page title={<Name>{name}</Name>} name={name} lead={data && <Lead intake={data} />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={14} />}
      {data && (data.draft ? <ReviewBench key={data.id} intake={data} /> : <Unread intake={data} />)}
    </Page>
  );
}

function Lead({ intake }: { intake: Intake }) {
  const intl = useIntl();
  const { pagesWithoutText: pages } = intake;
  return (
    <>
      <FormattedMessage
        id="intake.openedBy"
        values={{
          by: <ActorName label={intake.openedBy} />,
          at: intl.formatDate(intake.openedAt, { dateStyle: "long" }),
        }}
      />
      {pages.length > 0 && (
        <span className="attention">
          {" "}
          <FormattedMessage
            id="intake.pagesWithoutText"
            values={{ pages: intl.formatList(pages.map(String)) }}
          />
        </span>
      )}
    </>
  );
}

/** The reading broke off: the file is kept, and can be read again. */
function Unread({ intake }: { intake: Intake }) {
  const client = useQueryClient();
  return (
    <div className="failure" role="alert">
      <p>
        <FormattedMessage id="intake.unread" />
      </p>
      <button
        type="button"
        className="button"
        onClick={() => void client.invalidateQueries({ queryKey: ["intake", intake.id] })}
      >
        <FormattedMessage id="shell.again" />
      </button>
    </div>
  );
}
