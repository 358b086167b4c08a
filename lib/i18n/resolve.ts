import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE, type Locale } from "./locales";

/** The language for one request: what was chosen (cookie), else what the browser prefers, else English. */
export function localeOf(headers: Headers): Locale {
  const chosen = cookieValue(headers, LOCALE_COOKIE);
  if (isLocale(chosen)) return chosen;
  return preferredLocale(headers.get("accept-language") ?? "");
}

export function cookieValue(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.split("=", 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}

/** Reads an Accept-Language value by weight; any Chinese is served Traditional Chinese, the only Chinese there is. */
export function preferredLocale(acceptLanguage: string): Locale {
  const wishes = acceptLanguage
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    const language = tag.split("-")[0];
    if (language === "zh") return "zh-TW";
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}
