// Each condition: what it asks, whether it is met and since when, and the way to the rows that say so.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { openPaper } from "../api/funding.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { type Tranche, type TrancheCondition, waiveTrancheCondition } from "../api/tranches.ts";
import type { Space } from "../app/address.ts";
import { writeOpened } from "../app/opened.ts";
import { today } from "../app/today.ts";
import { RemoveButton } from "../form/remove-button.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { Money as Amount, Count, Day, Instant, Name, Period } from "../language/figures.tsx";
import { GiveDocument } from "./give-document.tsx";

interface ConditionsProps {
  readonly tranche: Tranche;
  readonly currency: string;
  readonly space: Space;
}

export function ConditionList({ tranche, currency, space }: ConditionsProps) {
  if (tranche.conditions.length === 0)
    return (
      <p className="small muted">
        <FormattedMessage id="tranche.noConditions" />
      </p>
    );
  return (
    <ul className="condition-list">
      {tranche.conditions.map((condition) => (
        <li key={condition.number} data-met={condition.met || condition.waiver !== null}>
          <OneCondition tranche={tranche} condition={condition} currency={currency} space={space} />
        </li>
      ))}
    </ul>
  );
}

interface OneProps extends ConditionsProps {
  readonly condition: TrancheCondition;
}

function OneCondition({ tranche, condition, currency, space }: OneProps) {
  const { met, since, waiver } = condition;
  const isOpen = tranche.state === "planned" || tranche.state === "ready";
  return (
    <>
      <p>
        <Asked tranche={tranche} condition={condition} currency={currency} space={space} />
      </p>
      <p className="small">
        {met ? (
          <span className="condition-met">
            <FormattedMessage id="tranche.met" values={{ day: since && <Day value={since} /> }} />
          </span>
        ) : waiver === null ? (
          <span className="attention">
            <FormattedMessage id="tranche.notMet" />
          </span>
        ) : (
          <span className="attention">
            <FormattedMessage
              id="tranche.waived"
              values={{
                who: <Name>{waiver.by}</Name>,
                at: <Instant value={waiver.at} />,
                reason: <Name>{waiver.reason}</Name>,
              }}
            />
          </span>
        )}
        {isOpen && !met && waiver === null && <Waive tranche={tranche} condition={condition} />}
      </p>
      {isOpen && condition.kind === "document" && !met && (
        <GiveDocument tranche={tranche} condition={condition} />
      )}
    </>
  );
}

function Asked({ tranche, condition, currency, space }: OneProps) {
  const nameOf = useOrganisationName(space);
  const { report, results, justified, document } = condition;
  if (report)
    return (
      <>
        <FormattedMessage
          id="tranche.asks.report"
          values={{
            kind: <FormattedMessage id={`report.kind.${report.kind}`} />,
            who: <Name>{nameOf(report.organisation)}</Name>,
            period: <Period from={report.from} to={report.to} />,
          }}
        />{" "}
        <Link
          to="/agreements/$reference"
          params={{ reference: tranche.reference.split("/")[0] ?? "" }}
          hash="reports"
        >
          <FormattedMessage id={`report.state.${report.state}`} />
        </Link>
      </>
    );
  if (results) return <AskedResults results={results} />;
  if (justified)
    return (
      <>
        <FormattedMessage
          id="tranche.asks.justified"
          values={{
            ...{ share: justified.share, before: justified.before },
            needed: <Amount amount={justified.needed} currency={currency} />,
          }}
        />{" "}
        <a href="#justified">
          <FormattedMessage
            id="tranche.reached"
            values={{ amount: <Amount amount={justified.reached} currency={currency} /> }}
          />
        </a>
      </>
    );
  return document && <AskedDocument tranche={tranche} document={document} />;
}

/** The number opens on the proven rows of the promise, dated by the same day. */
function AskedResults({ results }: { results: NonNullable<TrancheCondition["results"]> }) {
  const open = writeOpened({ kind: "figure", commitment: results.commitment, part: "proven" });
  return (
    <>
      <FormattedMessage
        id="tranche.asks.results"
        values={{
          quantity: <Count value={results.quantity} />,
          by: <Day value={results.by} />,
          wording: <Name>{results.wording}</Name>,
        }}
      />{" "}
      <Link
        to="/agreements/$reference"
        params={{ reference: results.commitment.split("/")[0] ?? "" }}
        search={{ open, ...(results.by < today() && { asOf: results.by }) }}
      >
        <FormattedMessage id="tranche.proven" values={{ count: results.proven }} />
      </Link>
    </>
  );
}

interface AskedDocumentProps {
  readonly tranche: Tranche;
  readonly document: NonNullable<TrancheCondition["document"]>;
}

function AskedDocument({ tranche, document }: AskedDocumentProps) {
  const opens = may(useQuery(me()).data, "funding.open_paper");
  const contribution = tranche.reference.split("/T")[0] ?? "";
  const opening = useMutation({
    mutationFn: async (paper: string) => {
      const { mediaType, base64 } = await openPaper(contribution, paper);
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      keepFile(bytes, `${tranche.reference.replaceAll("/", "-")}`, mediaType);
    },
  });
  const { paper } = document;
  return (
    <>
      <FormattedMessage id="tranche.asks.document" values={{ name: <Name>{document.name}</Name> }} />{" "}
      {paper !== null && opens && (
        <button type="button" className="plain-button" onClick={() => opening.mutate(paper)}>
          <FormattedMessage id="tranche.openDocument" />
        </button>
      )}
    </>
  );
}

/** The director goes past a condition, and says why: the reason stays in view. */
function Waive({ tranche, condition }: { tranche: Tranche; condition: TrancheCondition }) {
  const client = useQueryClient();
  const intl = useIntl();
  if (!may(useQuery(me()).data, "tranches.waive")) return null;
  const { number } = condition;
  return (
    <span className="not-printed">
      {" · "}
      <RemoveButton
        what={intl.formatMessage({ id: "tranche.condition" }, { number })}
        action={<FormattedMessage id="tranche.waive" />}
        onRemove={async (reason) => {
          await waiveTrancheCondition({ tranche: tranche.reference, condition: number, reason });
          await client.invalidateQueries({ queryKey: ["money"] });
        }}
      />
    </span>
  );
}
