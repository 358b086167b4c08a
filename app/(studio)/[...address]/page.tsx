import { notFound } from "next/navigation";
import { openPage } from "@/lib/server/page";

/** An address that nothing else answers, so that it is refused inside of the studio's frame. */
export default async function Page() {
  await openPage();
  notFound();
}
