/** The story as written, read from the file itself and held against the dossier's figures. */
import { describe, expect, test } from "vitest";
import { caption, claim, everything, file, moment, seconds, segmentOf, texts } from "./storyFile.ts";

/** Ids of those that fail, so that a message names them. */
const failing = <T extends { readonly id: string }>(items: readonly T[], holds: (item: T) => boolean): string[] =>
  items.filter((item) => !holds(item)).map(({ id }) => id);

/** A text that is there, without space at its ends. */
const whole = (text: unknown): boolean => typeof text === "string" && text !== "" && text.trim() === text;

const sentences = (text: string): number => text.replaceAll("Lt. Col.", "Lt Col").match(/[.!?](?= |$)/g)?.length ?? 0;

describe("story: time", () => {
  test("eleven segments tile 15:11:35 to 15:56:30 without hole or overlap", () => {
    expect(file.segments).toHaveLength(11);
    const edges = file.segments.flatMap(({ start, end }) => [start, end]);
    expect(edges[0]).toBe("15:11:35");
    expect(edges.at(-1)).toBe("15:56:30");
    expect(file.segments.slice(1).map(({ start }) => start)).toEqual(file.segments.slice(0, -1).map(({ end }) => end));
  });

  test("the film's five sections run 145, 27, 35, 88 and 65 + 60 s", () => {
    const lengths = file.segments
      .filter(({ filmSection }) => filmSection !== undefined)
      .map(({ filmSection, start, end }) => [filmSection, seconds(end) - seconds(start)]);
    expect(lengths).toEqual([
      [1, 145],
      [2, 27],
      [3, 35],
      [4, 88],
      [5, 65],
      [5, 60],
    ]);
  });

  test("each camera's window is as long as its piece of film, inside the segment of its section", () => {
    for (const window of file.cameras.flatMap(({ coverage }) => coverage)) {
      expect(window.filmEnd - window.filmStart).toBe(seconds(window.end) - seconds(window.start));
      expect(file.segments).toContainEqual(
        expect.objectContaining({ start: window.start, end: window.end, filmSection: window.filmSection }),
      );
    }
  });

  test("moments come in order, inside the scenario, and each segment that has some has one key picture", () => {
    const times = file.moments.map(({ eventTime }) => seconds(eventTime));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.every((t) => t >= seconds(file.start) && t <= seconds(file.end))).toBe(true);
    const told = new Set(file.moments.map((each) => segmentOf(each).id));
    expect(file.moments.filter(({ key }) => key).map((each) => segmentOf(each).id)).toEqual([...told]);
  });

  // Earliest and latest second of the dossier's windows; what counts from E adds the window of E itself.
  test.each([
    ["jeep-appears", "15:11:35", "15:11:25", "15:11:59"],
    ["checkpoint", "15:13:05", "15:13:00", "15:13:20"],
    ["bridge", "15:13:14", "15:13:06", "15:13:34"],
    ["bridge-end", "15:13:21", "15:13:13", "15:13:41"],
    ["right-turn", "15:13:49", "15:13:30", "15:13:55"],
    ["ditch", "15:13:58", "15:13:40", "15:14:05"],
    ["guards-run", "15:14:40", "15:14:10", "15:14:55"],
    ["leaves-jeep", "15:15:05", "15:15:00", "15:15:30"],
    ["first-shots", "15:15:05.5", "15:15:00", "15:15:31"],
    ["oh-crosses-mdl", "15:15:07.5", "15:15:02", "15:15:34"],
    ["last-shooter", "15:15:11.5", "15:15:06", "15:15:37"],
    ["firing-ends", "15:15:17", "15:15:10", "15:15:44"],
    ["fall", "15:15:18", "15:15:10", "15:15:46"],
    ["pursuer-crosses", "15:15:19", "15:15:12", "15:15:48"],
    ["pursuer-back", "15:15:21.5", "15:15:13", "15:15:52"],
    ["muster", "15:17:00", "15:17:00", "15:18:30"],
    ["located", "15:31:00", "15:31:00", "15:31:59"],
    ["reported", "15:33:00", "15:33:00", "15:33:59"],
    ["seen", "15:43:00", "15:43:00", "15:43:59"],
    ["rescue-starts", "15:55:00", "15:55:00", "15:55:59"],
    ["dragged-to-cover", "15:56:00", "15:55:55", "15:56:59"],
  ])("%s at %s, between %s and %s", (id, at, earliest, latest) => {
    const { eventTime, uncertaintySeconds } = moment(id);
    const { before, after } =
      typeof uncertaintySeconds === "number"
        ? { before: uncertaintySeconds, after: uncertaintySeconds }
        : uncertaintySeconds;
    expect(eventTime).toBe(at);
    expect([seconds(at) - before, seconds(at) + after]).toEqual([seconds(earliest), seconds(latest)]);
  });

  test("condensed pacing plays about two minutes and the run, 15:15:03 to 15:15:23, at half speed", () => {
    const play = new Map(file.pacing.map(({ eventTime, playTime }) => [eventTime, playTime]));
    expect(play.get("15:15:23")! - play.get("15:15:03")!).toBe(40);
    expect(play.get(file.start)).toBe(0);
    expect(play.get(file.end)).toBeGreaterThan(110);
    expect(play.get(file.end)).toBeLessThan(130);
    expect(failing(file.segments, ({ start }) => play.has(start))).toEqual([]);
  });
});

describe("story: words and sources", () => {
  test("every text is complete in English and Korean", () => {
    expect(texts.length).toBeGreaterThan(400);
    const broken = texts.filter(([, { en, ko }]) => !whole(en) || !whole(ko) || !/[가-힣]|\d/.test(ko));
    expect(broken).toEqual([]);
  });

  test("captions have one to three sentences in English", () => {
    expect(failing(file.moments, ({ caption: { en } }) => sentences(en) >= 1 && sentences(en) <= 3)).toEqual([]);
  });

  test("the four who fired have one name on the map, one each in lists, and no other in the text", () => {
    const four = file.actors.filter(({ id }) => /^k\d$/.test(id));
    expect(four.map(({ label }) => [label.en, label.ko])).toEqual(four.map(() => ["KPA soldier", "북한군"]));
    expect(new Set(four.map(({ name }) => name.en)).size).toBe(4);
    const told = file.moments.filter(({ id }) => id !== "checkpoint").flatMap(({ title, caption }) => [title, caption]);
    expect(
      told.filter(({ en, ko }) => /\bguards?\b(?! post)|rifleman/i.test(en) || /경비병|초소병|사수/.test(ko)),
    ).toEqual([]);
  });

  test("no word that takes sides, no wound", () => {
    const loaded = /\b(fled|flees|thugs?|regime|border wall|daring|dramatic|hail of|blood\w*|hero\w*)\b/i;
    const told = texts.filter(([path]) => !path.startsWith(".sources"));
    expect(told.filter(([, { en }]) => loaded.test(en))).toEqual([]);
  });

  test("every source key resolves, and no key stands twice", () => {
    const ids = file.sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const lists = everything.filter(([path]) => path.endsWith(".sourceIds")) as [string, string[]][];
    expect(lists.length).toBeGreaterThan(100);
    expect(lists.filter(([, keys]) => keys.length === 0 || keys.some((key) => !ids.includes(key)))).toEqual([]);
  });

  test("addresses are http or https", () => {
    expect(failing(file.sources, ({ url }) => url === undefined || /^https?:\/\/\S+$/.test(url))).toEqual([]);
  });

  test("seconds worked out for this reconstruction name it as a source", () => {
    const named = failing(
      file.moments,
      ({ timeBasis, sourceIds }) => timeBasis === "stated" || sourceIds.includes("DERIVED"),
    );
    expect(named).toEqual([]);
  });

  test("call-outs lie inside the picture of their step", () => {
    const outside = failing(file.moments, (each) => {
      const { at, extent } = each;
      if (at === undefined) return true;
      const [west, south, east, north] = extent ?? segmentOf(each).extent;
      return at[0] > west && at[0] < east && at[1] > south && at[1] < north;
    });
    expect(outside).toEqual([]);
  });
});

describe("story: claims and statements", () => {
  test("each claim has values with sources, a reason, and limits where it is measured", () => {
    expect(file.claims.length).toBeGreaterThanOrEqual(40);
    const weak = failing(
      file.claims,
      ({ values, why, used, check }) =>
        (values.length >= 2 || why.en.length > 20) &&
        why.en !== "" &&
        (check === undefined || (used.min !== undefined && used.max !== undefined)),
    );
    expect(weak).toEqual([]);
  });

  test.each([
    ["jeep-mdl", "distanceToBoundary", 10],
    ["fall-distance", "distanceToBoundary", 50],
    ["pursuer-depth", "depthBeyond", 3.5],
    ["pursuer-time", "secondsBeyond", 2.5],
    ["gap", "distanceBetweenActors", 3],
    ["commander-distance", "distanceBetweenActors", 9],
    ["bridge-duration", "duration", 7],
    ["speed", "meanSpeed", 77],
    ["drive-filmed", "pathLength", 2_250],
    ["dragged", "pathLength", 20],
    ["checkpoint-distance", "featureCentreDistance", 750],
    ["panmungak-freedom-house", "featureGap", 80],
    ["firing-time", "fireDuration", 12],
    ["shooters", "fireActorCount", 4],
    ["qrf-count", "actorCount", 14],
    ["crossing-time", "momentTime", 240],
  ])("%s is measured as %s and allows %s", (id, type, value) => {
    const { check, used } = claim(id);
    expect(check?.type).toBe(type);
    expect(used.min!).toBeLessThanOrEqual(value);
    expect(used.max!).toBeGreaterThanOrEqual(value);
  });

  test("the UNC named exactly two violations: fire across the MDL, and one soldier over it", () => {
    const violations = file.statements.filter(({ kind }) => kind === "violation");
    expect(violations.map(({ crossing }) => crossing)).toEqual([
      { actorId: "fire-across-mdl", boundaryId: "mdl" },
      { actorId: "k3", boundaryId: "mdl" },
    ]);
    expect(file.statements.map(({ kind }) => kind)).toEqual(["violation", "violation", "consistent", "claimed"]);
  });
});

describe("story: ten things to get right", () => {
  test("one soldier crossed, four fired", () => {
    expect(caption("pursuer-crosses")).toContain("one man");
    expect(moment("pursuer-crosses").actorIds).toEqual(["k3"]);
    expect(moment("first-shots").actorIds).toEqual(expect.arrayContaining(["k1", "k2", "k3", "k4"]));
  });

  test("bridge, monument and ditch are north of the line; Oh crossed it on foot", () => {
    expect(caption("bridge")).toContain("entirely north of the MDL");
    expect(caption("ditch")).toContain("10 m north of the MDL");
    expect(caption("oh-crosses-mdl")).toContain("on foot");
  });

  test("the guards run while Oh is still in the jeep", () => {
    expect(caption("guards-run")).toContain("still inside");
    expect(seconds(moment("guards-run").eventTime)).toBeLessThan(seconds(moment("leaves-jeep").eventTime));
  });

  test("seven minutes are the whole film; the date and the release are right", () => {
    const opening = file.opening.map(({ en }) => en).join(" ");
    expect(opening).toContain("about seven minutes in all");
    expect(opening).toContain("13 November 2017");
    expect(opening).toContain("22 November 2017");
  });

  test("he fell about 50 m south, west of Freedom House, and lay about 40 minutes", () => {
    expect(caption("fall")).toMatch(/about 50 m south.*west side of Freedom House.*40 minutes/);
    expect(caption("located")).toContain("16 minutes");
  });

  test("two NCOs crawled, the commander stayed 8.5 to 10 m short", () => {
    expect(caption("reached")).toMatch(/two NCOs crawl.*8\.5 to 10 m short/);
  });

  test("about 40 rounds are an estimate of the JCS, and nobody of the southern side fired", () => {
    expect(caption("firing-ends")).toMatch(
      /About 40 rounds.*estimate by the South Korean JCS.*No South Korean or American/,
    );
    expect(file.closing.map(({ en }) => en).join(" ")).toContain("named two violations");
  });
});
