import { gather } from "./gather.ts";

export default gather(import.meta.glob("../*/messages/ar.json", { eager: true, import: "default" }));
