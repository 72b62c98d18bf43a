// What was called, paid or justified of one contribution, with its day and its papers; or an amount that is put right.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Movement, type MovementKind, oneContribution } from "../api/funding.ts";
import { agreement as agreementQuery } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import { numberOf } from "./address.ts";
import { MoveForm } from "./move-form.tsx";

export function MovePage() {
  const intl = useIntl();
  const { reference, number } = useParams({ from: "/agreements/$reference/money/$number/move" });
  const { kind = "paid", movement } = useSearch({ from: "/agreements/$reference/money/$number/move" });
  const { data, error, refetch } = useQuery(oneContribution(reference, numberOf(number), {}));
  const { data: whole } = useQuery(agreementQuery(reference, {}));
  const { data: who } = useQuery(me());
  useBelongsTo(whole?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !whole || !who) return <Waiting lines={8} />;
  const corrected = data.movements.find(({ id, withdrawn }) => id === movement && withdrawn === null) ?? null;
  const name = intl.formatMessage({ id: titleOf(corrected, kind) });
  const isAllowed = may(who, "funding.move") && !data.contribution.inKind;
  return (
    <Page
      title={name}
      name={`${name} · ${data.contribution.reference}`}
      lead={
        <>
          <Name>{data.contribution.reference}</Name> ·{" "}
          <Link to="/agreements/$reference/money/$number" params={{ reference, number }}>
            <FormattedMessage id="move.back" />
          </Link>
        </>
      }
    >
      {isAllowed ? (
        <MoveForm
          key={`${kind} ${movement}`}
          data={data}
          number={number}
          space={whole.space}
          kind={corrected?.kind ?? kind}
          corrected={corrected}
        />
      ) : (
        <p>
          <FormattedMessage id={data.contribution.inKind ? "contribution.inKind" : "form.noRight"} />
        </p>
      )}
    </Page>
  );
}

const titleOf = (corrected: Movement | null, kind: MovementKind) =>
  corrected === null ? `move.title.${kind}` : "move.title.correct";
