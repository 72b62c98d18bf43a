// How this installation is reached: from this machine alone, or under a public name behind a proxy that speaks https.
import type { Provider } from "./provider.ts";

export interface DoorSettings {
  /** `https://iltizam.example.ma`: the name under which others reach it. Undefined: this machine only. */
  readonly origin: string | undefined;
  /** The demo: accounts may be chosen, and as long as nobody can sign in, whoever sits here may do everything. */
  readonly demo: boolean;
  /** Whether mails can be sent. */
  readonly mail: boolean;
  /** Requests a minute that one address may send; only asked of servers that others reach. */
  readonly requestsPerMinute: number;
}

export const isPublic = ({ origin }: DoorSettings) => origin !== undefined;

export interface Door {
  readonly settings: DoorSettings;
  /** The identity provider through which people may sign in, if one is set up. */
  readonly provider: Provider | undefined;
}
