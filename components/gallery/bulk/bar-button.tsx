import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Only the icon where the bar is narrow. */
const NARROW = "max-lg:min-w-8 max-lg:px-0! [@media(pointer:coarse)]:max-lg:min-w-[44px]";
export const BAR_MENU =
  "w-auto! min-w-8 gap-1.5 border border-line bg-raised text-sm text-text! hover:border-edge lg:px-3 [@media(pointer:coarse)]:min-w-[44px]";

/** A command of the bar; `refusal` says why it cannot be given now. */
export function BarButton({
  label,
  icon,
  refusal,
  className,
  ...rest
}: Omit<ComponentProps<"button">, "children"> & { label: string; icon: ReactNode; refusal?: string | undefined }) {
  return (
    <Button
      {...rest}
      title={refusal ?? label}
      aria-label={refusal ? `${label}: ${refusal}` : label}
      aria-disabled={refusal !== undefined || rest["aria-disabled"] || undefined}
      className={clsx(NARROW, refusal && "opacity-50", className)}
    >
      {icon}
      <span className="max-lg:hidden">{label}</span>
    </Button>
  );
}
