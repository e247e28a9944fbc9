import type { FeatureKind } from "../../core/geo.ts";
import type { Moment } from "../../core/scenario.ts";
import { segmentIndexAt } from "../../core/timeline.ts";
import type { StaticContext } from "../context.ts";
import { distanceToLine } from "../geometry.ts";
import { shotsOf } from "../shots.ts";
import { textIn } from "../text.ts";

const PLACES: ReadonlySet<FeatureKind> = new Set(["building", "guard-post", "memorial", "bridge", "ditch", "wall"]);

/** Farther from a moment's place than this, metres, a feature is not what the moment is about; a wall or ditch sooner. */
const REACH_METRES = 45;
const REACH_OF_LINES_METRES = 3;

/** Ids of the places the shot is about: of the named ones, the nearest to where each of its moments happens. */
export function subjectIds(context: StaticContext): ReadonlySet<string> {
  const { model, picture } = context;
  const moments = momentsInView(context);
  const named = picture.features.filter(({ feature }) => feature.label && PLACES.has(feature.kind));
  const ids = new Set<string>();
  for (const { at } of moments) {
    if (!at) continue;
    const [x, y] = model.frame.toLocal(at);
    const distances = named.map(({ feature, lines }) => {
      const distance = Math.min(...lines.map((line) => distanceToLine(line, x, y)));
      return feature.shape.type === "lines" && distance > REACH_OF_LINES_METRES ? Infinity : distance;
    });
    const least = Math.min(...distances);
    if (least < REACH_METRES) ids.add(named[distances.indexOf(least)]!.feature.id);
  }
  return ids;
}

/** Ids of the places that the texts of the moments in view speak of, or the titles of those that follow in their segment. */
export function mentionedIds(context: StaticContext): ReadonlySet<string> {
  const { model, picture, options } = context;
  const moments = momentsInView(context);
  const [first] = moments;
  const end = first ? model.segments[segmentIndexAt(model, first.eventTime)]!.end : -Infinity;
  const following = model.moments.filter(({ eventTime: t }) => first && t >= first.eventTime && t < end);
  const texts = [...moments.map(({ caption }) => caption), ...[...moments, ...following].map(({ title }) => title)].map(
    (text) => textIn(text, options.language),
  );
  const named = picture.features.filter(({ feature }) => PLACES.has(feature.kind) && feature.label);
  return new Set(
    named
      .filter(({ feature }) => texts.some((text) => text.includes(textIn(feature.label!, options.language))))
      .map(({ feature }) => feature.id),
  );
}

/** The moments that a view of the story shows; of a reader's own view none. */
export function momentsInView({ model, view }: StaticContext): readonly Moment[] {
  const shot = shotsOf(model).find(({ end }) => end === view.until);
  return shot ? model.moments.filter(({ eventTime: t }) => t >= shot.start && t < shot.end) : [];
}
