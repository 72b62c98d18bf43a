// Values of another type, too few, too many, too large, too deep.
import type { Draft } from "../requests/draft.ts";
import { spotsOf, withAt } from "../requests/spots.ts";
import { anywhere, changeOne, isLeaf, type Kind } from "./kind.ts";

const others: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    "",
    "0",
    "text",
    [],
    {},
    [[]],
    [null],
    { a: 1 },
    ["a", "b"],
    "null",
    "true",
    "[]",
  ],
];

const types: Kind = {
  name: "types",
  apply: (draft, tools) => changeOne(draft, tools, () => tools.chance.pick(others), anywhere),
};

const missing: Kind = {
  name: "missing",
  apply(draft, { chance }) {
    const spots = spotsOf(draft).filter(({ part, keys }) => part !== "path" && keys.length > 0);
    if (spots.length === 0) return { ...draft, body: undefined };
    return withAt(draft, chance.pick(spots), undefined);
  },
};

const names = [
  ...[
    "extra",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "then",
    "toJSON",
    "length",
    "",
  ],
  ...[
    "id",
    "ID",
    "recordedAt",
    "actor",
    "permissions",
    "grants",
    "role",
    "space",
    "state",
    "$ne",
    "a.b",
    "a[b]",
    "اسم",
    "\u0000",
  ],
];

const extra: Kind = {
  name: "extra",
  apply(draft, tools) {
    const { chance } = tools;
    const name = chance.pick(names);
    const value = chance.pick([...others, { polluted: true }, "R13", ["*"]]);
    const objects = spotsOf(draft).filter((spot) => spot.part === "body" && isObject(spot.value));
    if (objects.length === 0) return { ...draft, inQuery: [...draft.inQuery, [name, String(value)]] };
    const spot = chance.pick(objects);
    // A name of the language itself becomes a field only so.
    const fields = Object.entries(spot.value as object).filter(([own]) => own !== name);
    return withAt(draft, spot, Object.fromEntries([...fields, [name, value]]));
  },
};

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

const sizes: Kind = {
  name: "sizes",
  apply(draft, tools) {
    const { chance } = tools;
    const length = chance.pick([256, 501, 2001, 10_001, 100_000, 1_000_000]);
    const filling = chance.pick(["a", "é", "ع", "a ", "1", "😀"]);
    const large = chance.pick(["text", "text", "list", "whole", "many parameters", "path"]);
    if (large === "whole" && chance.happens(0.2))
      return { ...draft, text: Buffer.alloc(4 * 1024 * 1024 + 1, 32) };
    if (large === "many parameters") {
      const more = Array.from({ length: 300 }, (_, index) => [`p${index}`, "x"] as const);
      return { ...draft, inQuery: [...draft.inQuery, ...more] };
    }
    if (large === "path" || draft.body === undefined) {
      return changeOne(
        draft,
        tools,
        () => filling.repeat(chance.pick([199, 200, 201, 300, 2000])),
        ({ part }) => part !== "body",
      );
    }
    if (large === "list") {
      return changeOne(
        draft,
        tools,
        (value) => Array.from({ length: Math.min(length, 20_000) }, () => value),
        ({ part, keys }) => part === "body" && keys.length > 0,
      );
    }
    return changeOne(
      draft,
      tools,
      () => filling.repeat(Math.ceil(length / filling.length)),
      (spot) => isLeaf(spot) && spot.part === "body",
    );
  },
};

const nesting: Kind = {
  name: "nesting",
  apply(draft, { chance }) {
    const depth = chance.pick([50, 1000, 10_000, 200_000]);
    const [open, close] = chance.pick([
      ["[", "]"],
      ['{"a":', "}"],
      ['{"text":[', "]}"],
    ] as const);
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
    if (draft.body === undefined || chance.happens(0.3)) return { ...draft, text: deep };
    const spots = spotsOf(draft).filter(({ part, keys }) => part === "body" && keys.length > 0);
    if (spots.length === 0) return { ...draft, text: `{"a":${deep}}` };
    const marked: Draft = withAt(draft, chance.pick(spots), "@@deep@@");
    return { ...draft, text: (JSON.stringify(marked.body) ?? "").replace('"@@deep@@"', () => deep) };
  },
};

const figures: readonly (number | string)[] = [
  ...[
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 53 - 1,
    2 ** 53,
    2 ** 53 + 2,
    2 ** 63,
    -(2 ** 63),
    1e21,
    1e308,
    -0,
    0.1,
    1e-9,
    5e-324,
    32_768,
    65_536,
  ],
  ...[
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "0x10",
    "1_000",
    "1,5",
    "1 000",
    "00012",
    "+1",
    " 1",
    "1.",
    ".5",
    "-",
  ],
  ...["9".repeat(400), "99999999999999999999.999999", "-99999999999999999999", "0.0000001"],
];

const numbers: Kind = {
  name: "numbers",
  apply(draft, tools) {
    const { chance } = tools;
    if (draft.body !== undefined && chance.happens(0.3)) {
      const spots = spotsOf(draft).filter((spot) => spot.part === "body" && isLeaf(spot));
      if (spots.length > 0) {
        const marked = withAt(draft, chance.pick(spots), "@@figure@@");
        const raw = chance.pick([
          "1e999",
          "-1e999",
          "9".repeat(500),
          "1.0000000000000000000001",
          "-0",
          "123456789012345678901234567890",
        ]);
        return { ...draft, text: (JSON.stringify(marked.body) ?? "").replace('"@@figure@@"', raw) };
      }
    }
    return changeOne(draft, tools, () => chance.pick(figures), isLeaf);
  },
};

export const shapes = [types, missing, extra, sizes, nesting, numbers];
