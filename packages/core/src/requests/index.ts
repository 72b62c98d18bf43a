export { answerRequest, keepEvidence } from "./answer.ts";
export { askDeclaration, makeRequestLink } from "./ask.ts";
export { requestErrors } from "./errors.ts";
export { requestsOfAgreement } from "./list.ts";
export { linkPermissions, permissions } from "./permissions.ts";
export { ownRequest, promiseShown, promisesOf, readOwnRequest } from "./read-own.ts";
export { routes } from "./routes.ts";
export { seeAsPartner } from "./store.ts";
export { work } from "./work.ts";
