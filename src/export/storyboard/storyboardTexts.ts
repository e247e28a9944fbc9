import type { Model } from "../../core/model.ts";
import { SCENE_WORDS } from "../../scene/words.ts";
import { textIn } from "../../scene/text.ts";
import { stillsOf } from "../still/stillsOf.ts";
import { COPYRIGHT } from "../still/stillTexts.ts";
import type { StillMetadata } from "../still/xmp.ts";
import { timeText } from "./step.ts";
import type { StoryboardLook } from "./storyboardScene.ts";
import { STORYBOARD_WORDS } from "./storyboardWords.ts";

/** What a storyboard's file says of it in words: every step with its time in the short alternative, captions in the long one. */
export function storyboardMetadata(model: Model, look: StoryboardLook): StillMetadata {
  const { language } = look;
  const { scenario } = model;
  const words = STORYBOARD_WORDS[language];
  const steps = stillsOf(model, { type: "steps" }).map((still, i) => {
    const moment = model.moments[still.momentIndex]!;
    const time = timeText({ model, words: SCENE_WORDS[language] }, { still, moment });
    return { name: `${i + 1}. ${time} ${textIn(moment.title, language)}`, caption: textIn(moment.caption, language) };
  });
  const title = textIn(scenario.title, language);
  const credit = textIn(scenario.credit, language);
  const method = textIn(scenario.method, language);
  return {
    headline: `${title}: ${words.storyboard}`,
    caption: `${title}. ${words.subtitle(steps.length, scenario.timeZone.abbreviation)} ${method} ${credit}. ${COPYRIGHT}.`,
    alt: words.alt(
      title,
      steps.map(({ name }) => name),
    ),
    extended: [...steps.map(({ name, caption }) => `${name}: ${caption}`), method].join(" "),
    source: "",
    credit,
    copyright: COPYRIGHT,
    language,
    createdOn: look.createdOn ?? null,
    tool: look.version ?? "jsa-replay",
  };
}
