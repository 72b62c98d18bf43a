// Things of others, things of another kind, and things that are not.
import { changeOne, isText, type Kind } from "./kind.ts";

export const strangeThings = [
  ...[
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "00000000-0000-7000-8000-00000000dead",
  ],
  ...["not-a-uuid", "0", "-1", "me", "*", "undefined", "NaN", "00000000000070008000000000000001"],
  ...[
    "{00000000-0000-7000-8000-000000000001}",
    "00000000-0000-7000-8000-000000000001",
    "00000000-0000-7000-8000-000000000003",
  ],
];

const things: Kind = {
  name: "things of others",
  apply: (draft, tools) =>
    changeOne(
      draft,
      tools,
      () =>
        tools.chance.pick(
          tools.chance.happens(0.7) && tools.known.ids.length > 0 ? tools.known.ids : strangeThings,
        ),
      (spot) =>
        isText(spot) &&
        (spot.part === "path" || /^[0-9a-f]{8}-|^[A-Z0-9-]{3,}(\/|$)/i.test(String(spot.value))),
    ),
};

/** As it should be, at its boundaries: what is accepted is recorded, and must be recorded rightly. */
const wellFormed: Kind = { name: "well-formed", apply: (draft) => draft };

export const ofThings = [things, wellFormed];
