// The language of the public pages: the address's, else the one that was chosen before, else Arabic. The browser's own is
// offered, once, and never imposed.
import { type Locale, locales } from "@iltizam/core/kernel";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { inLanguage } from "./address.ts";

const cookieName = "iltizam-language";
const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);

export function publicLocale(request: FastifyRequest): Locale {
  const { lang } = request.query as { lang?: unknown };
  const kept = request.cookies[cookieName];
  if (isLocale(lang)) return lang;
  return isLocale(kept) ? kept : "ar";
}

/** The language that the browser would rather read, until one was chosen. */
export function offeredLocale(request: FastifyRequest, shown: Locale): Locale | null {
  if (request.cookies[cookieName] !== undefined) return null;
  const wishes = (request.headers["accept-language"] ?? "").split(",").map((wish) => wish.trim().slice(0, 2));
  const first = wishes.find(isLocale);
  return first === undefined || first === shown ? null : first;
}

/** GET /public/language?lang=fr&to=/public/…: keeps the choice for a year, and goes on to the page in it. */
export function serveLanguage(app: FastifyInstance, secure: boolean): void {
  app.get("/public/language", { schema: { hide: true } }, async (request, reply) => {
    const { lang, to } = request.query as { lang?: unknown; to?: unknown };
    const locale = isLocale(lang) ? lang : "ar";
    const options = {
      path: "/public",
      maxAge: 365 * 86_400,
      sameSite: "lax" as const,
      httpOnly: true,
      secure,
    };
    return reply
      .setCookie(cookieName, locale, options)
      .header("cache-control", "no-store")
      .redirect(placeIn(typeof to === "string" ? to : "", locale), 303);
  });
}

/** Only to a page of ours, whatever was asked. */
function placeIn(to: string, locale: Locale): string {
  const { pathname, searchParams } = new URL(to.startsWith("/public") ? to : "/public", "http://here");
  searchParams.delete("lang");
  const place = /^\/public(\/|$)/.test(pathname) ? pathname : "/public";
  return inLanguage(place, locale, Object.fromEntries(searchParams));
}
