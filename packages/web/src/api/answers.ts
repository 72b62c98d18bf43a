// What the API answers and takes at an address, by the types made from its document.
import type { paths } from "./schema.gen.d.ts";

type Json<Answer> = Answer extends { 200: { content: { "application/json": infer Data } } } ? Data : never;

/** What a GET gives. */
export type Got<Path extends keyof paths> = paths[Path] extends { get: { responses: infer Answer } }
  ? Json<Answer>
  : never;

/** What a POST gives. */
export type Posted<Path extends keyof paths> = paths[Path] extends { post: { responses: infer Answer } }
  ? Json<Answer>
  : never;

/** What a POST takes. */
export type Sent<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody?: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

/** What a PUT takes. */
export type Put<Path extends keyof paths> = paths[Path] extends {
  put: { requestBody?: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

/** What a GET may be asked with. */
export type Query<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Asked } };
}
  ? NonNullable<Asked>
  : never;
