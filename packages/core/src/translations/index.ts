export { translationErrors } from "./errors.ts";
export { listTranslations } from "./list-translations.ts";
export { noteTranslation } from "./note-translation.ts";
export { permissions } from "./permissions.ts";
export { reviewTranslation } from "./review-translation.ts";
export { routes } from "./routes.ts";
