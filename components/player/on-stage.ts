/** Icon buttons over the stage, which is dark in both themes. */
export const ON_STAGE = "text-white/80! hover:bg-white/15! hover:text-white!";
