// On the agreement's page: the diagnoses that it opened, and the actions that its promises carry.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import { may, me } from "../api/account.ts";
import { diagnosesOf } from "../api/diagnoses.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Name } from "../language/figures.tsx";
import { DiagnosisWords } from "./diagnosis-words.tsx";
import { StageMark, Words } from "./say.tsx";
import "./diagnosis.css";

export function DiagnosesSection({ agreement }: { agreement: string }) {
  const { data: who } = useQuery(me());
  const { data } = useQuery({ ...diagnosesOf(agreement), enabled: may(who, "diagnosis.read") });
  const titleOf = useTitle();
  const leads = may(who, "diagnosis.edit");
  if (!data || (data.length === 0 && !leads)) return null;
  return (
    <DiagnosisWords>
      <Section anchor="diagnoses" title={<FormattedMessage id="diagnosis.title" />}>
        {data.length === 0 && (
          <p className="muted">
            <FormattedMessage id="diagnosis.noneHere" />
          </p>
        )}
        <ul className="bare-list">
          {data.map((one) => (
            <li key={one.reference}>
              <Link to="/diagnoses/$reference" params={{ reference: one.reference }}>
                <Name>{titleOf(one)}</Name>
              </Link>
              <span className="small muted">
                {" · "}
                <StageMark state={one.state} />
                {" · "}
                <FormattedMessage id={one.serves ? "diagnosis.servesThis" : "diagnosis.carriedHere"} />
              </span>
              {one.carried.length > 0 && (
                <ul className="small indented">
                  {one.carried.map((action) => (
                    <li key={action.number}>
                      <Link
                        to="/diagnoses/$reference"
                        params={{ reference: one.reference }}
                        hash={`action-${action.number}`}
                      >
                        <FormattedMessage id="diagnosis.actionNumber" values={{ number: action.number }} />
                      </Link>{" "}
                      <Words of={action} /> → <Name>{action.commitment}</Name>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
        {leads && <BeginFor agreement={agreement} />}
      </Section>
    </DiagnosisWords>
  );
}

function BeginFor({ agreement }: { agreement: string }) {
  const inSpace = useShownSpace() === "simulated" ? { space: "simulated" as const } : {};
  return (
    <p className="not-printed">
      <Link
        to="/diagnoses/new"
        search={(before) => ({ ...(before.lang && { lang: before.lang }), ...inSpace, agreement })}
      >
        <FormattedMessage id="diagnosis.begin" />
      </Link>
    </p>
  );
}

/** Over a promise: the action of which diagnosis it carries. */
export function CarriesAction({ commitment }: { commitment: string }) {
  const [agreement = ""] = commitment.split("/");
  const { data: who } = useQuery(me());
  const { data } = useQuery({ ...diagnosesOf(agreement), enabled: may(who, "diagnosis.read") });
  const carried = (data ?? []).flatMap(({ reference, carried: actions }) =>
    actions.filter((one) => one.commitment === commitment).map((action) => ({ reference, action })),
  );
  if (carried.length === 0) return null;
  return (
    <DiagnosisWords>
      {carried.map(({ reference, action }) => (
        <p key={`${reference} ${action.number}`} className="carries-action">
          <FormattedMessage
            id="diagnosis.carriesAction"
            values={{
              action: (
                <Link to="/diagnoses/$reference" params={{ reference }} hash={`action-${action.number}`}>
                  <Name>{`${reference} · ${action.number}`}</Name>
                </Link>
              ),
              words: <Words of={action} />,
            }}
          />
        </p>
      ))}
    </DiagnosisWords>
  );
}
