import { expect, test } from "vitest";
import { answerChecker, type Exchange } from "../checks/check-answer.ts";
import type { Api, Operation } from "../requests/read-api.ts";

const operation: Operation = {
  ...{
    id: "GET /api/v1/things",
    method: "GET",
    path: "/api/v1/things",
    inPath: [],
    inQuery: [],
    body: undefined,
  },
  answers: new Map([
    [
      "200",
      {
        type: "object",
        required: ["count"],
        properties: { count: { type: "integer" } },
        additionalProperties: false,
      },
    ],
  ]),
};
const error = {
  ...{ type: "object", required: ["code", "message", "params"] },
  properties: { code: { type: "string" }, message: { type: "string" }, params: { type: "object" } },
};
const api: Api = {
  operations: [operation],
  schemas: { Refusal: { type: "object", required: ["error"], properties: { error } } },
};
const check = answerChecker(api);

const headers = {
  "content-type": "application/json; charset=utf-8",
  "content-security-policy": "default-src 'none'; script-src 'self'",
  ...{ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer" },
  ...{ "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin" },
};
const refusal = (message: string) => JSON.stringify({ error: { code: "x.y", message, params: {} } });

interface Given {
  readonly status?: number;
  readonly text?: string;
  readonly without?: string;
  readonly type?: string;
  readonly milliseconds?: number;
  readonly target?: string;
  readonly method?: string;
}

function faults({
  status = 200,
  text = '{"count":1}',
  without,
  type,
  milliseconds = 5,
  target,
  method = "GET",
}: Given) {
  const told: Record<string, string> = { ...headers, ...(type !== undefined && { "content-type": type }) };
  if (without !== undefined) delete told[without];
  const exchange: Exchange = {
    operation,
    asked: { method, target: target ?? "/api/v1/things", headers: {}, body: undefined, wire: undefined },
    answer: { status, headers: told, text, milliseconds },
  };
  return check(exchange);
}

test("an answer as it is documented, and a refusal, are well", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ status: 404, text: refusal("There is nothing at /api/v1/things.") })).toEqual([]);
  expect(faults({ method: "HEAD", text: "" })).toEqual([]);
});

test.each<[string, Given, string]>([
  ["an error of the server", { status: 500, text: refusal("Sorry.") }, "answered 500"],
  ["a status that is not documented", { status: 302 }, "answered 302, which is not documented"],
  ["a field that is not documented", { text: '{"count":1,"more":2}' }, "answered what is not documented"],
  [
    "a value of another type",
    { text: '{"count":"1"}' },
    "answered what is not documented: /count must be integer",
  ],
  ["half an answer", { text: '{"count":' }, "answered with broken JSON"],
  ["a page in the place of a refusal", { status: 400, type: "text/html" }, "refused with text/html"],
  [
    "a refusal in another form",
    { status: 400, text: '{"statusCode":400}' },
    "answered what is not documented",
  ],
  ["a lacking header", { without: "x-frame-options" }, "lacks the header x-frame-options"],
  ["an answer that comes late", { milliseconds: 60_000 }, "took 60000 ms"],
  ["no answer at all", { status: 0, text: "ECONNRESET socket hang up" }, "gave no answer"],
  ["a stack", { status: 400, text: refusal("at run (file:///srv/app/x.ts:3:9)") }, "tells of the inside"],
  [
    "a path of the machine",
    { status: 400, text: refusal("ENOENT /var/lib/iltizam/x") },
    "tells of the inside",
  ],
  [
    "the database's words",
    { status: 400, text: refusal("invalid input syntax for type uuid") },
    "tells of the inside",
  ],
  ["a query", { status: 400, text: refusal("select id from users where mail = $1") }, "tells of the inside"],
  ["an object as text", { status: 400, text: refusal("not [object Object]") }, "tells of the inside"],
])("%s is a finding", (_what, given, fault) => {
  expect(faults(given)).toEqual([expect.stringContaining(fault)]);
});

test("what the asker wrote herself may come back", () => {
  const target = "/api/v1/%2Fvar%2Flib%2Fx";
  expect(faults({ target, status: 404, text: refusal("There is nothing at /var/lib/x.") })).toEqual([]);
});
