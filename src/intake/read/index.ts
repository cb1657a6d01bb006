export { type Limits } from "./limits.ts";
export { loadRaw } from "./load-raw.ts";
export { readSheets } from "./read-sheets.ts";
export { firstRecords } from "./records.ts";
export { type RawRecord, type Sheet, type UnreadableRecord } from "./sheet.ts";
