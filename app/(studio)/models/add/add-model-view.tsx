"use client";
import { useRouter } from "next/navigation";
import { FormPreview } from "@/components/composer/form-preview";
import { AddModel } from "@/components/models/add/add-model";
import { modelPath } from "@/lib/api/client";

/** Where adding a model and the form that it will have meet. */
export function AddModelView() {
  const router = useRouter();
  const open = (modelId: string) => {
    router.push(`/models/${modelPath(modelId)}`);
    router.refresh();
  };
  return <AddModel onAdded={open} form={(model) => <FormPreview key={model.id} fields={model.fields} />} />;
}
