/**
 * Words that a prompt may hold in square brackets to make the sandbox behave in a certain way, each with what it does. They
 * are read in any letter case, may be combined, and are taken out of the captions.
 */
export const SCENARIOS = {
  fail: "is accepted, renders nothing and ends as failed with a reason",
  refuse: "is answered 422, naming the prompt",
  balance: "is answered 402: not enough balance",
  busy: "is answered 429 with Retry-After: 3 twice, accepted the third time",
  timeout: "is accepted, but its submit is never answered",
  reset: "is accepted, but the answer to its submit breaks off half-way",
  queue: "stays queued for 60 s, so that it can be cancelled",
  slow: "runs 30 s longer than its render takes",
  stall: "stays in progress for ever and cannot be cancelled",
  "no-output": "succeeds without any output",
} as const;
export type Scenario = keyof typeof SCENARIOS;
export const SCENARIO_WORDS = Object.keys(SCENARIOS) as [Scenario, ...Scenario[]];

export const LONG_QUEUE_MS = 60_000;
export const SLOW_EXTRA_MS = 30_000;

const BRACKETED = new RegExp(`\\[(${SCENARIO_WORDS.join("|")})\\]`, "giu");

function isScenario(word: string): word is Scenario {
  return Object.hasOwn(SCENARIOS, word);
}

/** The scenarios that a prompt asks for, each once, in the order of their first mention. */
export function scenariosIn(prompt: string): Scenario[] {
  const words = Array.from(prompt.matchAll(BRACKETED), (match) => (match[1] ?? "").toLowerCase());
  return [...new Set(words.filter(isScenario))];
}

/** The prompt as it is shown: scenario words gone, with the blanks that they leave; a prompt without any is unchanged. */
export function withoutScenarios(prompt: string): string {
  if (prompt.search(BRACKETED) < 0) return prompt;
  return prompt
    .replace(BRACKETED, " ")
    .replace(/[^\S\n]+/gu, " ")
    .trim();
}
