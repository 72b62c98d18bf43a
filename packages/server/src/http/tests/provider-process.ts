// An identity provider as a program of its own: OpenID Connect by `oidc-provider`, with a login that takes any account
// named in the settings. Run with a JSON text: { port, returnTo, afterwards, accounts }.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

interface Settings {
  readonly returnTo: string;
  readonly afterwards: string;
  readonly accounts: Readonly<
    Record<string, { readonly email: string; readonly email_verified: boolean; readonly name: string }>
  >;
}

const { returnTo, afterwards, accounts }: Settings = JSON.parse(process.argv[2] ?? "{}");
const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
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
  server.on("request", provider.callback());
  process.send?.(issuer);
});
process.on("disconnect", () => process.exit(0));
