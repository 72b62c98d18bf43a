// The identity provider of the house (OpenID Connect): authorization code with PKCE, state and nonce.
import * as openid from "openid-client";
import { isLoopback } from "../loopback.ts";

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** How the button calls it. */
  readonly name: string;
  /** Whether somebody without an invitation gets an account, without any role. */
  readonly opensAccounts: boolean;
}

export interface Provider extends ProviderSettings {
  /** Found when it is first needed: a provider that is away does not keep the server from starting. */
  readonly config: () => Promise<openid.Configuration>;
}

/** From ILTIZAM_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME and _OPENS_ACCOUNTS; undefined when no issuer is named. */
export function providerOfEnvironment(env: NodeJS.ProcessEnv): Provider | undefined {
  const { ILTIZAM_OIDC_ISSUER: issuer = "", ILTIZAM_OIDC_CLIENT_ID: clientId = "" } = env;
  if (issuer === "" || clientId === "") return undefined;
  return providerOf({
    ...{ issuer, clientId },
    clientSecret: env.ILTIZAM_OIDC_CLIENT_SECRET || undefined,
    name: env.ILTIZAM_OIDC_NAME || new URL(issuer).host,
    opensAccounts: env.ILTIZAM_OIDC_OPENS_ACCOUNTS === "yes",
  });
}

export function providerOf(settings: ProviderSettings): Provider {
  let found: Promise<openid.Configuration> | undefined;
  const config = () => {
    found ??= discover(settings).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return { ...settings, config };
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<openid.Configuration> {
  const address = new URL(issuer);
  // Without https only on this machine: for trials and tests.
  const execute =
    address.protocol === "http:" && isLoopback(address.hostname) ? [openid.allowInsecureRequests] : [];
  return openid.discovery(address, clientId, clientSecret, undefined, { execute });
}

/** What is kept here while somebody is at the provider, and what makes the address to go to. */
export async function wayOut(provider: Provider, returnAddress: string) {
  const config = await provider.config();
  const nonce = openid.randomNonce();
  const verifier = openid.randomPKCECodeVerifier();
  const code_challenge = await openid.calculatePKCECodeChallenge(verifier);
  const addressWith = (state: string) =>
    openid.buildAuthorizationUrl(config, {
      redirect_uri: returnAddress,
      scope: "openid email profile",
      ...{ code_challenge, code_challenge_method: "S256", state, nonce },
    });
  return { nonce, verifier, addressWith };
}

export interface Proof {
  readonly issuer: string;
  readonly subject: string;
  readonly mail: string | undefined;
  readonly mailVerified: boolean;
  readonly name: string | undefined;
}

/** Who came back, as the provider signs for it: state, nonce, verifier, signature and times are checked. */
export async function wayBack(
  provider: Provider,
  address: URL,
  expected: { readonly state: string; readonly nonce: string; readonly verifier: string },
): Promise<Proof> {
  const config = await provider.config();
  const tokens = await openid.authorizationCodeGrant(config, address, {
    pkceCodeVerifier: expected.verifier,
    expectedNonce: expected.nonce,
    expectedState: expected.state,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("the provider gave no id token");
  const told: Readonly<Record<string, unknown>> = {
    ...claims,
    ...(await moreOf(config, tokens.access_token, claims)),
  };
  return {
    ...{ issuer: claims.iss, subject: claims.sub },
    mail: typeof told.email === "string" ? told.email : undefined,
    mailVerified: told.email_verified === true,
    name: typeof told.name === "string" ? told.name : undefined,
  };
}

/** Providers that keep the id token short tell the mail at another address. */
async function moreOf(config: openid.Configuration, accessToken: string, claims: openid.IDToken) {
  if (typeof claims.email === "string" || config.serverMetadata().userinfo_endpoint === undefined) return {};
  return openid.fetchUserInfo(config, accessToken, claims.sub);
}

/** Where the session at the provider ends too, if it can. */
export async function wayToSignOut(provider: Provider, afterwards: string): Promise<string | null> {
  const config = await provider.config();
  if (config.serverMetadata().end_session_endpoint === undefined) return null;
  return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: afterwards }).href;
}
