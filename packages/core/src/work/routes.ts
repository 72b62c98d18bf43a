import { defineRoutes } from "../kernel/index.ts";
import { look } from "./look.ts";
import { myWork } from "./my-work.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/work", query: myWork, summary: "What waits for me, what is late, what changed" },
  { method: "POST", path: "/work-looks", act: look, summary: "I have seen what changed" },
]);
