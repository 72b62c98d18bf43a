import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import "./forms/life.css";

/** The way to a new agreement, for who may open one. */
export function OpenAgreementLink() {
  const { data: who } = useQuery(me());
  if (!may(who, "agreements.open") && !may(who, "agreements.draft")) return null;
  return (
    <Link to="/agreements/new" className="button">
      <FormattedMessage id="agreementForm.open" />
    </Link>
  );
}
