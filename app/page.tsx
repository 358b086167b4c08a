import { StudioPage } from "./_studio/studio-page";

export default function Page() {
  return <StudioPage />;
}
