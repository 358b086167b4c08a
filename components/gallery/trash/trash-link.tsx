"use client";
import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { galleryApi } from "@/lib/api/gallery-client";

/** The way to the trash, with how many takes are in it. */
export function TrashLink() {
  const t = useTranslations("trash");
  const { data: count = 0 } = useQuery({
    queryKey: ["trash", "count"],
    queryFn: async () => (await galleryApi.listTrash({ limit: 1 })).total,
    refetchOnMount: "always",
  });
  return (
    <Link href="/gallery/trash" prefetch={false} className={buttonClass("quiet", "ml-auto")}>
      <Trash2 size={16} aria-hidden />
      {t("link", { count })}
    </Link>
  );
}
