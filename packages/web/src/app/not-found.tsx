import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Page } from "./page.tsx";

export function NotFound() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "shell.notFound" });
  return (
    <Page title={name} name={name}>
      <p>
        <FormattedMessage id="shell.notFoundWhy" />
      </p>
      <p>
        <Link to="/agreements">
          <FormattedMessage id="shell.agreements" />
        </Link>
      </p>
    </Page>
  );
}
