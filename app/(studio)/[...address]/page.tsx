import { notFound } from "next/navigation";

/** An address that nothing else answers, so that it is refused inside of the studio's frame. */
export default function Page() {
  notFound();
}
