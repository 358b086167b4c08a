import type { WireLineage, WireLineageJob, WireLineageLink } from "@/lib/api/lineage-contract";
import type { Direction } from "./ports";

/** A take on one side of another one, with everything that ties it to the one above it. */
export type LineageNode = {
  job: WireLineageJob;
  links: WireLineageLink[];
  /** Nearest first. */
  children: LineageNode[];
  /** It stands elsewhere in the tree, nearer to the take, with its children. */
  repeated: boolean;
};

/** One side of a take's lineage as a tree. A take that is met by several ways has its children where it is nearest. */
export function lineageTree({ jobs, links }: WireLineage, rootId: string, direction: Direction): LineageNode[] {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const seen = new Set([rootId]);
  const [nearEnd, farEnd] = direction === "older" ? (["to", "from"] as const) : (["from", "to"] as const);

  const nodesAt = (id: string): LineageNode[] => {
    const tied = links.filter((link) => link[nearEnd] === id);
    return [...new Set(tied.map((link) => link[farEnd]))].flatMap((farId) => {
      const job = byId.get(farId);
      if (!job) return [];
      const repeated = seen.has(farId);
      seen.add(farId);
      return [{ job, links: tied.filter((link) => link[farEnd] === farId), children: [], repeated }];
    });
  };
  const roots = nodesAt(rootId);
  for (let level = roots; level.length > 0; level = level.flatMap(({ children }) => children)) {
    for (const node of level) if (!node.repeated) node.children = nodesAt(node.job.id);
  }
  return roots;
}
