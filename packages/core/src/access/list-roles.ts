// GET /access/roles: every role of the field with its rights, by area.
import { z } from "zod";
import { defineQuery, roles } from "../kernel/index.ts";
import { isReading, ownRightsOf } from "./model.ts";

const right = z.object({
  /** `agreements.sign`; its words are the message `right.agreements.sign`. */
  name: z.string(),
  area: z.string(),
  reads: z.boolean(),
});

/** What everybody may do with the own account is left out: it tells nothing of a role. */
export const listRoles = defineQuery({
  name: "access.list_roles",
  permission: "access.read",
  input: z.object({}),
  output: z.array(z.object({ role: z.enum(roles), rights: z.array(right) })),
  async run({ permissions }) {
    return roles.map((role) => ({
      role,
      rights: ownRightsOf(role, permissions).map((name) => ({
        ...{ name, area: name.split(".")[0] ?? name, reads: isReading(name) },
      })),
    }));
  },
});
