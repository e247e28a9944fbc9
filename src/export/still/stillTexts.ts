/** What a still says in words: caption, short and long alternative. Built from the scenario and the computed state. */
import { clockTime, momentClock, offsetMinutesOf } from "../../core/clock.ts";
import { indexBoundary } from "../../core/crossing/boundaryIndex.ts";
import { signedDistance } from "../../core/crossing/distance.ts";
import type { ActorState, Model, Snapshot } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import type { Language, LocalizedText } from "../../core/types.ts";
import { textIn } from "../../scene/text.ts";
import type { Still } from "./stillsOf.ts";
import { STILL_WORDS, type StillWords } from "./stillWords.ts";

export interface StillTexts {
  /** Title of the reconstruction and of the step. */
  readonly headline: string;
  /** Time, step and its caption, sources and credit: ready to stand under the picture. */
  readonly caption: string;
  /** One or two sentences in place of the picture. */
  readonly alt: string;
  /** Where everyone is and how that is known, crossings so far, method. */
  readonly extended: string;
  /** Publishers the step rests on. */
  readonly source: string;
  readonly credit: string;
  readonly copyright: string;
}

interface Teller {
  readonly model: Model;
  readonly words: StillWords;
  readonly inLanguage: (text: LocalizedText) => string;
}

export const COPYRIGHT = "Map data © OpenStreetMap contributors (ODbL 1.0)";

export function stillTexts(model: Model, still: Still, language: Language): StillTexts {
  const { scenario } = model;
  const inLanguage = (text: LocalizedText) => textIn(text, language);
  const words = STILL_WORDS[language];
  const teller = { model, words, inLanguage };
  const snapshot = stateAt(model, still.t);
  const moment = model.moments[still.momentIndex];
  const title = inLanguage(scenario.title);
  const step = moment ? inLanguage(moment.title) : "";
  const caption = moment ? inLanguage(moment.caption) : "";
  const isStated = moment?.timeBasis === "stated" && moment.eventTime === still.t;
  const time = isStated ? momentClock(scenario, moment) : words.about(clockTime(scenario, still.t));
  const when = `${time} ${scenario.timeZone.abbreviation}, ${dateText(teller, still.t)}`;
  const source = sourceNames(teller, moment?.sourceIds ?? []);
  const credit = inLanguage(scenario.credit);
  const method = inLanguage(scenario.method);
  const sources = source === "" ? "" : `${words.sources}: ${source}.`;
  return {
    headline: step === "" ? title : `${title}: ${step}`,
    caption: join([`${step === "" ? title : step}, ${when}.`, caption, sources, `${credit}. ${COPYRIGHT}.`]),
    alt: words.alt(title, step, when, whoIsShown(teller, snapshot)),
    extended: join([
      caption,
      ...positions(teller, snapshot),
      ...snapshot.fires.map((index) => words.fire(inLanguage(model.fires[index]!.fire.name))),
      ...crossingsSoFar(teller, snapshot),
      method,
      sources,
    ]),
    source,
    credit,
    copyright: COPYRIGHT,
  };
}

function join(sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(" ");
}

function dateText({ model: { scenario }, words }: Teller, t: number): string {
  const local = new Date(Date.parse(scenario.epoch) + t * 1000 + offsetMinutesOf(scenario.epoch) * 60_000);
  return words.date(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}

function sourceNames({ model, inLanguage }: Teller, ids: readonly string[]): string {
  const sources = ids.flatMap((id) => model.sourceById.get(id) ?? []);
  const named = sources.filter(({ kind }) => kind !== "derived");
  return [...new Set(named.map(({ publisher }) => inLanguage(publisher)))].join(", ");
}

function whoIsShown({ model, words, inLanguage }: Teller, snapshot: Snapshot): string {
  const names = snapshot.actors.map(({ index }) => inLanguage(model.actors[index]!.actor.label));
  return names.length === 0 ? "" : words.who(names.join(", "));
}

function positions(teller: Teller, snapshot: Snapshot): string[] {
  const { model, words, inLanguage } = teller;
  return snapshot.actors.map((state) => {
    const name = inLanguage(model.actors[state.index]!.actor.name);
    if (state.aboard !== null) return words.carried(name, inLanguage(model.actors[state.aboard]!.actor.name));
    const place = placeOf(teller, state);
    if (state.presence === "held") return words.held(name, place);
    return words.position(name, place, words.evidence[state.evidence]);
  });
}

/** Distance from the first line boundary, no finer than the position is known. */
function placeOf({ model, words, inLanguage }: Teller, { x, y, uncertaintyMetres }: ActorState): string {
  const line = model.boundaries.find(({ type }) => type === "line");
  if (!line?.sides) return "";
  const metres = signedDistance(indexBoundary(line), x, y);
  const step = ROUND_METRES.find((one) => one >= uncertaintyMetres) ?? 100;
  const rounded = Math.round(Math.abs(metres) / step) * step;
  const name = shortName(inLanguage(line.name));
  const sideName = metres > 0 ? line.sides.left : line.sides.right;
  const side = words.sides[sideName] ?? sideName;
  return rounded === 0 ? words.near(name, side) : words.side(name, side, rounded);
}

const ROUND_METRES = [1, 5, 10, 50];

function crossingsSoFar({ model, words, inLanguage }: Teller, { crossingCount }: Snapshot): string[] {
  if (crossingCount === 0) return [];
  const lines = model.crossings.slice(0, crossingCount).map((crossing) => {
    const mover =
      model.actors.find(({ actor }) => actor.id === crossing.actorId)?.actor ??
      model.fires.find(({ fire }) => fire.id === crossing.actorId)?.fire;
    const boundary = model.boundaries.find(({ id }) => id === crossing.boundaryId);
    const side = (name: string) => words.sides[name] ?? name;
    return words.crossing(
      crossing.number,
      words.about(clockTime(model.scenario, crossing.t)),
      mover ? inLanguage(mover.name) : crossing.actorId,
      boundary ? shortName(inLanguage(boundary.name)) : crossing.boundaryId,
      side(crossing.fromSide),
      side(crossing.toSide),
    );
  });
  return [words.crossings(crossingCount), ...lines];
}

/** "Military Demarcation Line (MDL)" is "MDL" where it is named again and again. */
function shortName(name: string): string {
  return /\(([A-Z]{2,6})\)/.exec(name)?.[1] ?? name;
}
