// Addresses that lead elsewhere or nowhere, and lines that are no requests.
import { askedOf, percent, targetOf } from "../requests/draft.ts";
import type { Kind } from "./kind.ts";

const elsewhere: readonly string[] = [
  ...[
    "/../../../etc/passwd",
    "/%2e%2e/%2e%2e/keys.json",
    "/assets/../../keys.json",
    "/assets/%00",
    "/assets",
    "/index.html%00.js",
  ],
  ...[
    "/api/v2/agreements",
    "/api",
    "/api/v1",
    "/api/v1/",
    "/.git/config",
    "/keys.json",
    "/logs/server.log",
    "/%",
    "/%ff",
    "/\\..\\x",
  ],
  ...[
    "//evil.example/x",
    "/sign-in?returnTo=//evil.example",
    "/api/v1/sign-in/provider?returnTo=//evil.example",
    "*",
    "/?__proto__[x]=1",
  ],
  ...[
    "/api/v1/sign-in/provider/return?state=x&code=%00",
    "/metrics",
    "/healthz",
    "/readyz",
    `/${"a/".repeat(3000)}`,
    "/أ",
  ],
];

export const addresses: Kind = {
  name: "addresses",
  apply(draft, { chance }) {
    const own = targetOf(draft);
    const value = percent(Object.values(draft.inPath)[0] ?? "x");
    const target = chance.pick([
      ...[
        `/${own}`,
        `${own}/`,
        `${own}//`,
        own.replaceAll("/", "//"),
        own.toUpperCase(),
        own.replace("/api", "/api/."),
        `${own}%`,
      ],
      ...[
        `${own}%00`,
        `${own}%zz`,
        own.replace("/v1/", "/v1/../v1/"),
        own.replace(value, "%ed%a0%80"),
        `${own}?%ff=%fe`,
        `${own}#x`,
      ],
      ...[
        `${own}?`,
        `${own}&&&=`,
        `${own};x=1`,
        own.replace(value, "%2e%2e"),
        own.replace(value, "%2f"),
        own.replace(value, "%c0%af"),
      ],
      ...elsewhere,
    ]);
    return { ...draft, target };
  },
};

/** Lines that are HTTP no more; the last bytes a proxy in front might take for a second request. */
export const wire: Kind = {
  name: "wire",
  apply(draft, { chance, address }) {
    const { method, headers: given } = askedOf(draft);
    const target = encodeURI(targetOf(draft)).slice(0, 2000);
    const { host } = new URL(address);
    const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
    const first = chance.pick([
      ...[
        `${method} ${target} HTTP/1.1`,
        `${method} ${target} HTTP/9.9`,
        `${method} ${target}`,
        `${method.toLowerCase()} ${target} HTTP/1.1`,
      ],
      ...[
        `FOO ${target} HTTP/1.1`,
        `${method}  ${target} HTTP/1.1`,
        `${method} http://evil.example${target} HTTP/1.1`,
        "\u0000\u0001",
      ],
      `CONNECT ${host} HTTP/1.1`,
    ]);
    const rest = chance.pick([
      ...[
        "content-length: -1\r\n\r\n",
        "content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        "content-length: abc\r\n\r\n{}",
      ],
      ...[
        "transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        "transfer-encoding: nonsense\r\n\r\n{}",
        "content-length: 2\r\ncontent-length: 3\r\n\r\n{}",
      ],
      ...[
        "no colon here\r\n\r\n",
        " folded\r\n\r\n",
        "x\u0000y: z\r\n\r\n",
        "é: ü\r\n\r\n",
        `x: ${"a".repeat(20_000)}\r\n\r\n`,
        "\r\n",
      ],
      `${Array.from({ length: 3000 }, (_, index) => `x${index}: y`).join("\r\n")}\r\n\r\n`,
    ]);
    const text = [first, `host: ${host}`, "connection: close", ...lines, rest].join("\r\n");
    return { ...draft, wire: Buffer.from(text, "latin1") };
  },
};
