// The promise bar in every shape, at both heights: to learn it, and to look at it when it changes.
import { FormattedMessage, useIntl } from "react-intl";
import { Page } from "../app/page.tsx";
import type { Promised } from "./geometry.ts";
import { PromiseBar } from "./promise-bar.tsx";
import { PromiseBarKey } from "./promise-bar-key.tsx";
import { barSentence } from "./sentence.ts";
import "./gallery.css";

const nothing: Promised = {
  announced: [],
  signed: null,
  declared: null,
  realised: 0,
  proven: 0,
  elapsed: null,
};
const signed = { original: 4000, current: 4000 };

const examples = {
  underWay: {
    ...nothing,
    announced: [4000, 4300],
    signed,
    declared: 3000,
    realised: 2000,
    proven: 1200,
    elapsed: 0.62,
  },
  announcedOnly: { ...nothing, announced: [4000] },
  disagree: { ...nothing, announced: [4300, 1750] },
  announcedWithoutNumber: { ...nothing, announced: [null] },
  signedOnly: { ...nothing, announced: [4000], signed, elapsed: 0.2 },
  lowered: {
    ...nothing,
    signed: { original: 4000, current: 2800 },
    realised: 1600,
    proven: 1500,
    elapsed: 0.8,
  },
  above: { ...nothing, signed: { original: 1500, current: 1500 }, realised: 1850, proven: 1620, elapsed: 1 },
  signedWithoutNumber: { ...nothing, signed: { original: null, current: null }, realised: 12, proven: 9 },
  declaredOnly: { ...nothing, signed, declared: 1312, elapsed: 0.4 },
} satisfies Record<string, Promised>;

export function GalleryPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "gallery.title" });
  const unit = intl.formatMessage({ id: "gallery.unit" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="gallery.lead" />}>
      <h2>
        <FormattedMessage id="gallery.key" />
      </h2>
      <div className="gallery-key">
        <PromiseBar promised={examples.underWay} unit={unit} size="page" />
        <PromiseBarKey />
      </div>
      {Object.entries(examples).map(([key, promised]) => (
        <section key={key} className="gallery-example">
          <h2>{intl.formatMessage({ id: `gallery.${key}` })}</h2>
          <PromiseBar promised={promised} unit={unit} size="page" />
          <PromiseBar promised={promised} unit={unit} size="row" />
          <p className="muted small">{barSentence(intl, promised, unit)}</p>
        </section>
      ))}
    </Page>
  );
}
