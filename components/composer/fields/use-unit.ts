"use client";
import { useTranslations } from "use-intl";
import type { FieldRole } from "@/lib/schema/field";

/** The unit that a number of this role counts in, in short. `fps` and `px` are the same everywhere. */
export function useUnit(role: FieldRole | undefined): string | undefined {
  const t = useTranslations("fields");
  if (role === "seconds") return t("secondsUnit");
  if (role === "frameRate") return "fps";
  return role === "width" || role === "height" ? "px" : undefined;
}
