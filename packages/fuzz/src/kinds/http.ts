// What is wrong around the input: the body's type and text, headers, parameters, methods, addresses.

import type { Kind } from "./kind.ts";
import { addresses, wire } from "./lines.ts";

const contentTypes: Kind = {
  name: "content types",
  apply(draft, { chance }) {
    const type = chance.pick([
      ...[
        "text/plain",
        "text/html",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/xml",
        "x",
      ],
      ...[
        "multipart/form-data; boundary=",
        "application/json; charset=utf-16",
        "application/jsonx",
        "application/json, text/plain",
      ],
      ...[
        "APPLICATION/JSON",
        "application/json;",
        "*/*",
        "",
        "application/octet-stream",
        "image/png",
        "a".repeat(2000),
      ],
    ]);
    const text = chance.pick(["a=b", "<a/>", "--\r\n\r\n", JSON.stringify(draft.body ?? {})]);
    return { ...draft, headers: { ...draft.headers, "content-type": type }, text };
  },
};

const brokenJson: Kind = {
  name: "broken json",
  apply(draft, { chance }) {
    const whole = JSON.stringify(draft.body ?? {}) ?? "";
    const cut = chance.between(0, whole.length);
    const text = chance.pick<string | Buffer>([
      ...[
        whole.slice(0, cut),
        `${whole}x`,
        `${whole}${whole}`,
        `\ufeff${whole}`,
        whole.replaceAll('"', "'"),
        whole.replace("}", ",}"),
      ],
      ...[
        "",
        " ",
        "{",
        "nul",
        "NaN",
        '{"a":1,"a":2}',
        '{"__proto__":{"x":1}}',
        '{"constructor":{"prototype":{"x":1}}}',
        "// x\n{}",
      ],
      ...[
        '"text"',
        "1",
        "null",
        "true",
        "[]",
        "[1,2]",
        '{"a":"\\ud800"}',
        '{"a":"\\x00"}',
        '{"a":"\n"}',
        "{a:1}",
        "\u0000",
      ],
      ...[
        Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
        Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
        Buffer.from([0xed, 0xa0, 0x80]),
      ],
    ]);
    return { ...draft, text };
  },
};

const headerValues: readonly (readonly [string, string])[] = [
  ...(["host", "origin", "referer"] as const).map((name) => [name, "evil.example"] as const),
  ["origin", "null"],
  ["origin", "https://evil.example"],
  ["sec-fetch-site", "cross-site"],
  ["sec-fetch-site", "nonsense"],
  ["host", ""],
  ["host", "127.0.0.1:99999"],
  ["host", "[::1"],
  ["host", "a".repeat(3000)],
  ["x-forwarded-for", "203.0.113.9"],
  ["x-forwarded-host", "evil.example"],
  ["x-forwarded-proto", "gopher"],
  ["x-http-method-override", "DELETE"],
  ["authorization", "Bearer x"],
  ["authorization", "Basic dXNlcjpwYXNz"],
  ["authorization", `Bearer itz_aaaaaaaaaa_${"a".repeat(43)}`],
  ["authorization", "Bearer ' or 1=1 --"],
  ["authorization", ""],
  ["cookie", "iltizam-session="],
  ["cookie", "iltizam-session=%00%ff; iltizam-session=x"],
  ["cookie", "iltizam-session=__proto__; __proto__=x; ;;=;"],
  ["cookie", `iltizam-session=${"a".repeat(6000)}`],
  ["accept-language", "*;q=0,,,;q=;ar;q=nan"],
  ["accept-language", "ar-MA,ar;q=0.9,__proto__;q=1"],
  ["accept-language", "x".repeat(4000)],
  ["accept", "text/html"],
  ["accept-encoding", "gzip;q=0, br, zstd, nonsense"],
  ["if-none-match", '"x"'],
  ["range", "bytes=0-0,5-1,-9"],
  ["content-encoding", "gzip"],
  ["content-encoding", "nonsense"],
  ["user-agent", "\u00ff".repeat(50)],
  ["user-agent", ""],
  ["x-request-id", "1; drop"],
  ["upgrade", "websocket"],
  ["connection", "upgrade, x"],
  ["te", "trailers, deflate"],
  ["x-large", "a".repeat(20_000)],
  ["accept-version", "99"],
];

const headers: Kind = {
  name: "headers",
  apply(draft, { chance }) {
    const [name, value] = chance.pick(headerValues);
    return { ...draft, headers: { ...draft.headers, [name]: value } };
  },
};

const repeated: Kind = {
  name: "repeated parameters",
  apply(draft, { chance }) {
    const names = [...draft.operation.inQuery.map(({ name }) => name), "lang", "space", "limit"];
    const name = chance.pick(names);
    const more = chance.pick<readonly (readonly [string, string])[]>([
      ...([
        [
          [name, "1"],
          [name, "2"],
        ],
        [[`${name}[]`, "1"]],
        [[`${name}[a]`, "1"]],
        [[name, ""]],
        [["", name]],
      ] as const),
      ...([
        [[name.toUpperCase(), "1"]],
        [["__proto__", "1"]],
        [[`${name}.x`, "1"]],
        [
          ["lang", "ar"],
          ["lang", "xx"],
        ],
      ] as const),
      Array.from({ length: 50 }, () => [name, "a"] as const),
    ]);
    return { ...draft, inQuery: [...draft.inQuery, ...more] };
  },
};

const methods: Kind = {
  name: "methods",
  apply: (draft, { chance }) => ({
    ...draft,
    method: chance.pick([
      "GET",
      "HEAD",
      "OPTIONS",
      "POST",
      "PUT",
      "DELETE",
      "PATCH",
      "PROPFIND",
      "TRACE",
      "SEARCH",
      "QUERY",
    ]),
  }),
};

export const ofHttp = [contentTypes, brokenJson, headers, repeated, methods, addresses, wire];
