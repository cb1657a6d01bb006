export { ingest, type IngestReport, type IngestRequest } from "./ingest.ts";
export { type Field, type Profile, type Unpivot } from "./profile.ts";
export { PROFILES } from "./profiles/index.ts";
export { type BatchReport } from "./ingest-sheet.ts";
export { FORCE_PROFILES } from "./force/index.ts";
