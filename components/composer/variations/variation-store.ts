import { createStore, type StoreApi } from "zustand/vanilla";
import type { Field } from "@/lib/schema/field";
import type { PlanDraft, ReadPlan } from "@/lib/variations/plan-draft";

const PREFIX = "dailies:variations:";

export type VariationState = {
  /** Undefined until the form has been asked for anything but one take. */
  draft: PlanDraft | undefined;
  /** What the draft means, and how many takes that makes. */
  read: ReadPlan & { count: number };
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  setDraft: (draft: PlanDraft) => void;
};
export type VariationStore = StoreApi<VariationState>;

const ONE_TAKE = { plan: undefined, count: 1 };

/** Variations of one form, kept on this device like its draft. What reads them is loaded with the first use. */
export function createVariationStore(modelId: string, fields: readonly Field[]) {
  const store: VariationStore = createStore<VariationState>()((set) => ({
    draft: undefined,
    read: ONE_TAKE,
    isOpen: false,
    setOpen: (isOpen) => set({ isOpen }),
    setDraft: (draft) => {
      set({ draft });
      save(modelId, draft);
      void readDraft();
    },
  }));
  const readDraft = async () => {
    const { readPlan } = await import("@/lib/variations/plan-draft");
    const { sizeOf } = await import("@/lib/variations/plan");
    const { draft } = store.getState();
    const read = draft ? readPlan(fields, draft) : ONE_TAKE;
    store.setState({ read: { ...read, count: read.plan ? sizeOf(read.plan) : 1 } });
  };
  const restore = () => {
    const draft = load(modelId);
    if (!draft || store.getState().draft) return;
    store.setState({ draft });
    void readDraft();
  };
  return { store, restore };
}

export function isVaried({ draft }: VariationState): boolean {
  return draft !== undefined && draft.kind !== "one";
}

function load(modelId: string): PlanDraft | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + modelId) ?? "null");
    return isDraft(stored) ? stored : undefined;
  } catch {
    // Storage may be switched off or written by an older version: one take is always possible.
    return undefined;
  }
}

function isDraft(value: unknown): value is PlanDraft {
  if (typeof value !== "object" || value === null) return false;
  const { kind, count, seeds, axes } = value as Partial<PlanDraft>;
  return typeof kind === "string" && typeof count === "number" && typeof seeds === "string" && Array.isArray(axes);
}

function save(modelId: string, draft: PlanDraft) {
  try {
    localStorage.setItem(PREFIX + modelId, JSON.stringify(draft));
  } catch {
    // The same as above.
  }
}
