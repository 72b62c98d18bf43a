import { gather } from "./gather.ts";

export default gather(
  import.meta.glob(["../*/messages/fr.json", "!../{diagnosis,intake,results}/messages/*"], {
    eager: true,
    import: "default",
  }),
);
