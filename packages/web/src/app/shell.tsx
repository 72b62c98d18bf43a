// The frame of every screen: header, side list, content; the fictional space is marked on all of them.
import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation, useMatches, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { FormattedMessage } from "react-intl";
import { me } from "../api/account.ts";
import { LanguageProvider } from "../language/language-provider.tsx";
import { chooseLocale, keepLocale } from "../language/locale.ts";
import { Failure } from "./failure.tsx";
import { Header } from "./header.tsx";
import { ShownSpace } from "./shown-space.tsx";
import { SideList } from "./side-list.tsx";
import { Waiting } from "./waiting.tsx";
import "./shell.css";

/** For whoever has not come in yet, or comes by a link: nothing of the office stands around them. */
const publicPages = ["/sign-in", "/forgot", "/set-password", "/open", "/tell"];

/** For everybody, without an account: it opens in Arabic. */
const openInArabic = ["/tell"];

export function Shell() {
  // Of the screen that stands, not of the one that is still being loaded.
  const isPublic = useMatches({ select: (matches) => publicPages.includes(matches.at(-1)?.pathname ?? "") });
  const { lang, space } = useSearch({ from: "__root__" });
  const isInArabic = useLocation({ select: ({ pathname }) => openInArabic.includes(pathname) });
  const locale = chooseLocale(lang ?? (isInArabic ? "ar" : undefined));
  useEffect(() => {
    if (lang !== undefined) keepLocale(lang);
  }, [lang]);
  return (
    <LanguageProvider locale={locale}>
      <ShownSpace asked={space ?? "real"}>
        <a className="skip" href="#content">
          <FormattedMessage id="shell.skip" />
        </a>
        <Header isPublic={isPublic} />
        <div className="shell" data-public={isPublic || undefined}>
          {!isPublic && <SideList />}
          <main id="content" className="content" tabIndex={-1}>
            {isPublic ? <Outlet /> : <Inside />}
          </main>
        </div>
      </ShownSpace>
    </LanguageProvider>
  );
}

/** The screens of the office, for whoever has come in; anybody else is led to the door, and back afterwards. */
function Inside() {
  const { data, error, refetch } = useQuery(me());
  const here = useLocation({ select: ({ href }) => href });
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.kind === "visitor") return <Navigate to="/sign-in" search={{ returnTo: here }} replace />;
  if (data.kind === "link") return <Navigate to="/open" replace />;
  return <Outlet />;
}
