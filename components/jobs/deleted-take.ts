import { createStore } from "zustand/vanilla";

/** The take that was put into the trash last, while its message is shown. */
export const deletedTake = createStore<{ id: string | undefined }>()(() => ({ id: undefined }));
