"use client";
import { useQueryClient } from "@tanstack/react-query";
import { TrashPage } from "@/components/gallery/trash/trash-page";
import { resetGallery } from "../gallery-query";

/** The trash, whose takes come back into the gallery's lists. */
export function Trash() {
  const client = useQueryClient();
  return <TrashPage onRestored={() => resetGallery(client)} />;
}
