// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { messagesFor } from "@/lib/i18n/messages";
import { modelFields } from "@/lib/models/localize";
import { EVERY_KIND, sharedModels } from "@/tests/support/schema-models";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { defaultComposition } from "../start-composition";
import { FieldInput } from "./registry";

const MODELS = [EVERY_KIND, ...sharedModels()];
const complaints: unknown[] = [];

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, "error").mockImplementation((...said) => complaints.push(said));
  vi.spyOn(console, "warn").mockImplementation((...said) => complaints.push(said));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The catalogue's schemas are there only where the project is developed; the studio's own form of every kind always is. */
it.each(MODELS.map((model) => [model.id, model] as const))(
  "%s shows each of its fields, in every language",
  async (_, model) => {
    for (const locale of LOCALES) {
      const fields = modelFields(model, locale);
      const store = createCompositionStore(fields, defaultComposition(fields));
      const { container } = render(
        <QueryClientProvider client={new QueryClient()}>
          <IntlProvider locale={locale} messages={messagesFor(locale)} timeZone="UTC">
            <CompositionProvider value={store}>
              {fields.map((field) => (
                <FieldInput key={field.name} field={field} />
              ))}
            </CompositionProvider>
          </IntlProvider>
        </QueryClientProvider>,
      );
      // The keys of a series after its first share the first one's slot.
      const inSeries = new Set(store.getState().slots.flatMap((slot) => slot.keys.slice(1)));
      const own = fields.filter(({ name }) => !inSeries.has(name));
      // Rare kinds are loaded by themselves.
      await waitFor(() => {
        const shown = [...container.querySelectorAll("[data-field]")].map((frame) => frame.getAttribute("data-field"));
        expect(shown).toEqual(expect.arrayContaining(own.map(({ name }) => name)));
      });
      for (const field of own.filter((one) => !("series" in one))) {
        expect(screen.getAllByText(field.label).length).toBeGreaterThan(0);
      }
      cleanup();
    }
    expect(complaints).toEqual([]);
  },
);
