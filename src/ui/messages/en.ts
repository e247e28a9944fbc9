/** Every sentence of the first view in English; its shape is what each other language must fill. detailsEn.ts has the rest. */
export const en = {
  // Opening and closing
  reconstruction: "Reconstruction",
  play: "Play",
  playDuration: (time: string) => `Play · ${time}`,
  stepThrough: "Step through",
  playAgain: "Play again",
  aboutThis: "About this reconstruction",
  openingParts: ["What this is", "What it is made from", "How sure it is", "What is not shown"],
  whatFollowed: "What followed",
  readAsText: "Read it all as text",

  // Player
  player: "Player",
  pause: "Pause",
  previousSegment: "Previous segment",
  nextSegment: "Next segment",
  previousMoment: "Previous moment",
  nextMoment: "Next moment",
  previousFrame: "One frame back",
  nextFrame: "One frame on",
  speed: "Speed",
  speedValue: (rate: number) => `${rate}×`,
  pacing: "Pacing",
  condensed: "Condensed",
  realTime: "Real time",
  moreControls: "More controls",
  fewerControls: "Fewer controls",
  rangeText: (a: string, b: string) => `${a} to ${b}`,
  fullscreen: "Full screen",
  skipping: (event: string, play: string) => `${event} in ${play}`,
  faster: (factor: string) => `${factor}× faster`,
  slowMotion: (factor: string) => `Slow motion, ${factor} speed`,
  atRealSpeed: "Real speed",

  // Timeline and clock
  timeline: "Timeline",
  positionText: (time: string, segment: string) => `${time}, ${segment}`,
  filmSection: (n: number) => `Film, section ${n}`,
  notFilmed: "Not filmed",
  noCamera: "No camera shows this",
  seenBy: (cameras: string) => `On camera ${cameras}`,
  film: "Film",
  cameraNamed: (letter: string, name: string) => `Camera ${letter}: ${name}`,
  coverage: "What was filmed",
  clockZone: "Clock",
  elapsed: "Elapsed",
  secondsEstimated: "seconds estimated",
  secondsNote:
    "The sources give minutes. Seconds are worked out from the length of the film's sections and other stated figures.",

  // Story
  story: "Story",
  stepOf: (n: number, count: number) => `Step ${n} of ${count}`,
  rangeOfTime: (from: string, to: string) => `${from}–${to}`,
  /** Beside the time itself. */
  timeBasisShort: { stated: "time from a source", derived: "time worked out", estimated: "time estimated" },
  /** Of a time from a source whose margin is not. */
  marginWorkedOut: "time from a source; margin worked out",
  evidence: { filmed: "Filmed", reported: "Reported", inferred: "Inferred", assumed: "Assumed" },
  sources: (n: number) => (n === 1 ? "1 source" : `${n} sources`),
  allSteps: "All steps",

  // Crossings
  crossings: "Crossings",
  crossingNumber: (numbers: string) => (numbers.length > 2 ? `Crossings ${numbers}` : `Crossing ${numbers}`),
  crossingLines: {
    cross: (who: string, boundary: string) => `${who} crosses the ${boundary}`,
    touch: (who: string, boundary: string) => `${who} reaches the ${boundary} and does not cross`,
    along: (who: string, boundary: string) => `${who} moves along the ${boundary}`,
    enter: (who: string, boundary: string) => `${who} comes in over the ${boundary}`,
    exit: (who: string, boundary: string) => `${who} goes out over the ${boundary}`,
    /** Its name says what was fired over which line. */
    fire: (who: string, _boundary: string) => who,
  },
  directionText: (from: string, to: string) => `${from} → ${to}`,
  side: { north: "north", south: "south", inside: "inside", outside: "outside", on: "on the line" } as Record<
    string,
    string
  >,

  // Evidence
  evidenceTab: "Evidence",
  method: "How this was made",

  // Settings, help, links
  settings: "Settings",
  export: "Export pictures",
  close: "Close",
  menu: "Menu",
  copyLink: "Copy link to this moment",
  linkCopied: "Link copied",
  linkShown: "Copy this link",
  backToStory: "Back to the story's view",
  help: "Help and keys",
  keyMap: "On the map: move with the arrow keys, + and − to zoom",

  // Speech
  announceStep: (title: string, time: string) => `${title}, ${time}`,
  announceSegment: (title: string, time: string) => `${title}, ${time}`,
  announceCrossing: (n: number, line: string, direction: string, time: string) =>
    `Crossing ${n}: ${line}, ${direction}, ${time}`,
  announceStepCrossing: (step: string, numbers: string, direction: string) =>
    `${step}; ${numbers.length > 2 ? "crossings" : "crossing"} ${numbers}, ${direction}`,
  pausedWhileHidden: "Paused while this page was out of sight.",
  hintWheel: "Hold Ctrl or ⌘ while you scroll to zoom the map",
  hintTouch: "Use two fingers to move the map",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  onTheMap: "What is on the map",
  mapAttribution: "© OpenStreetMap contributors (ODbL)",
  insetAttribution: "Inset: Natural Earth",
  mapLabel: "Map of the reconstruction",
  panelLabel: "Details",

  // Faults
  faultTitle: "This replay cannot be shown",
  faultIntro: (n: number) => (n === 1 ? "There is a fault in its data." : `There are ${n} faults in its data.`),
  faultMissing: (n: number) =>
    n === 1 ? "A file of its data did not arrive." : `${n} files of its data did not arrive.`,
  faultStatus: (status: string) => `The server answered ${status}.`,
  faultNoAnswer: "No answer came: there is no connection, or it was broken off.",
  faultFound: "Found",
  faultAllowed: "allowed",
  faultMore: (n: number) => `and ${n} more`,
  faultLoad: "Load another scenario file",
  faultLoadFile: (name: string) => `Load ${name} from this device`,
  faultHint: "A scenario is a JSON file, the map GeoJSON. What you load stays on this device.",
  faultTryAgain: "Try again",
  faultNotLoaded: (name: string) => `A part of the page did not load: ${name}. Check the connection and try again.`,

  // Units
  metres: (n: string) => `${n} m`,
  seconds: (n: string) => `${n} s`,
  minutes: (n: string) => `${n} min`,
  minutesSeconds: (m: string, s: string) => `${m} min ${s} s`,
  date: (year: number, month: number, day: number) =>
    `${day} ${["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1]} ${year}`,
};

export type Messages = typeof en;
