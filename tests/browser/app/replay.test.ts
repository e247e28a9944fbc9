import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { open, SHIPPED, until, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

const press = (keys: string) => userEvent.keyboard(keys);
const seconds = (page: Page) => page.replay.t - (4 * 60 + 7);

test("createReplay: shows the scenario at rest, and destroy leaves the element empty", async () => {
  page = await open();
  expect(page.replay.fault).toBeNull();
  expect(page.replay.t).toBe(page.replay.scenario!.start);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(page.replay.t).toBe(page.replay.scenario!.start);
  const element = document.querySelector("main")!;
  page.replay.destroy();
  expect(element.childElementCount).toBe(0);
});

test("createReplay: takes text, parsed JSON and other geo of the same kind alike", async () => {
  page = await open({ scenario: JSON.parse(SHIPPED.scenario), geo: SHIPPED.geo.map((text) => JSON.parse(text)) });
  expect(page.replay.fault).toBeNull();
  page.replay.seek("15:15:07");
  expect(seconds(page)).toBe(0);
  expect(page.replay.positions().map(({ actorId }) => actorId)).toContain("oh");
});

test("keys: play, ten seconds, one second, frames, speed, ends and tenths", async () => {
  page = await open({ keys: "page", start: "15:15:07" });
  await press("l");
  expect(seconds(page)).toBe(10);
  await press("j");
  expect(seconds(page)).toBe(0);
  await press("{Shift>}{ArrowRight}{/Shift}");
  expect(seconds(page)).toBe(1);
  await press(".");
  expect(seconds(page)).toBeGreaterThan(1);
  await press(",,");
  expect(seconds(page)).toBeLessThan(1);
  await press("{Shift>}>{/Shift}");
  expect(page.replay.player!.state.rate).toBe(2);
  await press("{Shift>}<{/Shift}");
  expect(page.replay.player!.state.rate).toBe(1);
  await press("{End}");
  expect(page.replay.t).toBe(page.replay.scenario!.end);
  await press("{Home}");
  expect(page.replay.t).toBe(page.replay.scenario!.start);
  await press("5");
  expect(page.replay.player!.playTime).toBeCloseTo(page.replay.player!.duration / 2, 3);
  await press(" ");
  expect(page.replay.player!.state.playing).toBe(true);
  await press("k");
  expect(page.replay.player!.state.playing).toBe(false);
});

test("keys: nothing is taken from a field, from a pressed button, or from elsewhere on a page the replay is part of", async () => {
  page = await open({ start: "15:15:07" });
  const field = document.createElement("input");
  document.body.append(field);
  field.focus();
  await press("l5");
  expect(field.value).toBe("l5");
  expect(seconds(page)).toBe(0);
  field.remove();
  await press("l");
  expect(seconds(page)).toBe(0);
  page.find(".track").focus();
  await press("l");
  expect(seconds(page)).toBe(10);
  (page.find(".select select") as HTMLSelectElement).focus();
  await press("{Home}");
  expect(seconds(page)).toBe(10);
  expect(page.replay.player!.state.playing).toBe(false);
});

test("keyboard alone: from the opening through every step to the last, then a crossing and its sources", async () => {
  page = await open();
  const { moments, end } = page.replay.scenario!;
  page.find(".poster .primary").focus();
  await press("{Tab}{Enter}");
  await page.settle();
  expect(page.all(".poster")).toEqual([]);
  const seen = [page.replay.t];
  page.find(".track").focus();
  for (let i = 0; i < moments.length + 2 && page.replay.t < end; i++) {
    await press("{ArrowRight}");
    seen.push(page.replay.t);
  }
  expect(seen[0]).toBe(moments[0]!.eventTime);
  expect(new Set(seen)).toEqual(new Set([...moments.map(({ eventTime }) => eventTime), end]));
  page.find("#tab-story").focus();
  await press("{ArrowRight}");
  await page.settle();
  expect(page.replay.settings!.tab).toBe("crossings");
  (await page.appears(".entry-go")).focus();
  await press("{Enter}");
  await page.settle();
  expect(page.find(".tabs .count").textContent).toMatch(/^1\//);
  page.find(".entry .sources summary").focus();
  await press("{Enter}");
  expect((page.find(".entry .sources") as HTMLDetailsElement).open).toBe(true);
});

test("slider: its value in words is the time and the segment", async () => {
  page = await open({ start: "15:15:07" });
  const track = page.find(".track");
  expect(track.getAttribute("role")).toBe("slider");
  expect(track.ariaValueText).toMatch(/^15:15:07, ./);
  page.replay.set({ language: "ko" });
  await expect.poll(() => track.ariaValueText).toMatch(/^15:15:07, .*[가-힣]/);
});

test("pointer: dragging the timeline seeks, holds the clock, and goes on playing when let go", async () => {
  page = await open();
  page.replay.play();
  const track = page.find(".track");
  const box = track.getBoundingClientRect();
  const at = (fraction: number) => ({
    clientX: box.left + fraction * box.width,
    clientY: box.top + 10,
    bubbles: true,
    pointerId: 1,
    pointerType: "touch",
    button: 0,
  });
  track.setPointerCapture = () => undefined;
  track.dispatchEvent(new PointerEvent("pointerdown", at(0.25)));
  expect(page.replay.player!.state.playing).toBe(false);
  track.dispatchEvent(new PointerEvent("pointermove", at(0.5)));
  expect(page.replay.player!.playTime / page.replay.player!.duration).toBeCloseTo(0.5, 2);
  expect(page.find(".preview").hidden).toBe(false);
  track.dispatchEvent(new PointerEvent("pointerup", at(0.5)));
  expect(page.replay.player!.state.playing).toBe(true);
  page.replay.pause();
});

test("live region: speaks a step with its text, and is silent from frame to frame", async () => {
  page = await open();
  const region = page.find("[role=status][aria-atomic]");
  page.replay.step("moment", 1);
  expect(region.textContent).toContain(
    page.replay.scenario!.moments.find(({ eventTime }) => eventTime === page!.replay.t)!.title.en,
  );
  let changes = 0;
  const observer = new MutationObserver(() => changes++);
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  page.replay.seek("15:15:12");
  page.replay.play();
  await new Promise((resolve) => setTimeout(resolve, 400));
  page.replay.pause();
  await page.settle();
  expect(changes).toBe(0);
  observer.disconnect();
});

test("live region: a crossing is spoken when playing passes it", async () => {
  page = await open();
  const crossing = page.replay.player ? page.find(".flag") : null;
  expect(crossing).not.toBeNull();
  (page.find(".flag") as HTMLButtonElement).click();
  const t = page.replay.t;
  page.replay.seek(t - 0.4);
  page.replay.play();
  await until(
    () => /Crossing 1: /.test(page!.find("[role=status][aria-atomic]").textContent ?? ""),
    "the crossing spoken",
  );
  page.replay.pause();
});

test("tray: B at A's own time makes no loop, and the tray says so until the time is another", async () => {
  page = await open({ start: "15:15:03" });
  page.find('[aria-label="More controls"]').click();
  const [a, b] = (await page.appears(".tray .small").then(() => page!.all(".tray .small"))) as [
    HTMLElement,
    HTMLElement,
  ];
  a.click();
  await page.settle();
  b.click();
  await page.settle();
  expect(page.replay.player!.state.loop).toBe("off");
  expect(page.find(".tray-note").textContent).toBe("B is where A is: go on, then set B");
  page.replay.seek("15:15:04");
  b.click();
  await page.settle();
  expect(page.replay.player!.state.loop).toEqual([243, 244]);
  expect(page.find(".tray-note").textContent).toBe("15:15:03 to 15:15:04");
});

test("tray: closed and opened again it still knows where the loop is to begin", async () => {
  page = await open({ start: "15:15:03" });
  const more = page.find(".tempo [aria-expanded]");
  const button = (text: string) => page!.all(".tray button").find(({ textContent }) => textContent.trim() === text)!;
  more.click();
  await page.appears(".tray");
  button("Set A here").click();
  more.click();
  await page.settle();
  expect(page.find(".tray").offsetHeight).toBe(0);
  page.replay.seek("15:15:20");
  more.click();
  await page.settle();
  expect(page.find(".tray").offsetHeight).toBeGreaterThan(0);
  button("Set B here").click();
  expect(page.replay.player!.state.loop).toEqual([243, 260]);
});

test("scrubbing back takes crossings back from the count", async () => {
  page = await open({ tab: "crossings" });
  await page.appears(".crossings");
  const count = () => page!.find(".tabs .count").textContent;
  page.replay.seek("15:56");
  await page.settle();
  const [all] = /\d+/.exec(count())!;
  expect(Number(all)).toBeGreaterThan(3);
  expect(page.all(".entry.passed").length).toBe(Number(all));
  page.replay.seek("15:12");
  await page.settle();
  expect(count()).toBe(`0/${all}`);
  expect(page.all(".entry.passed").length).toBe(0);
});

test("hostile text of a scenario shows as text, and a script address is no link", async () => {
  const scenario = JSON.parse(SHIPPED.scenario);
  const evil = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
  scenario.title = { en: evil };
  scenario.opening[0] = { en: evil };
  scenario.moments[0].caption = { en: evil };
  page = await open({ scenario });
  page.replay.step("moment", 1);
  page.replay.step("moment", -1);
  await page.settle();
  expect(page.find("h1").textContent).toBe(evil);
  expect(page.all("img, script")).toEqual([]);
  expect((window as { hacked?: number }).hacked).toBeUndefined();
});

test("faults: each is shown with its place, and another file can be loaded", async () => {
  const broken = JSON.parse(SHIPPED.scenario);
  broken.moments[2].actorIds = ["jepe"];
  broken.tracks[0].waypoints[1].eventTime = "never";
  page = await open({ scenario: broken });
  const text = page.find(".fault").textContent;
  expect(text).toContain("moments[2].actorIds[0]");
  expect(text).toContain('did you mean "jeep"?');
  expect(text).toContain("tracks[0].waypoints[1].eventTime");
  expect(page.replay.fault?.count).toBe(page.all(".faults li").length);
  const input = page.find("input[type=file]") as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(new File([SHIPPED.scenario], "scenario.json"));
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
  await until(() => page!.replay.fault === null, "the file taken");
  await page.settle();
  expect(page.all(".fault")).toEqual([]);
  expect(page.find("h1").textContent).toContain("Oh Chong-song");
});

test("faults: a missing file and a text that is no JSON are shown, not thrown", async () => {
  page = await open({ scenario: "" });
  expect(page.find(".fault h1").textContent).toBe("This replay cannot be shown");
  page.replay.destroy();
  page = await open({ geo: [SHIPPED.geo[0], ""], geoNames: ["mdl.geojson", "basemap.geojson"] });
  expect(page.find(".fault").textContent).toContain("basemap.geojson");
  page.replay.destroy();
  page = await open({ scenario: "{ nope", language: "ko" });
  expect(page.find(".fault h1").textContent).toMatch(/[가-힣]/);
});

test("opening: stepping through begins with step 1, though that is where the opening stands", async () => {
  page = await open();
  const first = page.replay.scenario!.moments[0]!;
  page.find(".poster .pill:not(.primary)").click();
  await page.settle();
  expect(page.replay.t).toBe(first.eventTime);
  expect(page.find(".step h2").textContent).toBe(first.title.en);
  expect(page.find("[role=status][aria-atomic]").textContent).toContain(first.title.en);
  page.find(".next-moment").click();
  await page.settle();
  expect(page.replay.t).toBe(page.replay.scenario!.moments[1]!.eventTime);
});

test("start: a link to the very first moment shows step 1, one without a time the opening", async () => {
  page = await open({ start: "15:11:35" });
  expect(page.find(".step .kicker").textContent).toContain("Step 1 of 23");
  page.replay.destroy();
  page = await open();
  expect(page.all(".opening").length).toBe(1);
});

test("end: the note on the pace is gone, and the play button plays again", async () => {
  page = await open({ start: "15:56:10" });
  expect(page.find(".pace").hidden).toBe(true);
  page.replay.player!.play();
  await page.settle();
  expect(page.find(".pace").textContent).toBe("10× faster");
  page.replay.seek(page.replay.scenario!.end);
  await page.settle();
  expect(page.find(".pace").hidden).toBe(true);
  expect(page.find(".play").ariaLabel).toBe("Play again");
});

test("phone: title, time and four lines of every step are on a screen of 390 by 844", async () => {
  page = await open({ start: "15:11:35" }, { width: 390, height: 844 });
  const top = page.find(".root").getBoundingClientRect().top;
  for (const { eventTime } of page.replay.scenario!.moments) {
    page.replay.seek(eventTime);
    await page.settle();
    const caption = page.find(".caption");
    const line = parseFloat(getComputedStyle(caption).lineHeight);
    expect(caption.getBoundingClientRect().top - top + 4 * line).toBeLessThan(844);
  }
});

test("phone: tools stand behind one button, which has the focus again when the menu closes", async () => {
  page = await open({}, { width: 390, height: 844 });
  const button = page.find(".menu-button");
  const settings = page.find(`.menu [aria-label="Settings"]`);
  expect(settings.checkVisibility()).toBe(false);
  button.focus();
  await press("{Enter}");
  await page.settle();
  expect(button.ariaExpanded).toBe("true");
  expect(settings.checkVisibility()).toBe(true);
  expect(page.all(".menu .tool").map((tool) => tool.textContent.trim())).toEqual([
    "한국어",
    "Copy link to this moment",
    "Export pictures",
    "Settings",
    "Help and keys",
  ]);
  await press("{Tab}{Escape}");
  await page.settle();
  expect(settings.checkVisibility()).toBe(false);
  expect(page.shadow.activeElement).toBe(button);
});

test("pace: what is shortened or slowed is said on the map while it plays", async () => {
  page = await open({ start: "15:15:10" });
  expect(page.find(".pace").hidden).toBe(true);
  page.replay.player!.play();
  await page.settle();
  expect(page.find(".pace").textContent).toMatch(/Slow motion, ½ speed/);
  page.replay.seek("15:25");
  expect(page.find(".pace").textContent).toMatch(/^\d+ min in 2 s$/);
  page.replay.player!.setPacing("real");
  page.replay.seek("15:25:01");
  expect(page.find(".pace").textContent).toBe("Real speed");
});

test("two replays on one page do not disturb each other", async () => {
  page = await open({ start: "15:15:07" }, { width: 600, height: 400 });
  const first = page.replay;
  const other = document.createElement("main");
  document.body.append(other);
  const { createReplay } = await import("../../../src/app/createReplay.ts");
  const second = createReplay(other, { ...SHIPPED, ui: "none", language: "ko" });
  second.seek("15:31");
  expect(first.t).toBe(4 * 60 + 7);
  second.destroy();
  expect(page.find("h1").textContent).toContain("Oh");
});

test("seek: the map is painted first, and the words follow in the frame after", async () => {
  page = await open({ start: "15:13:30" });
  const title = () => page!.find(".step h2").textContent;
  const before = title();
  const canvas = page.find("canvas") as HTMLCanvasElement;
  const painted = [canvas.toDataURL()];
  page.replay.seek("15:15:18");
  await Promise.resolve();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  painted.push(canvas.toDataURL());
  expect(painted[1]).not.toBe(painted[0]);
  expect(page.find(".clock-digits").textContent).toBe("15:15:18");
  expect(title()).toBe(before);
  await page.settle();
  expect(title()).toBe("Oh falls south of the line");
});

test("clock: the room kept for the digits holds them, in each zone, first and last", async () => {
  page = await open();
  const digits = page.find(".clock-digits");
  for (const clockZone of ["local", "utc", "elapsed"] as const) {
    page.replay.set({ clockZone });
    await page.settle();
    for (const t of [page.replay.scenario!.start, page.replay.scenario!.end]) {
      page.replay.seek(t);
      expect(digits.textContent, clockZone).toMatch(/^[0-9:+]+$/);
      expect(digits.scrollWidth, `${clockZone} ${digits.textContent}`).toBeLessThanOrEqual(digits.clientWidth);
      expect(digits.scrollHeight, clockZone).toBeLessThanOrEqual(digits.clientHeight + 2);
    }
  }
});

test.each([375, 390, 559, 768, 1280].flatMap((width) => [[width, "en"] as const, [width, "ko"] as const]))(
  "pace: at %d px, in %s, it stands in the strip between credit and tools",
  async (width, language) => {
    page = await open({ start: "15:15:10", language }, { width, height: 844 });
    page.replay.play();
    for (const time of ["15:15:10", "15:25"]) {
      page.replay.seek(time);
      await page.settle();
      const boxes = [".map-credit", ".pace", ".map-tools"].map((name) => page!.find(name).getBoundingClientRect());
      const stage = page.find(".stage").getBoundingClientRect();
      expect.soft(boxes[0]!.right, time).toBeLessThanOrEqual(boxes[1]!.left);
      expect.soft(boxes[1]!.right, time).toBeLessThanOrEqual(boxes[2]!.left);
      for (const { top, bottom } of boxes) {
        expect.soft(top, time).toBeGreaterThanOrEqual(stage.bottom - 34);
        expect.soft(bottom, time).toBeLessThanOrEqual(stage.bottom);
      }
    }
  },
);
