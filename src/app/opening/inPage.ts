/**
 * Runs in the page by itself, as text: nothing here may use anything from outside its function.
 */

export interface OpeningFile {
  readonly media: string;
  readonly language: string;
  readonly theme: string;
  /** 1 for screens of one device pixel to the pixel, 2 for the others. */
  readonly pixelRatio: number;
  readonly url: string;
}

/**
 * While the head is read: which opening the address and the reader's device ask for, left in the root element's data for
 * `showOpening`, and its picture on its way. None for another time, view or form of the page: these it does not show.
 */
export function chooseOpening(files: readonly OpeningFile[]): void {
  const query = new URLSearchParams(location.search);
  if (["t", "view", "ui", "up", "tab", "pace", "errors", "captions", "clock", "loop"].some((name) => query.has(name)))
    return;
  const language = query.get("lang") ?? (navigator.language.startsWith("ko") ? "ko" : "en");
  const asked = query.get("theme") ?? "auto";
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = asked === "auto" ? (isDark ? "dark" : "light") : asked;
  const pixelRatio = devicePixelRatio > 1 ? 2 : 1;
  const file = files.find(
    (one) =>
      one.language === language &&
      one.theme === theme &&
      one.pixelRatio === pixelRatio &&
      matchMedia(one.media).matches,
  );
  if (!file) return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "image", href: file.url, fetchPriority: "high" });
  document.head.append(link);
  Object.assign(document.documentElement.dataset, {
    openingLanguage: language,
    openingTheme: theme,
    openingPicture: file.url,
  });
}

/**
 * Once the opening is read: shows the one chosen, its map before its words, for which the browser has to find fonts, and before
 * what the script needs is fetched. A press on a button before the replay is there is kept in `data-wish`.
 */
export function showOpening(): void {
  const host = document.getElementById("opening")!;
  const late = document.querySelector<HTMLTemplateElement>("#late");
  const fetchLate = () => {
    if (late?.isConnected) late.replaceWith(late.content);
  };
  const root = host.shadowRoot?.querySelector<HTMLElement>(".root");
  const { openingLanguage, openingTheme, openingPicture } = document.documentElement.dataset;
  if (!root || !openingPicture) {
    // Kept out of sight for its style sheet, which the replay takes.
    host.hidden = true;
    fetchLate();
    return;
  }
  document.querySelector(".loading")?.remove();
  root.dataset["theme"] = openingTheme;
  root.dataset["waiting"] = "picture";
  root.append(root.querySelector<HTMLTemplateElement>(".opening-frame")!.content);
  const frame = root.querySelector<HTMLElement>(".opening-view")!;
  frame.lang = openingLanguage!;
  const image = frame.querySelector("img")!;
  image.src = openingPicture;
  const goOn = () => {
    if (root.dataset["waiting"] !== "picture") return;
    // Set in another font, header and player may take more room: until theirs are here they keep the room they will have.
    root.dataset["waiting"] = "fonts";
    // The words below ask for their fonts themselves, and asked for in both ways they would come twice.
    for (const link of late?.content.querySelectorAll("[as=font]") ?? []) link.remove();
    fetchLate();
    const words = root.querySelector<HTMLElement>(`.opening-words[lang="${openingLanguage}"]`)!;
    let holder = words as HTMLTemplateElement;
    if (words.localName === "noscript") {
      holder = document.createElement("template");
      holder.innerHTML = words.textContent;
    }
    const view = holder.content.querySelector<HTMLElement>(".opening-view")!;
    view.querySelector(".map")!.replaceChildren(image);
    frame.replaceWith(view);
    // Laid out, the words ask for the fonts they are set in; only then are these awaited.
    view.getBoundingClientRect();
    void document.fonts.ready.then(() => {
      delete root.dataset["waiting"];
    });
  };
  const painted = () => {
    performance.mark("opening");
    goOn();
  };
  image.decode().then(() => requestAnimationFrame(() => setTimeout(painted)), goOn);
  // A picture that does not come keeps nobody waiting.
  setTimeout(goOn, 500);
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest(".poster .pill");
    if (button) host.dataset["wish"] = button.classList.contains("primary") ? "play" : "step";
  });
}

/**
 * Starts the page's script once the opening's picture is painted and its words are: on a slow device it would keep both
 * waiting. At once where there is none. If it does not come, the page says so over its opening.
 */
export async function startWhenShown(): Promise<void> {
  const page = document.querySelector<HTMLScriptElement>("script[data-page]")!.dataset["page"]!;
  const root = document.querySelector("#opening:not([hidden])")?.shadowRoot?.querySelector<HTMLElement>(".root");
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  while (root?.dataset["waiting"] === "picture") await wait(8);
  // In a tab nobody sees, no frame comes.
  if (root) await Promise.race([new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))), wait(100)]);
  try {
    await import(new URL(page, document.baseURI).href);
  } catch (error) {
    document.querySelector(".loading")?.remove();
    document.body.append(document.querySelector<HTMLTemplateElement>("#not-loaded")!.content);
    throw error;
  }
}
