import { defineRoutes } from "../kernel/index.ts";
import { registerPerson } from "./register-person.ts";
import { updatePerson } from "./update-person.ts";

export const routes = defineRoutes([
  { method: "POST", path: "/people", act: registerPerson, summary: "Register a person by her document" },
  { method: "PUT", path: "/people/:subject", act: updatePerson, summary: "Change a person's fields" },
]);
