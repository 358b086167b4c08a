"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";

const KEYS = [
  ["Ctrl / ⌘ + Enter", "generate"],
  ["Alt + Enter", "preview"],
  ["/", "prompt"],
  ["[ ]", "choose"],
  ["Space", "playPause"],
  ["J", "backwards"],
  ["K", "stop"],
  ["L", "forwards"],
  ["← ,", "frameBack"],
  ["→ .", "frameForward"],
  ["Shift + ← →", "tenFrames"],
  ["Home End", "start"],
  ["I O", "points"],
  ["M", "mute"],
  ["F", "fullscreen"],
  ["T", "details"],
  ["N", "news"],
  ["Ctrl / ⌘ + K", "palette"],
  ["?", "help"],
] as const;

const COMPARE_KEYS = [
  ["Space", "keysPlay"],
  ["← ,", "keysBack"],
  ["→ .", "keysForward"],
  ["1 – 6", "keysSides"],
  ["M", "keysMode"],
  ["B", "keysBlind"],
  ["W", "keysWinner"],
  ["+ −", "keysZoom"],
] as const;

const GALLERY_KEYS = [
  ["/", "searchTakes"],
  ["← ↑ → ↓", "goTakes"],
  ["Page ↑ ↓", "screenTakes"],
  ["Home End", "endTakes"],
  ["Enter", "openTake"],
  ["X / Space", "toggleTake"],
  ["Shift + X ← ↑ → ↓", "extendTakes"],
  ["Ctrl / ⌘ + A", "allTakes"],
  ["Esc", "noTakes"],
  ["F", "favouriteTakes"],
  ["C", "compareTakes"],
  ["D / Delete", "deleteTakes"],
] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const path = usePathname();
  const isOn = (page: string) => path === page || path.startsWith(`${page}/`);
  // Those of the page that is open come first.
  const groups = [
    {
      group: <Keys key="studio" title={t("nav.studio")} keys={KEYS} say={(what) => t(`keys.${what}`)} />,
      isHere: false,
    },
    {
      group: <Keys key="gallery" title={t("nav.gallery")} keys={GALLERY_KEYS} say={(what) => t(`keys.${what}`)} />,
      isHere: isOn("/gallery"),
    },
    {
      group: <Keys key="compare" title={t("compare.title")} keys={COMPARE_KEYS} say={(what) => t(`compare.${what}`)} />,
      isHere: isOn("/compare"),
    },
  ];
  return (
    <Dialog title={t("keys.title")} closeLabel={t("composer.close")} onClose={onClose} wide readOnly>
      <div className="gap-x-10 md:columns-2">
        {groups.sort((a, b) => Number(b.isHere) - Number(a.isHere)).map(({ group }) => group)}
      </div>
    </Dialog>
  );
}

function Keys<What extends string>(props: {
  title: string;
  keys: readonly (readonly [string, What])[];
  say: (what: What) => string;
}) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-2 font-medium text-sm">{props.title}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {props.keys.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt className="num whitespace-nowrap text-quiet">{keys}</dt>
            <dd>{props.say(what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
