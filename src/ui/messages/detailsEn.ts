/** What is loaded on use, in English: the tray, the lists of crossings and of marks, the evidence, the dialogs. */
export const detailsEn = {
  // Tray of the player
  loop: "Loop",
  loopOff: "Off",
  loopSegment: "This segment",
  setA: "Set A here",
  setB: "Set B here",
  setBElsewhere: "B is where A is: go on, then set B",
  presenter: "Stop at each moment",
  captions: "Captions",

  // Timeline and clock
  coverageSummary: (filmed: string, total: string) => `${filmed} of ${total} were filmed`,
  about: (time: string) => `c. ${time}`,

  // Story
  window: (from: string, to: string) => `between ${from} and ${to}`,
  timeBasis: { stated: "time from a source", derived: "time worked out", estimated: "time estimated" },
  evidenceMeaning: {
    filmed: "Seen in the released film.",
    reported: "Stated by a source, not seen in the film.",
    inferred: "Worked out from figures that sources state.",
    assumed: "Filled in by us so that the movement is whole.",
  },

  // Crossings
  nobodyFrom: (side: string, boundary: string) =>
    `Nobody from the ${side}ern side crosses the ${boundary} in this reconstruction.`,
  withAboard: (names: string) => `with ${names}`,
  when: "When",
  where: "Where",
  direction: "Direction",
  depth: "Depth beyond",
  timeBeyond: "Time beyond",
  notBack: "did not come back",
  depthAbout: (depth: string, error: string) => `about ${depth} ± ${error}`,
  depthUpTo: (depth: string, error: string, time: string) => `up to ${depth} ± ${error}, reached at ${time}`,
  secondsAbout: (time: string) => `about ${time}, estimated`,
  timeOfStep: (time: string, step: string) => `${time} (“${step}”)`,
  accounts: (values: string) => `Sources: ${values}`,
  until: "Until",
  evidenceLabel: "Evidence",
  verdict: "Verdict",
  verdicts: {
    certain: "Certain within the stated errors",
    "cannot tell": "Cannot tell: the stated errors reach the line",
  },
  statementKinds: { violation: "Named a violation", consistent: "Found consistent", claimed: "Claimed" },
  statementNote: "A crossing by itself is not a violation. Statements below say who called what a violation.",
  statedBy: (who: string, date: string) => `${who}, ${date}`,
  rule: "Rule",
  approaches: "Too close to tell",
  approachText: (who: string, boundary: string, distance: string, error: string) =>
    `${who} comes within ${distance} of the ${boundary}; the stated error is ${error}.`,

  // Evidence
  howToRead: "How to read the lines",
  cameras: "The film and its cameras",
  cameraKinds: { cctv: "CCTV", thermal: "Thermal imager" },
  filmTime: (from: string, to: string) => `${from} to ${to} in the film`,
  claims: "Where sources differ",
  used: "Used here",
  statements: "What was said about it",
  accuracy: "Accuracy of the map",
  accuracyIntro: "Each feature of the map carries its source and its error.",
  feature: "Feature",
  basis: { published: "published", estimated: "estimated" },
  errorMetres: (metres: string) => `± ${metres}`,
  sourcesList: "Sources",
  sourceKinds: {
    official: "Official",
    press: "Press",
    testimony: "Testimony",
    reference: "Reference",
    derived: "Worked out here",
  },
  mapCredit: "Map data © OpenStreetMap contributors (ODbL), with this project's own reconstructions.",

  // Picked on the map
  pickedKinds: {
    actor: "Person or vehicle",
    trail: "Path",
    feature: "Place",
    crossing: "Crossing",
    fire: "Line of fire",
    moment: "Moment",
  },
  source: "Source",
  uncertainty: "Position error",
  people: (n: number) => `${n} people`,

  // Settings, help, links
  language: "Language",
  theme: "Theme",
  themes: { auto: "As the device", light: "Light", dark: "Dark", print: "Print", contrast: "High contrast" },
  orientation: "Up on the map",
  orientations: { lineUp: "Northern side (line level)", northUp: "True north" },
  errorBands: "Error bands",
  errorBandsHint: "Shows how far off each position may be.",
  shortcuts: "Single-letter keys",
  shortcutsHint: "Turn them off if a letter typed or spoken moves the replay by mistake.",
  keys: "Keys",
  keyPlay: "Play or pause",
  keyTen: "10 seconds back, on",
  keyStep: "Previous, next moment",
  keySegment: "Previous, next segment (on the timeline)",
  keySecond: "1 second back, on",
  keyFrame: "One frame back, on",
  keySpeed: "Slower, faster",
  keyEnds: "To the start, the end",
  keyTenths: "To a tenth of the replay",
  keyFullscreen: "Full screen",
  keyCaptions: "Captions on the map",
  keyHelp: "This help",
  textVersion: "The replay as text",
  textIntro: "Everything the replay shows, in words.",
};

export type Details = typeof detailsEn;
