// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { messagesFor } from "@/lib/i18n/messages";
import { listModels } from "@/lib/models/catalog";
import { modelFields } from "@/lib/models/localize";
import type { Field } from "@/lib/schema/field";
import { EVERY_KIND, sharedModels } from "@/tests/support/schema-models";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { defaultComposition } from "../start-composition";
import { FieldExplanation } from "./field-explanation";

const base = { name: "x", label: "X", required: false } as const;

function explained(fields: readonly Field[], field: Field, locale: (typeof LOCALES)[number] = "en"): string {
  const store = createCompositionStore([...fields], defaultComposition([...fields]));
  const { container } = render(
    <IntlProvider locale={locale} messages={messagesFor(locale)} timeZone="UTC">
      <CompositionProvider value={store}>
        <FieldExplanation field={field} />
      </CompositionProvider>
    </IntlProvider>,
  );
  const text = container.textContent ?? "";
  cleanup();
  return text;
}

afterEach(cleanup);

describe("a field's explanation", () => {
  it.each<[string, Field, string]>([
    [
      "says what the field's part is where its page does not",
      { ...base, kind: "integer", role: "frameRate", min: 8, max: 30, default: 24 },
      "How many frames are shown in a second.\nChanges the price: the service charges by the length of what it makes.\n" +
        "Allowed: 8 to 30.\nWhole numbers only.\nWithout a change: 24.",
    ],
    [
      "counts on the prompt's limit, and is silent on files where a form takes none",
      { ...base, help: "The scene.", kind: "prompt", limit: { max: 5000, cjkWeight: 1 } },
      "At most 5,000 characters.",
    ],
    [
      "adds limits and default to what the page says",
      { ...base, help: "Strength.", kind: "number", min: 0, default: 1.5 },
      "Allowed: At least 0.\nWithout a change: 1.5.",
    ],
    [
      "names a default as the form does",
      {
        ...base,
        help: "Mood.",
        kind: "choice",
        options: [{ value: "a", label: "Calm" }],
        default: "a",
      },
      "Without a change: Calm.",
    ],
    [
      "says what is known of each member of an object",
      {
        ...base,
        help: "Styles.",
        kind: "structured",
        list: true,
        fields: [{ ...base, name: "scale", label: "Scale", help: "How strong.", kind: "number", max: 2 }],
      },
      "Scale: How strong. Allowed: At most 2.",
    ],
  ])("%s", (_, field, text) => {
    expect(explained([field], field)).toBe(text);
  });

  it("says how a prompt names the files of its form", () => {
    const prompt: Field = { ...base, help: "The scene.", kind: "prompt" };
    const picture: Field = { ...base, name: "y", kind: "image", limits: {}, tag: "image1" };
    expect(explained([prompt, picture], prompt)).toBe("Type @ to name a file of this form.");
  });

  it.each([...listModels(), EVERY_KIND, ...sharedModels()].map((model) => [model.id, model] as const))(
    "leaves no field of %s without one",
    (_, model) => {
      for (const locale of LOCALES) {
        const fields = modelFields(model, locale);
        for (const field of fields) {
          expect(`${field.help ?? ""}${explained(fields, field, locale)}`, `${locale} ${field.name}`).not.toBe("");
        }
      }
    },
  );
});
