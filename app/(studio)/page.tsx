import { StudioPage } from "@/app/_studio/studio-page";

export default function Page() {
  return <StudioPage />;
}
