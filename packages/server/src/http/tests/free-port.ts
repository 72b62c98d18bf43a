import { createServer } from "node:net";

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const trial = createServer().listen(0, "127.0.0.1", () => {
      const { port } = trial.address() as { port: number };
      trial.close(() => done(port));
    });
  });
}
