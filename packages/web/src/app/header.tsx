import { Link, useNavigate } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { Who } from "../account/who.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { type Locale, locales } from "../language/locale.ts";
import { SearchButton } from "../search/search-button.tsx";
import type { Space } from "./address.ts";
import { useShownSpace } from "./shown-space.tsx";

export function Header({ isPublic }: { isPublic: boolean }) {
  const intl = useIntl();
  return (
    <header className="header">
      <Link to="/agreements" className="brand" title={intl.formatMessage({ id: "shell.home" })}>
        <span lang="ar">التزام</span> Iltizam
      </Link>
      {!isPublic && <SearchButton />}
      {!isPublic && <SpaceSwitch />}
      <LanguageSwitch />
      {!isPublic && <Who />}
    </header>
  );
}

/** Real announcements or the fictional region: another space is another set of agreements, so it opens their list. */
function SpaceSwitch() {
  const intl = useIntl();
  const navigate = useNavigate();
  const space = useShownSpace();
  const choose = (chosen: string) =>
    navigate({ to: "/agreements", search: { space: chosen === "simulated" ? "simulated" : undefined } });
  const label = (one: Space) => intl.formatMessage({ id: `shell.space.${one}` });
  return (
    <select
      className="field space-switch"
      value={space}
      onChange={(event) => choose(event.target.value)}
      aria-label={intl.formatMessage({ id: "shell.space" })}
    >
      <option value="real">{label("real")}</option>
      <option value="simulated">{label("simulated")}</option>
    </select>
  );
}

const names: Readonly<Record<Locale, { short: string; whole: string }>> = {
  ar: { short: "ع", whole: "العربية" },
  fr: { short: "fr", whole: "Français" },
  en: { short: "en", whole: "English" },
};

function LanguageSwitch() {
  const intl = useIntl();
  const locale = useLocale();
  return (
    <nav className="language-switch" aria-label={intl.formatMessage({ id: "shell.language" })}>
      {locales.map((one) => (
        <Link
          key={one}
          from="/"
          to="."
          search={(before) => ({ ...before, lang: one })}
          replace
          lang={one}
          title={names[one].whole}
          aria-current={one === locale ? "true" : undefined}
        >
          <span aria-hidden="true">{names[one].short}</span>
          <span className="unseen">{names[one].whole}</span>
        </Link>
      ))}
    </nav>
  );
}
