// What was signed, where, when and by whom, as far as the texts say; what they do not say is said too.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { KindWords, StateMark } from "../agreements/agreement-words.tsx";
import { PartiesAbove } from "../agreements/parties-above.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Name, Period, usePartialDay } from "../language/figures.tsx";
import { shareElapsed } from "./share-elapsed.ts";

export function SheetFacts({ agreement, day }: { agreement: Agreement; day: string }) {
  const stands = agreement.stateAsOf ?? agreement;
  return (
    <dl className="sheet-facts">
      <Fact word="what">
        <KindWords kind={agreement.kind} type={agreement.type} />
        {" · "}
        <StateMark state={stands.state} reported={stands.reported} />
        {agreement.purpose && !agreement.title.includes(agreement.purpose) && (
          <span className="two-lines muted">
            <Name>{agreement.purpose}</Name>
          </span>
        )}
      </Fact>
      <Fact word="where">
        <Where agreement={agreement} />
      </Fact>
      <Fact word="when">
        <When agreement={agreement} day={day} />
      </Fact>
      <Fact word="who">
        <Who agreement={agreement} />
      </Fact>
    </dl>
  );
}

function Fact({ word, children }: { word: "what" | "where" | "when" | "who"; children: ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={`sheet.${word}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ agreement }: { agreement: Agreement }) {
  const words = useVocabulary(agreement.space);
  const { territoryId, signedTerritoryId } = agreement;
  if (territoryId === null && signedTerritoryId === null) return <NotInText />;
  return (
    <>
      {territoryId && <Name>{words.placeById(territoryId)}</Name>}
      {signedTerritoryId && (
        <div>
          <FormattedMessage
            id="sheet.signedAt"
            values={{ place: <Name>{words.placeById(signedTerritoryId)}</Name> }}
          />
        </div>
      )}
    </>
  );
}

function When({ agreement, day }: { agreement: Agreement; day: string }) {
  const signedOn = usePartialDay()(agreement.signedOn);
  const { periodFrom, periodTo } = agreement;
  const elapsed = shareElapsed(periodFrom, periodTo, day);
  if (signedOn === null && periodFrom === null && periodTo === null) return <NotInText />;
  return (
    <>
      {signedOn && <FormattedMessage id="agreement.signedOn" values={{ day: signedOn }} />}
      {(periodFrom || periodTo) && (
        <div>
          <Period from={periodFrom} to={periodTo} />
          {elapsed !== null && (
            <>
              {" · "}
              <FormattedMessage id="bar.elapsed" values={{ share: elapsed }} />
            </>
          )}
        </div>
      )}
    </>
  );
}

const shownParties = 7;

function Who({ agreement }: { agreement: Agreement }) {
  const nameOf = useOrganisationName(agreement.space);
  const parties = [...agreement.partiesInFull].sort(
    (a, b) => Number(b.role === "signatory") - Number(a.role === "signatory"),
  );
  const isKnown = agreement.signatures.length > 0 || parties.some((party) => party.signed === true);
  return (
    <>
      {parties.length === 0 && <NotInText />}
      {parties.length === 0 && <PartiesAbove agreement={agreement} />}
      <ul>
        {parties.slice(0, shownParties).map((party) => (
          <li key={party.id}>
            <Name>{nameOf({ reference: party.reference, name: party.nameAtSignature })}</Name>
            <span className="muted">
              {" · "}
              <FormattedMessage id={`agreement.role.${party.role}`} />
            </span>
          </li>
        ))}
      </ul>
      <More count={parties.length - shownParties} />
      {parties.length > 0 && !isKnown && (
        <div className="attention">
          <FormattedMessage id="agreement.whoSignedUnknown" />
        </div>
      )}
    </>
  );
}

/** How many more there are than the sheet has room for. */
export function More({ count }: { count: number }) {
  if (count <= 0) return null;
  return (
    <p className="small muted">
      <FormattedMessage id="sheet.more" values={{ count }} />
    </p>
  );
}

function NotInText() {
  return (
    <span className="muted">
      <FormattedMessage id="sheet.notInText" />
    </span>
  );
}
