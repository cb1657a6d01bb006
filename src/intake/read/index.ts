export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { loadRaw, type Loaded, type RawTable } from "./load-raw.ts";
export { readSheets } from "./read-sheets.ts";
export { firstRecords } from "./records.ts";
export { type LineFacts, type RawRecord, type Sheet, type UnreadableRecord } from "./sheet.ts";
