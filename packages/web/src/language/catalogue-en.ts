import { gather } from "./gather.ts";

export default gather(import.meta.glob("../*/messages/en.json", { eager: true, import: "default" }));
