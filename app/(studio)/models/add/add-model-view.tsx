"use client";
import { useRouter } from "next/navigation";
import { FormPreview } from "@/components/composer/form-preview";
import { AddModel } from "@/components/models/add/add-model";
import { modelPath } from "@/lib/api/client";

/** Where adding a model and the form that it will have meet. */
export function AddModelView({ search }: { search: string }) {
  const router = useRouter();
  const goOn = (modelIds: readonly string[]) => {
    const [only, another] = modelIds;
    router.push(only !== undefined && another === undefined ? `/models/${modelPath(only)}` : "/models");
    router.refresh();
  };
  return (
    <AddModel search={search} onAdded={goOn} form={(model) => <FormPreview key={model.id} fields={model.fields} />} />
  );
}
