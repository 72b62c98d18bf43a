// What an answer may be, whatever was asked: documented, quick, guarded by its headers, and silent about the inside.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { hostileTexts } from "../kinds/texts.ts";
import { strangeThings } from "../kinds/things.ts";
import type { Asked } from "../requests/draft.ts";
import type { Api, Operation, Schema } from "../requests/read-api.ts";
import type { Answer } from "../send/send.ts";

export interface Exchange {
  /** undefined: an address that the document does not hold. */
  readonly operation: Operation | undefined;
  readonly asked: Asked;
  readonly answer: Answer;
}

/** Milliseconds; of a machine on which others work too. */
export const slowest = 10_000;

const guards: Readonly<Record<string, RegExp>> = {
  "content-security-policy": /^default-src 'none'; (?!.*unsafe)/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^no-referrer$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
};

/** What only the inside says: a stack, a path of the machine, the database's words. */
const inside: readonly RegExp[] = [
  /\bat [\w.<>]+ \(?(?:file|node|\/)[^\s]*:\d+:\d+/,
  /node_modules|file:\/\/\/[\w/.-]*|\.(?:ts|mjs|js):\d+/,
  /\/(?:home|root|tmp|work|usr|var)\/[\w./-]{3,}/,
  /(?:syntax error at or near|violates \S+ \S+ ?constraint|duplicate key value|invalid input syntax|invalid byte sequence)/,
  /(?:out of range for type|value too long for type|current transaction is aborted|relation "\w+"|permission denied for)/,
  /\b(?:select|insert into|update|delete from) \w+[^"]{0,60}\b(?:from|values|set|where)\b [^"]*(?:\$\d|=)/i,
  /(?:TypeError|RangeError|ReferenceError|SyntaxError|DatabaseError|ZodError): /,
  /\[object Object\]|undefined is not|Cannot read properties/,
];

/** Gives the faults of an answer, in words; none when all is well. */
export function answerChecker(api: Api): (exchange: Exchange) => string[] {
  const schemaCheck = schemaChecker(api);
  return (exchange) => {
    const { answer, asked } = exchange;
    if (answer.status === 0) return unanswered(exchange);
    return [
      ...(answer.status >= 500 ? [`answered ${answer.status}`] : []),
      ...(answer.milliseconds > slowest ? [`took ${Math.round(answer.milliseconds)} ms`] : []),
      ...lackingGuards(answer),
      ...insideTold(answer.text, asked),
      ...schemaCheck(exchange),
    ];
  };
}

/** A line of bytes that is no request may be closed without a word; a request is answered. */
function unanswered({ asked, answer }: Exchange): string[] {
  // Who sends on after she was refused may find the line closed before she reads why.
  const sentOn = (asked.body?.length ?? 0) > 65_536 && /^(EPIPE|ECONNRESET)/.test(answer.text);
  return asked.wire === undefined && !sentOn ? [`gave no answer: ${answer.text.trim()}`] : [];
}

function lackingGuards({ headers }: Answer): string[] {
  return Object.entries(guards)
    .filter(([name, wanted]) => !wanted.test(headers[name] ?? ""))
    .map(([name]) => `lacks the header ${name}`);
}

/** What was sent earlier, and kept because it is no fault to write it, is read again. */
const sentBefore = [...hostileTexts, ...strangeThings].join(" ");

/** What the asker herself sent may come back. */
function insideTold(text: string, { target, body, headers }: Asked): string[] {
  const sent = `${safelyDecoded(target)} ${body?.toString() ?? ""} ${Object.values(headers).join(" ")}`;
  const faults = inside.flatMap((pattern) => {
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined || pattern.test(sent) || sentBefore.includes(found)) return [];
    return [`tells of the inside: ${found.slice(0, 80)}`];
  });
  return faults.slice(0, 1);
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function schemaChecker(api: Api): (exchange: Exchange) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "api", components: { schemas: api.schemas } });
  const compiled = new Map<Schema, ValidateFunction>();
  const check = (schema: Schema): ValidateFunction => {
    const known = compiled.get(schema) ?? ajv.compile(ofApi(schema));
    compiled.set(schema, known);
    return known;
  };
  const refusal = { $ref: "#/components/schemas/Refusal" };
  return ({ operation, asked, answer: { status, headers, text } }) => {
    if (asked.method === "HEAD") return text === "" ? [] : ["answered HEAD with a body"];
    if (status === 204 || status === 304) return text === "" ? [] : [`answered ${status} with a body`];
    const isJson = headers["content-type"]?.startsWith("application/json") === true;
    if (status >= 400)
      return isJson ? schemaFaults(check(refusal), text) : [`refused with ${headers["content-type"]}`];
    if (operation === undefined) return [];
    const documented = [String(status), `${String(status)[0]}XX`].find((told) => operation.answers.has(told));
    if (documented === undefined) return [`answered ${status}, which is not documented`];
    const schema = operation.answers.get(documented);
    if (!schema) return [];
    return isJson
      ? schemaFaults(check(schema), text)
      : [`answered with ${headers["content-type"]}, not JSON`];
  };
}

function schemaFaults(validate: ValidateFunction, text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ["answered with broken JSON"];
  }
  if (validate(value)) return [];
  const [first] = validate.errors ?? [];
  return [`answered what is not documented: ${first?.instancePath || "the answer"} ${first?.message}`];
}

/** The same schema, its references led to the document under its name. */
function ofApi(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as Schema;
}
