export { addIndicator } from "./add-indicator.ts";
export { defineIndicator } from "./define-indicator.ts";
export { vocabularyErrors } from "./errors.ts";
export { loadVocabulary } from "./load-vocabulary.ts";
export {
  type Indicator,
  type IndicatorVersion,
  indicator,
  type Label,
  label,
  mayBeFinal,
  versionOn,
  whyNoFact,
} from "./model.ts";
export { permissions } from "./permissions.ts";
export {
  classification,
  glossaryTerms,
  indicatorCatalogue,
  indicatorDetail,
  measureCatalogue,
  populationCatalogue,
} from "./queries.ts";
export { readIndicators, resolveIndicator } from "./read-indicators.ts";
export { routes } from "./routes.ts";
export { setMeasure } from "./set-measure.ts";
