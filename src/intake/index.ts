export { type BatchReport, ingest, type IngestReport, type IngestRequest } from "./ingest.ts";
export { type Field, type Profile, type Unpivot } from "./profile.ts";
export { PROFILES } from "./profiles/index.ts";
