import type { Locale } from "@/lib/i18n/locales";
import type { FieldNotes } from "@/lib/models/model";
import type { Property } from "./dialect";
import type { Field, FieldRole } from "./field";

/** What a property is read with: its notes in one language, and whether it is the prompt of its schema. */
export type Reading = {
  notes: FieldNotes;
  locale: Locale;
  isPrompt: boolean;
  /** Compiles the members of a structure. */
  members: (properties: readonly Property[]) => Field[];
};

/** What every field has, whatever its kind. */
export type Common = { name: string; label: string; help?: string; required: boolean; role?: FieldRole };
