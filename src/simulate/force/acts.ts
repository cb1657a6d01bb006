/**
 * What somebody does in a course of conduct: the examples of section 2A(3) of the Protection from Harassment Act 1997, and their kin.
 * `assault` is no example of the Act; a course may end in it.
 */
export type Act =
  | "following"
  | "contacting"
  | "publishing"
  | "monitoring"
  | "loitering"
  | "interfering"
  | "watching"
  | "threats"
  | "gifts"
  | "third-parties"
  | "breach"
  | "posing"
  | "assault";

/** Ways to tell each act: `{S}` he, `{O}` him; `{N}` she, `{V}` her, `{P}` her own; `[a|b]` is a choice. */
export const TELLINGS: Readonly<Record<Act, readonly string[]>> = {
  following: [
    "{S} followed {V} [from work|from the school gates|round the supermarket|to the bus stop]",
    "{S} drove behind {V} all the way [home|to {P} sister's|along the bypass]",
    "when {N} left the gym {S} was [walking behind|a few steps behind] and kept pace until {N} [went into a shop|got into a taxi]",
    "{S} got on the same [train|bus] as {V} for the [third|second] time this week",
    "{P} car was tailed by {O} [for two miles|as far as the roundabout]",
    "{S} has turned up wherever {N} went, [at the cinema|at the dentist|on a night out], and trailed {V} back",
  ],
  contacting: [
    "{S} sent {V} [43 texts|over 100 messages|dozens of WhatsApps] [overnight|in one day|since Friday] after being told to stop",
    "{S} keeps ringing {V} from [withheld numbers|different numbers], [20 missed calls|silent calls] [this evening|at work]",
    "{N} got [another|a six page] [letter|e-mail] from {O} [begging to talk|going over the same things]",
    "{S} made a new account to message {V} after [being blocked|the last one was blocked]",
    "voicemails left by {O} through the night, [crying|shouting|refusing to give up]",
    "{S} is still messaging {V} every day even though {N} [never answered|asked for no contact]",
  ],
  publishing: [
    "{S} put up posts about {V} on [Facebook|Instagram] with [{P} photo and address|lies about {V}]",
    "{S} has shared private pictures of {V} [in a group|with {P} colleagues]",
    "{S} [set up a page|wrote a post] calling {V} [a liar|names] for everyone to see",
    "leaflets with {P} picture and number were left [on cars|in the pub] by {O}",
  ],
  monitoring: [
    "{S} [logged into|got into] {P} [e-mail|Facebook|iCloud] and knew [what {N} had written|who {N} had seen]",
    "a tracker was found under {P} car and {N} told officers {S} put it there",
    "{S} quoted {P} private messages back and must have been reading {P} phone",
    "{S} knew where {N} had been [each night|at the weekend], {P} phone location was switched on by {O}",
    "{S} checked when {N} was online and asked who {N} was talking to at [2am|midnight]",
  ],
  loitering: [
    "{S} was hanging around outside {P} [work|house|college] [again|for over an hour]",
    "{S} sat in a car at the end of {P} road [until past midnight|three evenings running]",
    "{S} was stood by the [gate|bus shelter|lamp post] opposite {P} [flat|home], with no reason to be there",
    "staff saw {S} waiting in the car park for {V} to finish [a shift|work]",
  ],
  interfering: [
    "{P} tyres were [slashed|let down] [again|overnight] and {N} told police it was {O}",
    "{S} [poured paint over|keyed|put a brick through the window of] {P} car",
    "{S} smashed {P} [front window|door glass|kitchen window] and [ran off|shouted from the street]",
    "{P} bins were tipped over the drive and the [gate taken off|plants pulled up], {S} was seen leaving",
    "the lock on {P} door was filled with glue, {N} had seen {O} there",
  ],
  watching: [
    "{S} was [looking through|peering in at] {P} [kitchen|bedroom] window",
    "{S} has been seen watching {P} house from [the field behind|a parked van|across the street]",
    "{N} saw {O} [taking photos of the house|with binoculars], staring up at {P} window",
    "{S} described what {N} was wearing indoors, so must have been watching",
  ],
  threats: [
    "{S} said [if I can't have you nobody will|you will be sorry|I know where you sleep]",
    "{S} threatened to [kill {V}|burn {P} house down|slash {P} face|hurt {P} dog]",
    "{S} told {V} that {P} [new boyfriend|mum|brother] would [get hurt|be found in a ditch]",
    "{N} had a message from {O}: [watch your back|tick tock|I will finish you]",
  ],
  gifts: [
    "{S} left [flowers|chocolates|a ring|underwear] on {P} [doorstep|car bonnet|desk] though {N} [wanted nothing|had sent earlier ones back]",
    "[parcels|a teddy bear|a bouquet] kept being delivered to {V} from {O}, unwanted",
    "{S} sent {V} a [cake|card with money in it] at work, the fourth present this month",
  ],
  "third-parties": [
    "{S} went to {P} [mother's house|place of work] asking where {N} was",
    "{S} has been messaging {P} [friends|sister|new partner|boss] about {V}",
    "{S} sent {P} [brother|best friend] to tell {V} to pick up the phone",
    "{S} rang {P} manager [to get {V} sacked|pretending concern]",
  ],
  breach: [
    "{S} came to {P} street although the order says [100 metres|not to enter it]",
    "{S} phoned {V} in breach of [the order|bail conditions]",
    "despite the order not to contact {V}, {S} [sent a text|left a note|turned up]",
  ],
  posing: [
    "{S} opened [dating profiles|an account] in {P} name and men have been turning up",
    "{S} [cancelled {P} electric|ordered taxis and pizzas to the house] pretending to be {V}",
    "{S} rang {P} [bank|GP] claiming to be {V}",
  ],
  assault: [
    "{S} grabbed {V} by the [arm|hair|throat] [outside the house|in the car park]",
    "{S} pushed {V} against [the wall|a car] and [would not let {V} go|took {P} phone]",
    "{S} [punched|slapped] {V} when {N} told {O} to leave",
  ],
};

/** Ways to tell what a course ended in. */
export const ENDINGS: readonly string[] = [
  "{S} forced the door and [attacked {V} with a knife|beat {V} unconscious], neighbours called 999",
  "{N} was [stabbed|run down|strangled] by {O} [outside work|at home|on the way home], life threatening injuries",
  "{S} waited for {V} and [struck {V} with a hammer|set fire to the hallway while {N} slept]",
];
