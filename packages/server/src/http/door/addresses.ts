// The door's own addresses: those that give, change or take the cookie of a session. All the rest is in the folders.
import type { Address } from "../mount-route.ts";
import { accountAddresses } from "./account-addresses.ts";
import { demoAddresses } from "./demo-addresses.ts";
import { enterAddresses } from "./enter-addresses.ts";
import { passwordAddresses } from "./password-addresses.ts";
import { providerAddresses } from "./provider-addresses.ts";
import type { Door } from "./settings.ts";
import { whoAmI } from "./who-am-i.ts";

export function addressesOfTheDoor(door: Door): readonly Address[] {
  return [
    whoAmI(door),
    ...enterAddresses(door),
    ...passwordAddresses(door),
    ...accountAddresses(door),
    ...providerAddresses(door),
    ...(door.settings.demo ? demoAddresses(door) : []),
  ];
}
