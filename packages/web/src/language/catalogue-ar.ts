import { gather } from "./gather.ts";

export default gather(
  import.meta.glob(["../*/messages/ar.json", "!../{diagnosis,intake,results}/messages/*"], {
    eager: true,
    import: "default",
  }),
);
