/** Which takes of a list are selected. Pure; `order` is always the list as it is shown. */
export type Selection = {
  ids: ReadonlySet<string>;
  /** Where a range starts: what was toggled last. */
  anchor: string | undefined;
  /** What was selected apart from the range that is being drawn, so that the range can shrink again. */
  apart: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();
export const NOTHING: Selection = { ids: NONE, anchor: undefined, apart: NONE };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, apart: next };
}

/** All from the anchor to `id` instead of the range that was drawn from it before; from the first one where there is no anchor. */
export function extended(selection: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id);
  if (to < 0) return selection;
  const anchored = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const from = anchored < 0 ? 0 : anchored;
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: new Set([...selection.apart, ...range]), anchor: order[from] };
}

/** Exactly these; the next range starts at the first of them. */
export function only(ids: Iterable<string>): Selection {
  const chosen = new Set(ids);
  const [anchor] = chosen;
  return { ids: chosen, anchor, apart: chosen };
}

/** Without what is not listed (any more): what nobody sees is not acted on. */
export function restricted(selection: Selection, listed: ReadonlySet<string>): Selection {
  const { ids, anchor, apart } = selection;
  const isWhole = [...ids, ...apart].every((id) => listed.has(id)) && (anchor === undefined || listed.has(anchor));
  if (isWhole) return selection;
  const kept = (all: ReadonlySet<string>) => new Set([...all].filter((id) => listed.has(id)));
  return {
    ids: kept(ids),
    anchor: anchor !== undefined && listed.has(anchor) ? anchor : undefined,
    apart: kept(apart),
  };
}
