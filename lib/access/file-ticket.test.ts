import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFileTickets } from "./file-ticket";

const DAY_MS = 24 * 60 * 60_000;
let nowMs = 1_790_000_000_000;
const tickets = createFileTickets({ secret: "one secret", now: () => nowMs });

describe("a ticket for a file", () => {
  it("opens its file for a day", () => {
    const ticket = tickets.sign("picture");
    expect(tickets.isGood("picture", ticket)).toBe(true);
    nowMs += DAY_MS - 1;
    expect(tickets.isGood("picture", ticket)).toBe(true);
    nowMs += 1;
    expect(tickets.isGood("picture", ticket)).toBe(false);
  });

  it("opens no other file, and none of a studio with another secret", () => {
    const ticket = tickets.sign("picture");
    expect(tickets.isGood("other", ticket)).toBe(false);
    expect(createFileTickets({ secret: "another", now: () => nowMs }).isGood("picture", ticket)).toBe(false);
  });

  it("is refused with anything about it changed", () => {
    const ticket = tickets.sign("picture");
    const name = fc.constantFrom("until", "ticket");
    fc.assert(
      fc.property(name, fc.string(), (changed, value) => {
        fc.pre(value !== ticket.get(changed));
        const forged = new URLSearchParams(ticket);
        forged.set(changed, value);
        return !tickets.isGood("picture", forged);
      }),
    );
    expect(tickets.isGood("picture", new URLSearchParams())).toBe(false);
  });
});
