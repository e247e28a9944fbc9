import type { Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import type { PlacedActor } from "../layers/actors.ts";
import type { SceneNode } from "../scene.ts";
import { textIn, type TextStyle } from "../text.ts";
import { beside, placeFirst, SIDES } from "./candidates.ts";

/**
 * Names of the actors, the defector's first; one that finds no room is left out.
 *
 * @param avoid lines and leaders, which a name crosses only if it must
 */
export function actorLabels(
  context: StaticContext,
  actors: readonly PlacedActor[],
  occupied: Occupied,
  avoid: Occupied,
): SceneNode[] {
  const { options, theme, unit, words } = context;
  for (const { box } of actors) occupied.take(box);
  const reach = 15 * unit;
  return actors.toReversed().flatMap((placed): readonly SceneNode[] => {
    const { actor, aboard, box } = placed;
    const main = actor.symbol === "defector" || actor.symbol === "jeep";
    const style: TextStyle = {
      sizePx: (main ? 13 : 11.5) * unit,
      weight: main ? 700 : 400,
      fill: theme.text,
      halo: { colour: theme.halo, widthPx: 3 * unit },
    };
    // In a scrum nobody could tell whose name it is.
    const isAlone =
      main || actors.every((other) => other === placed || Math.hypot(other.x - placed.x, other.y - placed.y) > reach);
    if (!isAlone) return [];
    const label = textIn(actor.label, options.language);
    const [first] = aboard;
    const text = first ? words.aboard(label, textIn(first.label, options.language)) : label;
    const candidates = SIDES.map((side) => beside(box, side, [text], style, options.metrics, 3 * unit));
    const best = placeFirst(candidates, occupied, avoid) ?? placeFirst(candidates, occupied);
    return best?.nodes ?? [];
  });
}
