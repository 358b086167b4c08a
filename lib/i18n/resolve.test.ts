import { describe, expect, it } from "vitest";
import { localeOf, preferredLocale } from "./resolve";

describe("the language of a request", () => {
  it.each([
    ["", "en"],
    ["fr-FR, de;q=0.9", "en"],
    ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    ["en;q=0.5, ja;q=0.9", "ja"],
    ["zh-Hant-HK", "zh-TW"],
    ["zh-CN,zh;q=0.9", "zh-TW"],
    ["ja;q=0, ko;q=0.1", "ko"],
    ["*", "en"],
  ])("for Accept-Language %j is %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  it("is the chosen one, whatever the browser prefers", () => {
    const headers = new Headers({ cookie: "a=1; dailies_locale=zh-TW", "accept-language": "ko" });
    expect(localeOf(headers)).toBe("zh-TW");
  });

  it("is the preferred one where the cookie holds an unknown language", () => {
    expect(localeOf(new Headers({ cookie: "dailies_locale=xx", "accept-language": "ko" }))).toBe("ko");
  });
});
