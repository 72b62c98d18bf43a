// Who uses the database? Every user keeps one connection open; the last one to leave stops the server. A killed user's
// connection ends with it, so nothing is ever left to clean up.
import { Socket } from "node:net";
import pg from "pg";

const leaseName = "iltizam lease";

export interface Lease {
  /** Ends the lease; true when nobody else holds one. */
  end(): Promise<boolean>;
}

/** Takes a lease. `onLost` is called when the server ends the connection unasked. */
export async function takeLease(superuserUrl: string, onLost: () => void): Promise<Lease> {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: superuserUrl,
    application_name: leaseName,
    keepAlive: true,
    stream: () => socket,
  });
  let ending = false;
  client.on("error", () => undefined);
  await client.connect();
  client.once("end", () => {
    if (!ending) onLost();
  });
  // A program that is done must be able to end although it still holds its lease.
  socket.unref();
  return {
    async end() {
      ending = true;
      socket.ref();
      try {
        const { rows } = await client.query<{ others: number }>(
          "select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()",
          [leaseName],
        );
        return rows[0]?.others === 0;
      } catch {
        return false;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}
