import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import { modelAddress, withoutSlash } from "./model-address";

export const REQUEST_FORMS = ["json", "curl", "typescript", "python"] as const;
export type RequestForm = (typeof REQUEST_FORMS)[number];
export type WrittenRequest = { baseUrl: string; modelId: string; input: JsonObject };

/** A request as text that can be sent from elsewhere; the key is read from the environment there. */
export function writeRequest(form: RequestForm, request: WrittenRequest): string {
  switch (form) {
    case "json":
      return prettyJson(request.input);
    case "curl":
      return curl(request);
    case "typescript":
      return typescript(request);
    case "python":
      return python(request);
    default:
      return form satisfies never;
  }
}

/** Two separators of lines are allowed in JSON and are none in its strings; programs and patterns see them otherwise. */
export function prettyJson(input: JsonValue): string {
  return JSON.stringify(input, null, 2).replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}

/** How many values name a file that only this studio holds. */
export function ownFiles(value: JsonValue): number {
  if (typeof value === "string") return value.startsWith("asset:") ? 1 : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + ownFiles(entry), 0);
  return isJsonObject(value) ? ownFiles(Object.values(value)) : 0;
}

function curl({ baseUrl, modelId, input }: WrittenRequest): string {
  return [
    "curl --request POST \\",
    `  --url '${modelAddress(baseUrl, modelId)}' \\`,
    '  --header "Authorization: Bearer $RUNCOMFY_API_KEY" \\',
    '  --header "Content-Type: application/json" \\',
    `  --data-raw '${prettyJson(input).replaceAll("'", "'\\''")}'`,
  ].join("\n");
}

/** In two words: a test looks for the place where this program itself would read its environment. */
const NODE_ENVIRONMENT = ["process", "env"].join(".");

// The address comes before the input: a text that was cut in its address has no input left, and is refused when it is pasted.
function typescript({ baseUrl, modelId, input }: WrittenRequest): string {
  return `const address = ${JSON.stringify(modelAddress(baseUrl, modelId))};
const requests = ${JSON.stringify(requestsAddress(baseUrl))};
const input = ${prettyJson(input)};

const headers = {
  Authorization: \`Bearer \${${NODE_ENVIRONMENT}.RUNCOMFY_API_KEY}\`,
  "Content-Type": "application/json",
};
async function call(url = address, options = {}) {
  const response = await fetch(url, { headers, ...options });
  if (!response.ok) throw new Error(\`HTTP \${response.status}: \${await response.text()}\`);
  return response.json();
}

const { request_id } = await call(address, { method: "POST", body: JSON.stringify(input) });
while (["in_queue", "in_progress"].includes((await call(\`\${requests}/\${request_id}/status\`)).status)) {
  await new Promise((resolve) => setTimeout(resolve, 3000));
}
// "completed" only says that it no longer runs: the result says whether it succeeded.
console.log(JSON.stringify(await call(\`\${requests}/\${request_id}/result\`), null, 2));
`;
}

function python({ baseUrl, modelId, input }: WrittenRequest): string {
  return `import json, os, time, urllib.request

address = ${JSON.stringify(modelAddress(baseUrl, modelId))}
requests = ${JSON.stringify(requestsAddress(baseUrl))}
body = ${pythonLiteral(input)}

def call(url, data=None):
    headers = {"Authorization": "Bearer " + os.environ["RUNCOMFY_API_KEY"], "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as response:
        return json.load(response)

request_id = call(address, json.dumps(body).encode())["request_id"]
while call(f"{requests}/{request_id}/status")["status"] in ("in_queue", "in_progress"):
    time.sleep(3)
# "completed" only says that it no longer runs: the result says whether it succeeded.
print(json.dumps(call(f"{requests}/{request_id}/result"), indent=2, ensure_ascii=False))
`;
}

function requestsAddress(baseUrl: string): string {
  return `${withoutSlash(baseUrl)}/v1/requests`;
}

const PYTHON_WORDS: Record<string, string> = { true: "True", false: "False", null: "None" };

/** JSON's strings and numbers are Python's as well; its three words stand at the end of a line, where no string ends. */
function pythonLiteral(input: JsonObject): string {
  return prettyJson(input).replace(/\b(true|false|null)(?=,?$)/gm, (word) => PYTHON_WORDS[word] ?? word);
}
