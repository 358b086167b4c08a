import { expect, it } from "vitest";
import { browserName } from "./browser-name";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/149.0.0.0 Safari/537.36`, "Chrome · Linux"],
  [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/149.0.0.0 Safari/537.36 Edg/149.0`, "Edge · Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · macOS"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1", "Safari · iPhone"],
  ["curl/8.5.0", undefined],
  ["", undefined],
])("%j is %s", (agent, name) => {
  expect(browserName(agent)).toBe(name);
});
