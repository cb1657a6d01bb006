export { createApp, listen } from "./app.ts";
export { type Services, servicesOf } from "./services/services.ts";
