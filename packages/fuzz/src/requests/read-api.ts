// The addresses of the API as its own document describes them; nothing about them is known from elsewhere.
export type Schema = { readonly [key: string]: unknown };

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  /** `POST /api/v1/agreements/{agreement}/sign` */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly inPath: readonly Field[];
  readonly inQuery: readonly Field[];
  readonly body: Schema | undefined;
  /** By status (`200`, `4XX`): the schema of its JSON, null where it has none. */
  readonly answers: ReadonlyMap<string, Schema | null>;
}

export interface Api {
  readonly operations: readonly Operation[];
  /** `#/components/schemas/…` */
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface Described {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema?: Schema }>> }>
  >;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export function readApi(document: unknown): Api {
  const { paths, components } = document as OpenApi;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  );
  return { operations, schemas: components.schemas };
}

function operationOf(method: string, path: string, described: Described): Operation {
  const { parameters = [], requestBody, responses } = described;
  const fieldsIn = (place: string): Field[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required = false, schema }) => ({ name, required, schema }));
  const answers = Object.entries(responses).map(
    ([status, { content }]) => [status.toUpperCase(), content?.["application/json"]?.schema ?? null] as const,
  );
  return {
    ...{ id: `${method} ${path}`, method, path, inPath: fieldsIn("path"), inQuery: fieldsIn("query") },
    body: requestBody?.content["application/json"]?.schema,
    answers: new Map(answers),
  };
}

/** A schema without its reference. */
export function resolve(schema: Schema, { schemas }: Pick<Api, "schemas">): Schema {
  const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ""))?.[1];
  return name === undefined ? schema : (schemas[name] ?? {});
}
