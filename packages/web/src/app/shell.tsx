// The frame of every screen: header, side list, content; the fictional space is marked on all of them.
import { Outlet, useLocation, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { FormattedMessage } from "react-intl";
import { LanguageProvider } from "../language/language-provider.tsx";
import { chooseLocale, keepLocale } from "../language/locale.ts";
import { Header } from "./header.tsx";
import { ShownSpace } from "./shown-space.tsx";
import { SideList } from "./side-list.tsx";
import "./shell.css";

/** For everybody, without an account: they open in Arabic, and nothing of the office stands around them. */
const publicPages = ["/tell"];

export function Shell() {
  const { lang, space } = useSearch({ from: "__root__" });
  const isPublic = useLocation({ select: ({ pathname }) => publicPages.includes(pathname) });
  const locale = chooseLocale(lang ?? (isPublic ? "ar" : undefined));
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
            <Outlet />
          </main>
        </div>
      </ShownSpace>
    </LanguageProvider>
  );
}
