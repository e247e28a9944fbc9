/** What the list of crossings says of how far and how long, on the shipped event. */
import { expect, test } from "vitest";
import type { ReplayContext } from "../../src/ui/context.ts";
import { accountsText, crossingFigures } from "../../src/ui/crossingFigures.ts";
import { textIn } from "../../src/ui/format.ts";
import { en } from "../../src/ui/messages/en.ts";
import { ko } from "../../src/ui/messages/ko.ts";
import type { Language } from "../../src/core/types.ts";
import { loadShipped } from "../shipped.ts";

const { model } = loadShipped();

function figuresOf(id: string, language: Language = "en") {
  const context = {
    model,
    messages: { en, ko }[language],
    settings: { language, clockZone: "local" },
    text: (text: { en: string; ko?: string }) => textIn(language, text),
  } as unknown as ReplayContext;
  const crossing = model.crossings.find((one) => one.id === id)!;
  return crossingFigures(context, crossing).map(({ label, value, claim }) =>
    [`${label}: ${value}`, claim && accountsText(context, claim)].filter(Boolean).join(" | "),
  );
}

test("crossingFigures: the pursuer's depth and time are estimates, beside what each source gives", () => {
  expect(figuresOf("k3/mdl/1")).toEqual([
    "Depth beyond: about 3.5 m ± 0.5 m | Sources: 3 to 4 m (military source); a few steps; several metres",
    "Time beyond: about 2.5 s, estimated | Sources: a few seconds (UNC); under 1 s (military source, 16 November)",
  ]);
});

test("crossingFigures: his way home has neither", () => {
  expect(figuresOf("k3/mdl/2")).toEqual([]);
});

test("crossingFigures: Oh fell about 50 m beyond; the 70 m he came to are those behind cover, at 15:56", () => {
  expect(figuresOf("oh/mdl/1")).toEqual([
    expect.stringMatching(/^Where Oh fell, south of the MDL: about 50 m \| Sources: 50 m \(JCS\); /),
    "Depth beyond: up to 70 m ± 16 m, reached at 15:56 (“In cover behind Freedom House”)",
    "Time beyond: did not come back",
  ]);
  expect(figuresOf("oh/mdl/1", "ko")[1]).toBe("넘어간 거리: 최대 70m(± 16m), 15:56 ‘자유의 집 뒤로 옮겨지다’");
});

test("crossingFigures: of fire, when it ends", () => {
  expect(figuresOf("fire-across-mdl/mdl/1")).toEqual(["Until: c. 15:15:17, between 15:15:10 and 15:15:44"]);
});
