// An identity provider as a program of its own: OpenID Connect by `oidc-provider`, with a login that takes any account
// named in the settings. It tells its address; what it needs to know of the other side it is told then, and says so.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

interface Settings {
  readonly returnTo: string;
  readonly afterwards: string;
  readonly accounts: Readonly<
    Record<string, { readonly email: string; readonly email_verified: boolean; readonly name: string }>
  >;
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;
  process.once("message", (settings: Settings) => {
    server.on("request", provide(issuer, settings).callback());
    process.send?.("ready");
  });
  process.send?.(issuer);
});
process.on("disconnect", () => process.exit(0));

function provide(issuer: string, { returnTo, afterwards, accounts }: Settings): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: "iltizam",
        client_secret: "a secret between two programs",
        redirect_uris: [returnTo],
        post_logout_redirect_uris: [afterwards],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...accounts[accountId] }),
    }),
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ["for the test alone"] },
  });
}
