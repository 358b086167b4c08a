import type { Migration } from "@/lib/db/migrate";
import { initial } from "./001-initial";
import { groups } from "./002-groups";
import { library } from "./003-library";
import { shares } from "./004-shares";
import { gallery } from "./005-gallery";
import { sprites } from "./006-sprites";
import { lineage } from "./007-lineage";
import { access } from "./008-access";
import { spending } from "./009-spending";
import { limits } from "./010-limits";
import { sessionWords } from "./011-session-words";
import { models } from "./012-models";
import { ledger } from "./013-ledger";

/** In order. One that was ever released is never edited or removed: a change is a new one at the end. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  groups,
  library,
  shares,
  gallery,
  sprites,
  lineage,
  access,
  spending,
  limits,
  sessionWords,
  models,
  ledger,
];
