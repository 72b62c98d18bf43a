import { gather } from "./gather.ts";

export default gather(
  import.meta.glob(["../*/messages/ar.json", "!../{intake,results}/messages/*"], {
    eager: true,
    import: "default",
  }),
);
