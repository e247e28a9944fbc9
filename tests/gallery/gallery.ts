/** Every step at the chosen size, theme and language: the page itself in a frame, so nothing here can look better than it is. */
import scenario from "../../geo/scenario.json";

const SIZES = ["390×844", "768×1024", "1280×800", "1920×1080"];
const THEMES = ["light", "dark", "print", "contrast"];
const LANGUAGES = ["en", "ko"];
const SHOWN_WIDTH = 480;

const form = document.querySelector<HTMLFormElement>("#choice")!;
const steps = document.querySelector<HTMLElement>("#steps")!;
fill("size", SIZES);
fill("theme", THEMES);
fill("language", LANGUAGES);
form.addEventListener("change", show);
show();

function fill(name: string, values: readonly string[]): void {
  const select = form.elements.namedItem(name) as HTMLSelectElement;
  select.append(...values.map((value) => new Option(value)));
  const wanted = new URLSearchParams(location.search).get(name);
  if (wanted !== null && values.includes(wanted)) select.value = wanted;
}

function chosen(name: string): string {
  return (form.elements.namedItem(name) as HTMLSelectElement).value;
}

function show(): void {
  const [width, height] = chosen("size").split("×").map(Number) as [number, number];
  const scale = Math.min(1, SHOWN_WIDTH / width);
  const style = { width, height, "shown-width": width * scale, "shown-height": height * scale };
  for (const [name, value] of Object.entries(style)) steps.style.setProperty(`--${name}`, `${value}px`);
  steps.style.setProperty("--scale", String(scale));
  steps.replaceChildren(figure("opening", ""), ...scenario.moments.map(({ id, eventTime }) => figure(id, eventTime)));

  function figure(name: string, time: string): HTMLElement {
    const query = new URLSearchParams({ theme: chosen("theme"), lang: chosen("language") });
    if (time !== "") query.set("t", time);
    const frame = document.createElement("iframe");
    frame.loading = "lazy";
    frame.title = name;
    frame.src = `/?${query}`;
    const box = document.createElement("div");
    box.className = "frame";
    box.append(frame);
    const caption = document.createElement("figcaption");
    caption.textContent = `${time} ${name}`;
    const element = document.createElement("figure");
    element.append(caption, box);
    return element;
  }
}
