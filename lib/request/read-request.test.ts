import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { hideKey } from "./hide-key";
import { readRequest } from "./read-request";
import { REQUEST_FORMS, writeRequest } from "./write-request";

const URL = "https://model-api.runcomfy.net/v1/models/maker/model-1.0/text-to-video";
const ID = "maker/model-1.0/text-to-video";
const COAT: JsonObject = { prompt: "the child's coat" };

const pretty = (input: JsonObject) => JSON.stringify(input, null, 2);
const slashed = (text: string) => text.replace(/["\\$`]/g, "\\$&");
const windows = (text: string) => text.replace(/(\\*)"/g, '$1$1\\"');
const carets = (text: string) =>
  text
    .replace(/["\\]/g, "\\$&")
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, "^$&")
    .replace(/\r?\n/g, "^\n\n");
const ansi = (text: string) => text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n").replace(/!/g, "\\u0021");
const entities = (text: string) =>
  text.replace(/[&<>"']/g, (char) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" }[char]};`);

/** The ways in which people and programs write the same request. */
const FORMS: Record<string, (input: JsonObject) => string> = {
  "a body": pretty,
  "a body on one line": JSON.stringify,
  "a fenced body": (input) => `\`\`\`json\n${pretty(input)}\n\`\`\``,
  "a body between typographic quotes": (input) => `“${pretty(input)}”`,
  "a body indented with no-break spaces": (input) =>
    pretty(input).replace(/^ +/gm, (spaces) => "\u00a0".repeat(spaces.length)),
  "our own job": (input) => pretty({ job: { id: "j1", modelId: ID, status: "succeeded", input, outputs: [] } }),
  "an envelope": (input) => pretty({ modelId: ID, input }),
  "a page's curl with apostrophes as they are": (input) =>
    `curl --request POST \\\n  --url ${URL} \\\n  --header "Authorization: Bearer <token>" \\\n  --data '${pretty(input)}'`,
  "curl with apostrophes escaped": (input) => `curl -X POST ${URL} -d '${pretty(input).replaceAll("'", "'\\''")}'`,
  "curl with apostrophes in double quotes": (input) =>
    `curl ${URL} --data-raw '${JSON.stringify(input).replaceAll("'", `'"'"'`)}'`,
  "curl in double quotes": (input) => `curl ${URL} --json "${slashed(pretty(input))}"`,
  "curl as Chrome copies it for bash": (input) =>
    `curl '${URL}' \\\n  -H 'accept: */*' \\\n  --data-raw $'${ansi(pretty(input))}'`,
  "curl for Windows": (input) => `curl -X POST ^\r\n "${URL}?a=1" ^\r\n -d "${windows(JSON.stringify(input))}"`,
  "curl as Chrome copies it for Windows": (input) => `curl ^"${URL}^" ^\n  --data-raw ^"${carets(pretty(input))}^"`,
  "a here document": (input) => `curl ${URL} -d @- <<'EOF'\n${pretty(input)}\nEOF\n`,
  "a page's source": (input) => entities(`curl ${URL} \\\n --data '${pretty(input)}'`),
  "a call in a program": (input) =>
    `fetch("${URL}", { method: "POST", headers: { Authorization: \`Bearer \${key}\` }, body: JSON.stringify(${pretty(input)}) })`,
  "a call in Python": (input) =>
    `requests.post("${URL}", headers={"Authorization": f"Bearer {key}"}, json=${JSON.stringify(input)})`,
};
for (const form of REQUEST_FORMS) {
  FORMS[`our own ${form}`] = (input) => writeRequest(form, { baseUrl: "https://example.com", modelId: ID, input });
}

const inputs = fc
  .dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }), {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  })
  .map((input): JsonObject => JSON.parse(JSON.stringify(input)));
/** Texts that trip a reader: quotes, backslashes and carets of every shell, braces, entities, other scripts. */
const nasty = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      "\\",
      "{",
      "}",
      "$",
      "`",
      "^",
      "%",
      "!",
      "&quot;",
      "\n",
      "a",
      " ",
      "角",
      "😀",
      "’",
      "“",
      "'\\''",
      "True",
      "//",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const nastyInputs = fc
  .oneof(
    inputs,
    fc.record({
      prompt: nasty,
      loras: fc.array(fc.record({ path: nasty, scale: fc.double({ noNaN: true, noDefaultInfinity: true }) })),
      on: fc.boolean(),
    }),
  )
  .map((input): JsonObject => JSON.parse(JSON.stringify(input)));
const noise = fc.constantFrom(
  "",
  "Run it: ",
  "요청을 제출하세요.\n\n",
  "{request_id} → (see [1]) don't\n",
  "# 3 > 2 && `x`\n",
);

function inputOf(text: string) {
  const reading = readRequest(text);
  return reading.kind === "request" ? reading.input : reading;
}

describe.each(Object.entries(FORMS))("%s", (name, write) => {
  it("gives back the input, an apostrophe in it", () => {
    expect(inputOf(write(COAT))).toEqual(COAT);
  });

  it("names the model where it stands in it", () => {
    const reading = readRequest(write(COAT));
    const bare = /body/.test(name) || name === "our own json";
    expect(reading).toMatchObject(bare ? { kind: "request" } : { modelId: ID });
    expect("modelId" in reading).toBe(!bare);
  });

  it("gives back any input, whatever stands around it", () => {
    fc.assert(
      fc.property(nastyInputs, noise, noise, (input, before, after) => {
        expect(inputOf(`${before}\n${write(input)}\n${after}`)).toEqual(input);
      }),
      { numRuns: 150 },
    );
  });

  it("is refused or the same when it is cut, never something else", () => {
    fc.assert(
      fc.property(nastyInputs, fc.double({ min: 0, max: 1, noNaN: true }), (input, share) => {
        const text = write(input);
        const reading = readRequest(text.slice(0, Math.floor(text.length * share)));
        if (reading.kind === "request") expect(reading.input).toEqual(input);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is refused", () => {
  it.each([
    ["nothing", "", "noRequest", {}],
    ["prose", "A street in the rain, {slowly}.", "noRequest", {}],
    ["a command without a body", `curl ${URL}`, "noRequest", {}],
    ["a body that ends in a string", '{"a": [1, {"b": "x', "cut", { missing: '"}]}' }],
    ["a body without its last brace", '{"a": {"b": 1}', "cut", { missing: "}" }],
    [
      "a command whose body is cut behind an inner object",
      `curl ${URL} -d '{"a": {"b": 1}, "c": "it'\\''s`,
      "cut",
      { missing: '"}' },
    ],
    ["a body with a value that has to be computed", '\n{"a": prompt}', "notJson", { line: 2 }],
    ["two bodies", '{"a": 1}\n{"a": 2}', "several", {}],
    ["only headers", '{"Authorization": "Bearer abc"}', "noRequest", {}],
    ["more than it may be long", " ".repeat(1_000_001), "tooLong", { max: 1_000_000 }],
  ])("%s", (_, text, reason, params) => {
    expect(readRequest(text)).toEqual({ kind: "refused", reason, params });
  });
});

describe("what is understood", () => {
  it.each([
    ["True, False, None and a comma too many", "{'a': True, 'b': [False, None,], }", { a: true, b: [false, null] }],
    ["a literal of a program", '{ prompt: "x", // why\n seed: 7 }', { prompt: "x", seed: 7 }],
    ["typographic quotes everywhere", "{“prompt”: “the child’s coat”}", { prompt: "the child’s coat" }],
    ["an envelope with other names", '{"model": "a/b", "input": {"x": 1}}', { x: 1 }],
    [
      "an input that has a key of that name",
      '{"model": "fast", "input": {"x": 1}}',
      { model: "fast", input: { x: 1 } },
    ],
    ["the same body twice", '{"a": 1} and {"a": 1}', { a: 1 }],
    ["an empty body", "{}", {}],
    ["a program with an empty object in it", 'f({}); g({"a": 1})', { a: 1 }],
    ["a body before its address", `curl -d '{"a": 1}' ${URL}\n\n{"request_id": "r"}`, { a: 1 }],
    ["an answer after the command", `curl ${URL} -d '{"a": 1}'\n\n{"request_id": "r"}`, { a: 1 }],
    ["a schema glued to the next one", `curl ${URL} -d '{"a": 1}'text{"type": "object"}{"type": "object"}`, { a: 1 }],
    ["a status request before it", `curl https://x.net/v1/requests/{id}/status\ncurl ${URL} -d '{"a": 1}'`, { a: 1 }],
    ["quotes of PowerShell", `curl.exe ${URL} -d '{\\"a\\": \\"b\\"}'`, { a: "b" }],
  ])("%s", (_, text, input) => {
    expect(inputOf(text)).toEqual(input);
  });

  it.each([
    ["minimax/Hailuo%20Video%2001%20Live", "minimax/Hailuo Video 01 Live"],
    ["a/b/c/d/e?include=1#x", "a/b/c/d/e"],
    ["a/b를 실행", "a/b"],
    ["a/b.", "a/b"],
    ["a", undefined],
    ["a/b/c/d/e/f", undefined],
    ["a/b%2Fc", undefined],
    ["a/%zz", undefined],
  ])("the id in …/v1/models/%s is %s", (path, modelId) => {
    expect(readRequest(`{"a": 1} https://x.net/v1/models/${path}`)).toEqual({
      kind: "request",
      ...(modelId ? { modelId } : {}),
      input: { a: 1 },
    });
  });

  it("keeps no key", () => {
    const text = `curl ${URL} -H "Authorization: Bearer sk-secret-123456" -d '{"a": 1}'`;
    expect(JSON.stringify(readRequest(text))).not.toContain("secret");
    expect(hideKey(text)).toBe(text.replace("sk-secret-123456", "<token>"));
    expect(hideKey('--header "Authorization: Bearer $KEY"')).toBe('--header "Authorization: Bearer $KEY"');
  });
});

const LONG = 600_000;
const filledWith = (part: string, length = LONG) => part.repeat(length / part.length);

/** Each takes minutes where the time grows with the square of the length. Counted in the processor's time, whoever else is at work. */
describe("what is long and tells nothing", () => {
  it.each([
    ["braces that open", filledWith("{a:")],
    ["braces that open and close", `${filledWith("{a:x ", LONG / 2)}${filledWith("}", 100_000)}`],
    ["a brace before blanks", `{${filledWith(" ")}`],
    ["objects in quotes that never end", filledWith('{\\"a\\":1}')],
    ["code in quotes that never end", filledWith('{\\"a\\":x}')],
    ["code behind a single quote", filledWith("'{a:x} ")],
    ["comments that never end", `{a: ${filledWith("/* ")}`],
    ["comments that never end, in objects", filledWith('{"a":/*}')],
    ["comments that never end, in quotes", filledWith('{\\"a\\":/*}')],
    ["addresses without a path", filledWith("http://")],
    ["an id before many dots", `http://x.net/v1/models/a/b${filledWith(".")}x`],
    ["addresses far behind objects", `${filledWith("{a:1}", LONG / 2)}\n${filledWith(`${URL} `, LONG / 2)}`],
    ["what is nested deeply", `${filledWith('{"a":')}1${filledWith("}", LONG / 5)}`],
  ])("%s", (_, text) => {
    const before = process.cpuUsage().user;
    readRequest(text);
    expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(10);
  });
});

const SEEDS = join(import.meta.dirname, "../../../shared/seeds");

describe.skipIf(!existsSync(SEEDS))("the service's pages", () => {
  const pages = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith(".txt")) : [];
  it.each(pages)("%s gives the request that it shows", (name) => {
    const expected = JSON.parse(readFileSync(join(SEEDS, name.replace(".txt", ".json")), "utf8"));
    const reading = readRequest(readFileSync(join(SEEDS, name), "utf8"));
    expect(reading).toEqual({ kind: "request", modelId: expected.model_id, input: expected.example_request });
  });
});
