import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { ExportPicture, ExportPlan } from "./exportTypes.ts";
import { icon } from "./icons.ts";
import type { ExportMessages } from "./messages/exportEn.ts";
import { define } from "./replayElement.ts";

/** The picture as it will be saved, fitted or at its actual size, with a way through the others. */
export class ExportPreview extends LitElement {
  static override properties = {
    pictures: { attribute: false },
    index: { attribute: false },
    words: { attribute: false },
    pixels: { attribute: false },
    actual: { state: true },
    trouble: { state: true },
    painted: { state: true },
  };
  declare pictures: readonly ExportPicture[];
  declare index: number;
  declare words: ExportMessages;
  /** What a raster file will have; null where there is none. */
  declare pixels: ExportPlan["pixels"];
  declare actual: boolean;
  declare trouble: string | null;
  declare painted: boolean;
  #shown: ExportPicture | null = null;
  /** The picture with all its pixels; on the page it mostly has less room. */
  readonly #pixels = document.createElement("canvas");
  readonly #resized = new ResizeObserver(() => this.#fit());
  #painting: AbortController | null = null;

  constructor() {
    super();
    this.actual = false;
    this.trouble = null;
    this.painted = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#painting?.abort();
    this.#resized.disconnect();
  }

  protected override firstUpdated(): void {
    this.#resized.observe(this.querySelector(".preview-stage")!);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { words: m, pictures, index, actual } = this;
    const picture = pictures[index];
    return html`<section class="export-preview" aria-label=${m.preview}>
      <div
        class="preview-stage ${actual ? "actual" : ""}"
        tabindex=${actual ? 0 : nothing}
        role=${actual ? "group" : nothing}
        aria-label=${actual ? m.preview : nothing}
      >
        <canvas
          role="img"
          aria-label=${m.previewAlt(picture?.alt ?? "")}
          lang=${picture?.language ?? nothing}
          ?hidden=${!this.painted}
        ></canvas>
        ${this.#note()}
      </div>
      <div class="preview-bar">
        ${pictures.length > 1 ? this.#pages() : nothing}
        ${this.pixels ? html`<span class="figures">${m.pixels(this.pixels.width, this.pixels.height)}</span>` : nothing}
        <button type="button" class="small" aria-pressed=${actual} @click=${() => (this.actual = !actual)}>
          ${m.actualSize}
        </button>
      </div>
    </section>`;
  }

  #note() {
    const { words: m } = this;
    if (this.trouble !== null) return html`<p class="preview-note" role="alert">${m.notPainted(this.trouble)}</p>`;
    return this.painted ? nothing : html`<p class="preview-note">${m.painting}</p>`;
  }

  #pages() {
    const { words: m, pictures, index } = this;
    const page = (name: "previousMoment" | "nextMoment", label: string, step: number) =>
      html`<button
        type="button"
        class="tool"
        aria-label=${label}
        title=${label}
        @click=${() => this.#turnTo((index + step + pictures.length) % pictures.length)}
      >
        ${icon(name)}
      </button>`;
    return html`${page("previousMoment", m.previousPicture, -1)}
      <span class="figures" role="status">${m.pictureOf(index + 1, pictures.length)}</span>
      ${page("nextMoment", m.nextPicture, 1)}`;
  }

  #turnTo(index: number) {
    this.dispatchEvent(new CustomEvent("turn", { detail: index }));
  }

  protected override updated(changed: PropertyValues): void {
    const picture = this.pictures[this.index];
    if (picture && picture !== this.#shown) {
      this.#shown = picture;
      void this.#paint(picture);
    }
    if (changed.has("actual")) this.#fit();
  }

  /** Only the latest picture asked for is painted, and not before the controls have shown what was chosen. */
  async #paint(picture: ExportPicture) {
    this.#painting?.abort();
    const painting = new AbortController();
    this.#painting = painting;
    await new Promise((resolve) => setTimeout(resolve, this.painted ? 30 : 0));
    if (painting.signal.aborted) return;
    try {
      await picture.paint(this.#pixels, painting.signal);
      if (painting.signal.aborted) return;
      this.trouble = null;
      this.painted = true;
      this.#fit();
      this.dispatchEvent(new Event("painted"));
    } catch (error) {
      if (!painting.signal.aborted) this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  /** At actual size a pixel of the picture is a pixel of the screen; else it is made to fit, and no larger than it is. */
  #fit() {
    const pixels = this.#pixels;
    const canvas = this.querySelector("canvas");
    const stage = this.querySelector(".preview-stage");
    if (!this.painted || !canvas || !stage) return;
    const { paddingLeft, paddingTop } = getComputedStyle(stage);
    // On a wall of a screen the whole dialog is enlarged.
    const density = devicePixelRatio * (stage.currentCSSZoom ?? 1);
    const roomX = (stage.clientWidth - 2 * Number.parseFloat(paddingLeft)) * density;
    const roomY = (stage.clientHeight - 2 * Number.parseFloat(paddingTop)) * density;
    const scale = this.actual ? 1 : Math.min(1, roomX / pixels.width, roomY / pixels.height);
    canvas.width = Math.max(1, Math.round(pixels.width * scale));
    canvas.height = Math.max(1, Math.round(pixels.height * scale));
    canvas.style.width = `${canvas.width / density}px`;
    const context = canvas.getContext("2d")!;
    context.imageSmoothingQuality = "high";
    context.drawImage(pixels, 0, 0, canvas.width, canvas.height);
  }
}

define("jsa-export-preview", ExportPreview);
