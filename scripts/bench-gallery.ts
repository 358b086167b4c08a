import { galleryLines } from "./bench/gallery";
import { table } from "./bench/report";

console.log(`\n${table(await galleryLines())}\n`);
