import { describe, expect, it } from "vitest";
import { ANSWER_POLICY, nonceOf, pagePolicy, STILL_PAGE_POLICY, textPolicy } from "./policies";

const NONCE = "q83vEjRWeJCrze8SNFZ4kA==";
const directives = (policy: string) =>
  Object.fromEntries(policy.split("; ").map((entry) => [entry.split(" ")[0], entry.split(" ").slice(1).join(" ")]));

const EVERY_POLICY = {
  page: pagePolicy(NONCE),
  "still page": STILL_PAGE_POLICY,
  answer: ANSWER_POLICY,
  text: textPolicy("p { margin: 0 }"),
};

describe.each(Object.entries(EVERY_POLICY))("the policy of a %s", (_, policy) => {
  it("forbids what it does not name, a base, foreign frames and forms to elsewhere", () => {
    expect(directives(policy)).toMatchObject({
      "default-src": "'none'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
      "form-action": expect.stringMatching(/^'(none|self)'$/),
    });
  });

  it("trusts no other site, no inline code and no evaluation", () => {
    expect(policy).not.toMatch(/unsafe|https?:|\*|ws:/);
  });
});

it.each([
  ["script-src", `'nonce-${NONCE}' 'strict-dynamic'`],
  ["style-src", `'self' 'nonce-${NONCE}'`],
  ["img-src", "'self' blob: data:"],
  ["media-src", "'self' blob:"],
  ["connect-src", "'self'"],
  ["font-src", "'self'"],
  ["worker-src", "'self'"],
  ["frame-src", "'self'"],
  ["object-src", "'none'"],
  ["form-action", "'self'"],
])("a page has %s %s", (directive, sources) => {
  expect(directives(pagePolicy(NONCE))[directive]).toBe(sources);
});

it("a page in development evaluates code and takes the overlay's styles, and still no style attribute", () => {
  expect(directives(pagePolicy(NONCE, { isDev: true }))).toMatchObject({
    "script-src": `'nonce-${NONCE}' 'strict-dynamic' 'unsafe-eval'`,
    "style-src-elem": "'self' 'unsafe-inline'",
    "style-src-attr": "'none'",
  });
});

it("a page without a nonce runs no script", () => {
  expect(directives(STILL_PAGE_POLICY)).not.toHaveProperty("script-src");
});

it("an answer has no origin and loads nothing but the file that a player shows", () => {
  expect(directives(ANSWER_POLICY)).toMatchObject({ sandbox: "", "media-src": "'self'", "form-action": "'none'" });
});

it("a text's policy holds for its own style only", () => {
  expect(textPolicy("a")).not.toBe(textPolicy("b"));
  expect(directives(textPolicy(""))["style-src"]).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
});

it.each([
  [pagePolicy(NONCE), NONCE],
  [STILL_PAGE_POLICY, undefined],
  [null, undefined],
  ["script-src 'nonce-\"><script>'", undefined],
])("reads the nonce of %s", (policy, nonce) => {
  expect(nonceOf({ get: () => policy })).toBe(nonce);
});
