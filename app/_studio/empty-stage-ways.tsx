"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { focusControl } from "@/components/composer/focus-field";
import { Button, buttonClass } from "@/components/ui/button";
import { modelPath } from "@/lib/api/client";
import type { WireModel } from "@/lib/api/contract";
import type { ExampleTake } from "@/lib/models/example-take";
import { handOver } from "./reuse";

/** Three ways to a first take: the example's settings, a prompt of one's own, another model. */
export function EmptyStageWays(props: { take: ExampleTake; model: WireModel; onCompose: () => void }) {
  const { take, model, onCompose } = props;
  const t = useTranslations("first");
  const router = useRouter();

  const fill = () => {
    const isOther = take.modelId !== model.id;
    const leftModelId = isOther ? model.id : undefined;
    handOver({ modelId: take.modelId, input: take.input, reason: "exampleLoaded", leftModelId });
    onCompose();
    if (isOther) router.push(`/models/${modelPath(take.modelId)}`);
  };
  const write = () => {
    onCompose();
    focusForm(model);
  };
  return (
    <section aria-labelledby="ways" className="flex flex-col gap-3">
      <h2 id="ways" className="font-medium text-base">
        {t("ways")}
      </h2>
      <ol className="flex flex-col gap-3">
        <Way text={t("fillText")}>
          <Button onClick={fill}>{t("fill")}</Button>
        </Way>
        <Way text={t("writeText", { model: model.name })}>
          <Button onClick={write}>{t("write")}</Button>
        </Way>
        <Way text={t("otherText")}>
          <Link href="/models" className={buttonClass("plain")}>
            {t("list")}
          </Link>
          <Link href="/models/add" className={buttonClass("plain")}>
            {t("add")}
          </Link>
        </Way>
      </ol>
    </section>
  );
}

function Way({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-x-4 gap-y-1 border-line border-t pt-3 sm:flex-row sm:items-center">
      <span className="flex shrink-0 flex-wrap gap-2 sm:min-w-56">{children}</span>
      <span className="text-pretty text-quiet text-sm">{text}</span>
    </li>
  );
}

/** The prompt; the first field where a model has none, and the editor where the form is shown as JSON. */
function focusForm({ fields }: WireModel) {
  const field = fields.find(({ kind }) => kind === "prompt") ?? fields[0];
  const editor = document.querySelector<HTMLElement>("form .cm-content");
  if (editor) requestAnimationFrame(() => editor.focus());
  else if (field) focusControl(field.name);
}
