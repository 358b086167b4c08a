import { expect, it } from "vitest";
import { callerOf, ticketCookie, visitOf } from "./share-visit";

it.each([
  [undefined, undefined],
  ["dailies_locale=ko", undefined],
  ["a=1; share_ticket=abc; b=2", "abc"],
  ["not_share_ticket=abc", undefined],
])("the ticket of %j is %j", (cookie, ticket) => {
  const headers = new Headers(cookie === undefined ? {} : { cookie });
  expect(visitOf("t", headers)).toEqual({ token: "t", ...(ticket !== undefined && { ticket }) });
});

it("a ticket goes back to its own share alone, out of reach of scripts and other sites", () => {
  expect(ticketCookie({ token: "t", ticket: "k", secure: true })).toBe(
    "share_ticket=k; Path=/s/t; Max-Age=7200; HttpOnly; SameSite=Strict; Secure",
  );
});

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["10.0.0.1, 203.0.113.9", "203.0.113.9"],
])("who came through %s is told apart by %s", (forwarded, caller) => {
  expect(callerOf(new Headers({ "x-forwarded-for": forwarded }))).toBe(caller);
});
