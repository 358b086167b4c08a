import { existsSync } from "node:fs";
import { galleryLines } from "./bench/gallery";
import { table } from "./bench/report";

console.log(`\n${table(await galleryLines({ isBuilt: existsSync(".next/BUILD_ID") }))}\n`);
