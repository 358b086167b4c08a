// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api/client";
import type { WireModel } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import type { JsonObject } from "@/lib/json";
import { Composer } from "./composer";
import { startStore } from "./start-composition";

const MODEL: WireModel = {
  id: "maker/model",
  name: "A model",
  summary: "Makes clips.",
  output: "video",
  inputSchema: {},
  example: { prompt: "An example.", seed: 3 },
  fields: [
    { kind: "prompt", name: "prompt", label: "Prompt", required: true, sample: "A sample." },
    { kind: "seed", name: "seed", label: "Seed", required: false, randomValue: 0, default: 0 },
    { kind: "json", name: "extra", label: "Extra", required: false, note: { code: "typeUnknown", params: {} } },
    { kind: "integer", name: "steps", label: "Steps", required: false, min: 1, max: 9, default: 4, advanced: true },
  ],
};

type Sent = { input: JsonObject; id: string };

/** A composer on the page; `answers` are what sending gives, one a time, an error is thrown. */
function open(answers: (ApiError | Promise<unknown>)[] = []) {
  const sent: Sent[] = [];
  const send = async (input: JsonObject, id: string) => {
    sent.push({ input, id });
    const answer = answers[sent.length - 1];
    if (answer instanceof ApiError) throw answer;
    await answer;
  };
  const store = startStore(MODEL);
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <Composer
        model={MODEL}
        models={[MODEL]}
        store={store}
        free
        send={send}
        sendGroup={async () => {}}
        onArrive={() => {}}
        onShow={() => {}}
      />
    </IntlProvider>,
  );
  return { sent, store, user: userEvent.setup(), prompt: screen.getByRole("textbox", { name: "Prompt" }) };
}
const generate = () => screen.getByRole("button", { name: /^(Generate|Sending)/ });

// Loaded with the first press: on a busy machine that takes longer than a test waits.
beforeAll(async () => {
  await import("./variations/check-takes");
});
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

describe("the composer", () => {
  it("sends what was typed over the defaults, and never a sample", async () => {
    const { sent, user, prompt } = open();
    await user.type(prompt, "A street.");
    await user.click(generate());
    await waitFor(() => expect(sent.map(({ input }) => input)).toEqual([{ prompt: "A street.", seed: 0, steps: 4 }]));
  });

  it("says what is missing at its field, moves there, and sends nothing", async () => {
    const { sent, user, prompt } = open();
    await user.click(generate());
    await screen.findByText("Fill this in.");
    expect(screen.getByRole("alert").textContent).toBe("One value needs a change.");
    await waitFor(() => expect(document.activeElement).toBe(prompt));
    expect(sent).toEqual([]);
  });

  it("sends once, however often it is pressed before the answer", async () => {
    let answer = () => {};
    const pending = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { sent, user, prompt } = open([pending]);
    await user.type(prompt, "A street.");
    await user.dblClick(generate());
    fireEvent.keyDown(prompt, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(sent).toHaveLength(1));
    answer();
    await waitFor(() => expect(generate().textContent).toContain("Generate"));
    expect(sent).toHaveLength(1);
  });

  it.each([
    ["Ctrl and Enter", { key: "Enter", ctrlKey: true }, 1],
    ["⌘ and Enter", { key: "Enter", metaKey: true }, 1],
    ["Enter alone", { key: "Enter" }, 0],
    ["the Enter that confirms a composed character", { key: "Enter", ctrlKey: true, isComposing: true }, 0],
    ["a held key", { key: "Enter", ctrlKey: true, repeat: true }, 0],
  ])("answers %s as a person expects", async (_, keys, times) => {
    const { sent, user, prompt } = open();
    await user.type(prompt, "A street.");
    fireEvent.keyDown(prompt, keys);
    // The same key again, unmistakably meant, shows that the first one has had its turn.
    if (times === 0) fireEvent.keyDown(prompt, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(sent).toHaveLength(1));
    await waitFor(() => expect(generate().textContent).toContain("Generate"));
    expect(sent).toHaveLength(1);
  });

  it("sends the same take again under the same id after an answer that never came", async () => {
    const { sent, user, prompt } = open([new ApiError(0)]);
    await user.type(prompt, "A street.");
    await user.click(generate());
    await screen.findByText(/same take is not made twice/);
    await user.click(generate());
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual(sent[0]);
  });

  it.each([401, 403, 421, 422, 429, 503])(
    "keeps the id of a take that may have been made when the next answer is %i, also over a reload",
    async (status) => {
      const first = open([new ApiError(0), new ApiError(status)]);
      await first.user.type(first.prompt, "A street.");
      await first.user.click(generate());
      await screen.findByText(/same take is not made twice/);
      await first.user.click(generate());
      await waitFor(() => expect(first.sent).toHaveLength(2));
      await waitFor(() => expect(generate().textContent).toContain("Generate"));
      cleanup();
      const next = open();
      expect(next.prompt).toHaveProperty("value", "A street.");
      await next.user.click(generate());
      await waitFor(() => expect(next.sent).toHaveLength(1));
      await waitFor(() => expect(generate().textContent).toContain("Generate"));
      await next.user.click(generate());
      await waitFor(() => expect(next.sent).toHaveLength(2));
      const [id, again, reloaded, another] = [...first.sent, ...next.sent].map((sent) => sent.id);
      expect([again, reloaded]).toEqual([id, id]);
      expect(another).not.toBe(id);
    },
  );

  it("gives another take another id", async () => {
    const { sent, user, prompt } = open([new ApiError(0)]);
    await user.type(prompt, "A street.");
    await user.click(generate());
    await screen.findByText(/same take is not made twice/);
    await user.type(prompt, " At night.");
    await user.click(generate());
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.id).not.toBe(sent[0]?.id);
  });

  it("shows what the server refuses at the field that it names", async () => {
    const problem = {
      type: "about:blank",
      title: "",
      status: 422,
      code: "invalidInput",
      detail: "",
      requestId: "r",
      errors: [{ field: "prompt", message: "Say more.", code: "tooFew", params: {} }],
    };
    const { user, prompt } = open([new ApiError(422, problem)]);
    await user.type(prompt, "A");
    await user.click(generate());
    expect((await screen.findByText("Say more.")).id).toBe(prompt.getAttribute("aria-describedby"));
  });

  it("says which limit was hit, leaves the form as it is, and sends the take when asked again", async () => {
    const detail = "At most 2 takes in an hour. Try again in 9 minutes.";
    const problem = { type: "about:blank", title: "", status: 429, code: "tooMany", detail, requestId: "r" };
    const { sent, user, prompt } = open([new ApiError(429, problem)]);
    await user.type(prompt, "A street.");
    await user.click(generate());
    expect((await screen.findByText(detail)).getAttribute("role")).toBe("alert");
    expect(prompt).toHaveProperty("value", "A street.");
    await user.click(generate());
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.input).toEqual(sent[0]?.input);
  });

  it("sends nothing while a JSON value has a slip in it, and then the value itself", async () => {
    const { sent, user, prompt } = open();
    const extra = screen.getByRole("textbox", { name: "Extra" });
    await user.type(prompt, "A street.");
    fireEvent.change(extra, { target: { value: '{"a": [1, ' } });
    await user.click(generate());
    await screen.findByText("One value needs a change.");
    expect(sent).toEqual([]);
    fireEvent.change(extra, { target: { value: '{"a": [1, 2]}' } });
    await user.click(generate());
    await waitFor(() => expect(sent[0]?.input.extra).toEqual({ a: [1, 2] }));
  });

  it("loads the example and gives back what it replaced", async () => {
    const { user, prompt } = open();
    await user.type(prompt, "Mine");
    await user.click(screen.getByRole("button", { name: "Load example" }));
    expect(prompt).toHaveProperty("value", "An example.");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(prompt).toHaveProperty("value", "Mine");
  });

  it("keeps what was typed for the next visit", async () => {
    const { user, prompt } = open();
    await user.type(prompt, "Unsent");
    cleanup();
    expect(open().prompt).toHaveProperty("value", "Unsent");
  });
});
