"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";

type SettingsPart = { id: string; title: string };

/** All settings, one below the other, and a list to jump to a part: beside them, or above them on a narrow screen. */
export function SettingsDialog(props: {
  /** As the headings of `children` have them: `#<id>-title`. */
  parts: readonly SettingsPart[];
  /** Leads to the commands: a phone's header has no room for them. */
  commands: ReactNode;
  children: ReactNode;
  onClose: () => void;
}) {
  const t = useTranslations();
  return (
    <Dialog title={t("settings.title")} closeLabel={t("composer.close")} onClose={props.onClose} wide>
      <div className="gap-8 text-sm md:grid md:grid-cols-[168px_minmax(0,1fr)]">
        <nav
          aria-label={t("settings.parts")}
          className="sticky -top-4 z-10 -mx-4 -mt-4 mb-4 overflow-x-auto border-line border-b bg-panel px-4 py-1 [scrollbar-width:none] md:top-0 md:m-0 md:self-start md:border-0 md:p-0"
        >
          <ul className="-ml-2 flex gap-1 md:-mt-1.5 md:flex-col">
            {props.parts.map(({ id, title }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => jumpToPart(id)}
                  className="min-h-8 w-full whitespace-nowrap rounded px-2 text-left text-quiet hover:bg-raised hover:text-text pointer-coarse:min-h-[44px]"
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">
          <div className="mb-5 flex flex-col sm:hidden">{props.commands}</div>
          <div className="flex flex-col gap-6 [&_h3]:scroll-mt-14 md:[&_h3]:scroll-mt-4">{props.children}</div>
        </div>
      </div>
    </Dialog>
  );
}

/** The heading takes the focus, so that the keyboard and screen readers go on from there. */
export function jumpToPart(id: string) {
  const heading = document.getElementById(`${id}-title`);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}
