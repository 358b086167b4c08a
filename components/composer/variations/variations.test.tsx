// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api/client";
import type { WireModel } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { Composer } from "../composer";
import { startStore } from "../start-composition";
import type { How } from "../use-generate";

const MODEL: WireModel = {
  id: "maker/model",
  name: "A model",
  summary: "Makes clips.",
  output: "video",
  inputSchema: {},
  example: {},
  fields: [
    { kind: "prompt", name: "prompt", label: "Prompt", required: true, limit: { max: 20, cjkWeight: 1 } },
    { kind: "seed", name: "seed", label: "Seed", required: false, randomValue: 0, default: 0 },
    { kind: "toggle", name: "sound", label: "Sound", required: false, default: false },
  ],
};

type Sent = { takes: ExpandedPlan; id: string; how: How };

/** A composer with a prompt that can be sent; `answers` are what sending a group gives, one a time. */
async function open({
  free = true,
  answers = [],
  model = MODEL,
}: {
  free?: boolean;
  answers?: (ApiError | undefined)[];
  model?: WireModel;
} = {}) {
  const sent: Sent[] = [];
  const sendGroup = async (takes: ExpandedPlan, id: string, how: How) => {
    sent.push({ takes, id, how });
    const answer = answers[sent.length - 1];
    if (answer) throw answer;
  };
  const single: How[] = [];
  const send = async (_input: unknown, _id: string, how: How) => void single.push(how);
  const store = startStore(model);
  store.getState().setValue(["prompt"], "A street.");
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <Composer
        model={model}
        models={[model]}
        store={store}
        free={free}
        send={send}
        sendGroup={sendGroup}
        onArrive={() => {}}
        onShow={() => {}}
      />
    </IntlProvider>,
  );
  const user = userEvent.setup();
  return { sent, single, store, user };
}

async function chooseSeeds(user: ReturnType<typeof userEvent.setup>, count: number) {
  await user.click(screen.getByRole("button", { name: "Variations" }));
  await user.click(await screen.findByRole("radio", { name: "Seeds" }));
  fireEvent.change(await screen.findByRole("spinbutton", { name: /^Takes/ }), { target: { value: String(count) } });
}
const generate = (name: RegExp) => screen.findByRole("button", { name });

// The panel and the checks are loaded with their first use.
configure({ asyncUtilTimeout: 5000 });
beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("variations in the composer", () => {
  it.each([
    [true, /^Generate 3 takes ?· Free in the sandbox/],
    [false, /^Generate 3 takes ?· 3 paid jobs/],
  ])("stand on the button with what they spend, free: %s", async (free, name) => {
    const { sent, user } = await open({ free });
    await chooseSeeds(user, 3);
    await user.click(await generate(name));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.takes.inputs.map(({ prompt }) => prompt)).toEqual(["A street.", "A street.", "A street."]);
    expect(new Set(sent[0]?.takes.inputs.map(({ seed }) => seed)).size).toBe(3);
  });

  it("above four paid takes are sent only after a yes of its own", async () => {
    const { sent, user } = await open({ free: false });
    await chooseSeeds(user, 5);
    await user.click(await generate(/^Generate 5 takes ?·/));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/5 jobs are sent to the service and charged/)).toBeDefined();
    const yes = dialog.getByRole("button", { name: "Generate 5 takes" });
    expect(document.activeElement).toBe(dialog.getByRole("button", { name: "Go back" }));

    yes.focus();
    expect(fireEvent.keyDown(yes, { key: "Enter", repeat: true })).toBe(false);
    fireEvent.click(yes, { detail: 2 });
    expect(sent).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.takes.inputs).toHaveLength(5);
  });

  it("are not sent after a no, and the button is free again", async () => {
    const { sent, user } = await open({ free: false });
    await chooseSeeds(user, 5);
    await user.click(await generate(/^Generate 5 takes ?·/));
    await user.click(await screen.findByRole("button", { name: "Go back" }));
    await generate(/^Generate 5 takes ?·/);
    expect(sent).toEqual([]);
  });

  it("say about what they cost where the model's price is known", async () => {
    const { user } = await open({ free: false, model: { ...MODEL, price: { usdMicros: 40_000, unit: "output" } } });
    await chooseSeeds(user, 5);
    await user.click(await generate(/^Generate 5 takes ?·/));
    expect(await screen.findByText(/About 0\.20 USD by the model’s base price\.$/)).toBeDefined();
  });

  it("are previewed without a question, since that costs nothing", async () => {
    const { sent, user } = await open({ free: false });
    await chooseSeeds(user, 5);
    await user.click(screen.getByRole("button", { name: /^Preview/ }));
    await waitFor(() => expect(sent.map(({ how }) => how)).toEqual([{ preview: true }]));
  });

  it("are the same takes under the same id after an answer that never came, seeds included", async () => {
    const { sent, user } = await open({ answers: [new ApiError(0), undefined] });
    await chooseSeeds(user, 3);
    await user.click(await generate(/^Generate 3/));
    await screen.findByText(/same take is not made twice/);
    await user.click(await generate(/^Generate 3/));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual(sent[0]);
    await user.click(await generate(/^Generate 3/));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]?.id).not.toBe(sent[0]?.id);
  });

  it("name the value that the model refuses, and send nothing", async () => {
    const { sent, user } = await open();
    await user.click(screen.getByRole("button", { name: "Variations" }));
    await user.click(await screen.findByRole("radio", { name: "Sweep" }));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Across" }), "Prompt");
    const lines = await screen.findByRole("textbox", { name: "Values of Prompt" });
    fireEvent.change(lines, { target: { value: "A hill.\nA hill that is much too long." } });
    await user.click(await generate(/^Generate 2/));
    const alert = await screen.findByText(
      /^Prompt, A hill that is much too long\.: 29 of at most 20/,
      {},
      { timeout: 5000 },
    );
    expect(alert.getAttribute("role")).toBe("alert");
    expect(sent).toEqual([]);
  });

  it("are still there on the next visit", async () => {
    const { user } = await open();
    await chooseSeeds(user, 7);
    await generate(/^Generate 7/);
    cleanup();
    await open();
    await generate(/^Generate 7/);
  });
});

describe("Preview", () => {
  it("sends one take to the sandbox by Alt and Enter where takes are paid", async () => {
    const { single } = await open({ free: false });
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Prompt" }), { key: "Enter", altKey: true });
    await waitFor(() => expect(single).toEqual([{ preview: true }]));
  });

  it("is not offered where every take is free", async () => {
    await open();
    expect(screen.queryByRole("button", { name: /^Preview/ })).toBeNull();
  });
});
