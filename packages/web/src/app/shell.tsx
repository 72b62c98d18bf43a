// The frame of every screen: header, side list, content; the fictional space is marked on all of them.
import { Outlet, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { FormattedMessage } from "react-intl";
import { LanguageProvider } from "../language/language-provider.tsx";
import { chooseLocale, keepLocale } from "../language/locale.ts";
import { Header } from "./header.tsx";
import { ShownSpace } from "./shown-space.tsx";
import { SideList } from "./side-list.tsx";
import "./shell.css";

export function Shell() {
  const { lang, space } = useSearch({ from: "__root__" });
  const locale = chooseLocale(lang);
  useEffect(() => {
    if (lang !== undefined) keepLocale(lang);
  }, [lang]);
  return (
    <LanguageProvider locale={locale}>
      <ShownSpace asked={space ?? "real"}>
        <a className="skip" href="#content">
          <FormattedMessage id="shell.skip" />
        </a>
        <Header />
        <div className="shell">
          <SideList />
          <main id="content" className="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </ShownSpace>
    </LanguageProvider>
  );
}
