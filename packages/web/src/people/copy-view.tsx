// The copy as it is handed over: printed from here, in its own language whatever the screen's is.
import { FormattedMessage } from "react-intl";
import type { Copy } from "../api/persons.ts";

export function CopyView({ copy }: { copy: Copy }) {
  return (
    <>
      <button type="button" className="button not-printed" onClick={() => window.print()}>
        <FormattedMessage id="people.print" />
      </button>
      <article className="copy" lang={copy.language} dir={copy.language === "ar" ? "rtl" : "ltr"}>
        <header>
          <h2>{copy.title}</h2>
          <p className="muted">{copy.lead}</p>
        </header>
        {copy.sections.map(({ title, lines, whenEmpty }) => (
          <section key={title}>
            <h3>{title}</h3>
            {lines.length === 0 && <p className="muted">{whenEmpty}</p>}
            <dl className="pairs">
              {lines.map(({ label, value }) => (
                <div key={`${label} ${value}`} className="pair">
                  <dt>{label}</dt>
                  <dd>
                    <bdi>{value}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </article>
    </>
  );
}
