"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { followed } from "@/components/jobs/followed";
import { LiveAnnouncer } from "@/components/jobs/live-announcer";
import { takeIn } from "@/components/jobs/take-in";
import { isOn } from "@/components/watch/device-setting";
import { EndMessage } from "@/components/watch/end-message";
import { notify } from "@/components/watch/notification";
import { TabMarks } from "@/components/watch/tab-marks";
import { playTone } from "@/components/watch/tone";
import { hasNews, pathOf, summaryOf, type Unseen } from "@/components/watch/unseen";
import { useWatch } from "@/components/watch/use-watch";
import { useWords } from "@/components/watch/use-words";
import { showHere } from "./show-here";

/** Follows all takes and tells of their ends: in every list, in the title and icon of the tab, and to the person. */
export function StudioWatch() {
  const t = useTranslations("app");
  const client = useQueryClient();
  const router = useRouter();
  const words = useWords();
  const [isSoundBlocked, setSoundBlocked] = useState(false);
  const makeHeard = async (ended: Unseen) => {
    if (document.visibilityState === "hidden" && isOn("notify")) {
      notify({ title: t("name"), text: words(ended), tag: pathOf(ended), onClick: () => goTo(ended) });
    }
    if (isOn("sound")) setSoundBlocked(!(await playTone()));
  };
  const { news, inView, unseen, dismiss } = useWatch({
    onFollow,
    onStart: (lookNow) => followed.setState({ lookNow }),
    onNews: ({ active, ended }) => takeIn(client, [...active, ...ended]),
    onStale: (isStale) => followed.setState({ isStale }),
    onEnded: (ended) => {
      const told = ended.filter(hasNews);
      if (told.length > 0) void makeHeard(told);
    },
  });
  const goTo = (ended: Unseen) => {
    if (!show(ended)) router.push(pathOf(ended));
    dismiss(ended);
  };
  return (
    <>
      <TabMarks active={news.active} unseen={unseen} />
      <LiveAnnouncer jobs={inView} />
      <EndMessage
        unseen={unseen}
        isSoundBlocked={isSoundBlocked}
        onDismiss={() => dismiss(unseen)}
        onShow={() => show(unseen)}
      />
    </>
  );
}

/** Whether the page could show them by itself. */
function show(ended: Unseen): boolean {
  const studio = showHere();
  const [first] = ended;
  const { groupId } = summaryOf(ended);
  if (!studio || !first || (ended.length > 1 && groupId === undefined)) return false;
  if (ended.length > 1 && groupId !== undefined) studio.group(groupId);
  else studio.take(first.id);
  return true;
}

function onFollow(follow: (ids: readonly string[]) => void): () => void {
  const say = () => follow([...new Set(followed.getState().followers.flatMap(({ ids }) => ids))]);
  say();
  return followed.subscribe(say);
}
