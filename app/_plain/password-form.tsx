import { buttonClass } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { Translator } from "@/lib/i18n/translator";

/** How the last try was answered, as the address of the page says it. */
export type Answer = { wrong?: string; wait?: string };

const LONGEST_WAIT_S = 3_600;
const SAID_IN_SECONDS = 90;

/** A plain form: it works without scripts. */
export function PasswordForm(props: {
  action: string;
  title: string;
  text: string;
  enter: string;
  /** What a password manager makes of the field. */
  autoComplete: "off" | "current-password";
  /** What is sent along. */
  hidden?: Record<string, string>;
  answer: Answer;
  t: Translator;
}) {
  const { t } = props;
  const problem = problemOf(props.answer, t);
  return (
    <main className="flex grow flex-col items-center justify-center p-6">
      <form action={props.action} method="post" className="flex w-full max-w-80 flex-col gap-3">
        <h1 className="font-semibold text-xl">{props.title}</h1>
        <p className="text-quiet">{props.text}</p>
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="password" className="font-medium text-sm">
          {t("shares.password")}
        </label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete={props.autoComplete}
          required
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem && "password-problem"}
          className={`${CONTROL_CLASS} min-h-11`}
        />
        {problem ? (
          <p id="password-problem" role="alert" className="text-failed text-sm">
            {problem}
          </p>
        ) : null}
        <button type="submit" className={buttonClass("primary", "min-h-11")}>
          {props.enter}
        </button>
      </form>
    </main>
  );
}

function problemOf({ wrong, wait }: Answer, t: Translator): string | undefined {
  if (wrong !== undefined) return t("shares.wrong");
  const seconds = Math.min(Number(wait), LONGEST_WAIT_S);
  if (!(seconds > 0)) return undefined;
  if (seconds < SAID_IN_SECONDS) return t("shares.wait", { seconds: Math.ceil(seconds) });
  return t("shares.waitMinutes", { minutes: Math.ceil(seconds / 60) });
}
