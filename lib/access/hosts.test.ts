import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHostRule } from "./hosts";

const onLoopback = createHostRule({ host: "127.0.0.1", allowedHosts: [] });
const inTheOpen = createHostRule({
  host: "studio-box",
  publicUrl: "https://dailies.example.com",
  allowedHosts: ["nas.local"],
});

describe("the Host header", () => {
  it.each([
    "localhost",
    "localhost:3000",
    "LOCALHOST:3000",
    "localhost.",
    "127.0.0.1:3000",
    "[::1]:3000",
    "192.168.1.20:3000",
    null,
  ])("%s names the studio of this machine", (header) => {
    expect(onLoopback(header)).toBe(true);
  });

  it.each([
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example@localhost",
    "localhost:3000:3000",
    "localhost/",
    "localhost, evil.example",
    "local host",
    "127.1",
    "0x7f000001",
    "2130706433",
    "[::1",
    "",
  ])("%j names another one", (header) => {
    expect(onLoopback(header)).toBe(false);
  });

  it("may be every name that the settings give", () => {
    const names = ["studio-box:3000", "dailies.example.com", "NAS.local:8080"];
    expect(names.map(inTheOpen)).toEqual([true, true, true]);
    expect(names.map(onLoopback)).toEqual([false, false, false]);
  });

  it("is refused with anything added to a known name", () => {
    const more = fc.stringMatching(/^[a-z0-9.-]{1,12}$/).filter((text) => text !== ".");
    fc.assert(fc.property(more, (text) => !onLoopback(`localhost${text}`) && !onLoopback(`${text}localhost`)));
  });
});
