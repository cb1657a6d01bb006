import type { EverydayKind } from "./everyday-kind.ts";
import { LOGS } from "./everyday-logs.ts";
import { PROPERTY_CRIMES } from "./everyday-property.ts";
import { PERSON_CRIMES } from "./everyday-violence.ts";

/** Everyday recorded crime and logs. */
export const EVERYDAY: readonly EverydayKind[] = [...PERSON_CRIMES, ...PROPERTY_CRIMES, ...LOGS];

/** Things that are stolen or broken. */
export const ITEMS: readonly string[] =
  "a laptop;jewellery;cash;power tools;a handbag;a mobile phone;a games console;a push bike;a sat nav;a watch;fishing tackle;a television;copper pipe;a bank card;golf clubs;a leaf blower;medication;a passport;a wallet;number plates".split(
    ";",
  );
