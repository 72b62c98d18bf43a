// The screens of accounts, side by side.
import { PlacesOfArea } from "../app/area-tabs.tsx";

const places = [
  { to: "/users", words: "users.tab.users", right: "accounts.read_users" },
  { to: "/roles", words: "users.tab.roles", right: "access.read" },
  { to: "/api-keys", words: "users.tab.keys", right: "identity.manage_keys" },
] as const;

export const UserTabs = () => <PlacesOfArea name="users.area" places={places} />;
