// An assessor's desk: first the interests, then each application with its criteria, then the marks are handed in.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { call as callQuery, handIn, type Scoring, scoring } from "../api/calls.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Refusal } from "../form/fields.tsx";
import { Instant, Name } from "../language/figures.tsx";
import { useCallTitle } from "./call-words.tsx";
import { InterestsForm } from "./interests-form.tsx";
import { JudgeForm } from "./judge-form.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import "./calls.css";

export function ScoringPage() {
  const intl = useIntl();
  const titleOf = useCallTitle();
  const { call } = useParams({ from: "/calls/$call/scoring" });
  const { data, error, refetch } = useQuery(scoring(call));
  const about = useQuery(callQuery(call)).data;
  useBelongsTo(about?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !about) return <Waiting lines={10} />;
  const name = intl.formatMessage({ id: "calls.score" });
  return (
    <Page
      title={name}
      name={`${name} · ${data.call}`}
      lead={
        <Link to="/calls/$call" params={{ call: data.call }}>
          <Name>{titleOf(about)}</Name>
        </Link>
      }
    >
      <Desk desk={data} space={about.space} />
    </Page>
  );
}

function Desk({ desk, space }: { desk: Scoring; space: Space }) {
  if (!desk.isAssessor)
    return (
      <p>
        <FormattedMessage id="calls.notAssessor" />
      </p>
    );
  if (desk.state !== "closed")
    return (
      <p className="muted">
        <FormattedMessage
          id={["prepared", "open"].includes(desk.state) ? "calls.scoringLater" : "calls.scoringOver"}
        />
      </p>
    );
  if (!desk.hasStated) return <InterestsForm desk={desk} />;
  const mine = desk.applications.filter(({ interest }) => interest === null);
  const done = mine.filter(({ marks }) => marks.length === desk.criteria.length).length;
  return (
    <>
      <p className="muted">
        <FormattedMessage id="calls.hiddenMarks" />
      </p>
      {desk.handedInAt === null ? (
        <HandIn call={desk.call} done={done} of={mine.length} />
      ) : (
        <p className="done" role="status">
          <FormattedMessage id="calls.handedIn" values={{ at: <Instant value={desk.handedInAt} /> }} />
        </p>
      )}
      <ul className="judge-list">
        {desk.applications.map((one) => (
          <li key={one.id}>
            <JudgeForm desk={desk} application={one} space={space} />
          </li>
        ))}
      </ul>
    </>
  );
}

function HandIn({ call, done, of }: { call: string; done: number; of: number }) {
  const client = useQueryClient();
  const handing = useMutation({
    mutationFn: () => handIn(call),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div className="call-steps">
      <p>
        <FormattedMessage id="calls.markedOf" values={{ done, of }} />
      </p>
      <Refusal error={handing.error} />
      <button
        type="button"
        className="button main-button"
        disabled={done < of || handing.isPending}
        onClick={() => handing.mutate()}
      >
        <FormattedMessage id="calls.handIn" />
      </button>
      {done < of && (
        <p className="small muted">
          <FormattedMessage id="calls.handInLater" />
        </p>
      )}
    </div>
  );
}
