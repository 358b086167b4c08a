"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { WireLineageJob } from "@/lib/api/lineage-contract";
import type { LineageNode } from "@/lib/lineage/tree";
import { LineageTake } from "./lineage-take";
import { useLinkWords } from "./link-words";

type Direction = "older" | "newer";

/** Takes on one side of another one, each with how it is tied to that one, and below it those on its own far side. */
export function LineageBranch({
  nodes,
  direction,
  label,
}: {
  nodes: readonly LineageNode[];
  direction: Direction;
  /** Of the first list; those below it belong to their take. */
  label?: string;
}) {
  return (
    <ul
      aria-label={label}
      className={label ? "flex flex-col gap-2" : "ml-3 flex flex-col gap-2 border-line border-l pl-3"}
    >
      {nodes.map((node) => (
        <li key={node.job.id} className="flex min-w-0 flex-col gap-1">
          <Relation node={node} direction={direction} />
          <LineageTake job={node.job} />
          <GroupNote node={node} />
          {node.children.length > 0 ? <LineageBranch nodes={node.children} direction={direction} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Relation({ node, direction }: { node: LineageNode; direction: Direction }) {
  const t = useTranslations("lineage");
  const words = useLinkWords(direction);
  const said = [...new Set(node.links.map(words)), ...(node.repeated ? [t("repeated")] : [])];
  return <p className="px-1 text-quiet text-xs">{said.join(" · ")}</p>;
}

function GroupNote({ node: { job, links } }: { node: LineageNode }) {
  return <GroupPlace job={job} others={Math.max(0, ...links.map((link) => link.others ?? 0))} />;
}

/** The place of a take among its variations, and the way to all of them. */
export function GroupPlace({ job, others = 0 }: { job: WireLineageJob; others?: number }) {
  const t = useTranslations("lineage");
  if (!job.group) return null;
  const { id, place, count } = job.group;
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-1 text-quiet text-xs">
      {t("variation", { place: place + 1, count })}
      {others > 0 ? <span>{t("others", { count: others })}</span> : null}
      <Link href={`/?group=${encodeURIComponent(id)}`} className="inline-flex min-h-8 items-center underline">
        {t("toGroup", { count })}
      </Link>
    </p>
  );
}
