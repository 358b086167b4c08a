import { passwordFormSchema } from "@/lib/api/access-contract";
import { readForm } from "@/lib/server/form-body";
import { apiHandler } from "@/lib/server/handler";
import { answerSignIn, answerSignOut } from "@/lib/server/sign-in-answers";

/** What the sign-in form sends; answers with the way on, as a form's answer does. */
export const POST = apiHandler(
  async ({ container, request }) => {
    const { password, next } = await readForm(request, passwordFormSchema);
    return answerSignIn(await container.access.signIn(password, request.headers), { request, next });
  },
  { need: "nothing" },
);

/** Ends the session of the browser that asks. */
export const DELETE = apiHandler(async ({ container, visitor }) => {
  if (visitor) await container.access.signOut(visitor);
  return answerSignOut();
});
