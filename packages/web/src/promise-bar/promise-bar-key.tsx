import { FormattedMessage } from "react-intl";
import { Swatch } from "./promise-bar.tsx";

/** The five words beside their part of the drawing. */
export function PromiseBarKey() {
  return (
    <ul className="promise-bar-key small">
      <li>
        <Swatch part="announced" />
        <FormattedMessage id="bar.announcedWord" />
      </li>
      <li>
        <Swatch part="signed" />
        <FormattedMessage id="bar.signedWord" />
      </li>
      <li>
        <Swatch part="original" />
        <FormattedMessage id="bar.originalWord" />
      </li>
      <li>
        <Swatch part="declared" />
        <FormattedMessage id="bar.declaredWord" />
      </li>
      <li>
        <Swatch part="realised" />
        <FormattedMessage id="bar.realisedWord" />
      </li>
      <li>
        <Swatch part="proven" />
        <FormattedMessage id="bar.provenWord" />
      </li>
      <li>
        <Swatch part="time" />
        <FormattedMessage id="bar.timeWord" />
      </li>
    </ul>
  );
}
