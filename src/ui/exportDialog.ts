/** Export: choices on one side, on the other the picture that will be saved, its texts, and the article pack. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Language } from "../core/types.ts";
import { exportOptions, FORMAT_NAMES, selectField } from "./exportOptions.ts";
import "./exportPreview.ts";
import "./exportTexts.ts";
import type {
  ExportChoices,
  ExportedFile,
  Exporter,
  ExportFault,
  ExportOptions,
  ExportPlan,
  ExportProgress,
} from "./exportTypes.ts";
import { decimal, durationText } from "./format.ts";
import { icon } from "./icons.ts";
import { exportEn, type ExportMessages } from "./messages/exportEn.ts";
import { exportKo } from "./messages/exportKo.ts";
import { define, ReplayElement } from "./replayElement.ts";
import dialogsCss from "./styles/dialogs.css?inline";
import exportCss from "./styles/export.css?inline";
import choicesCss from "./styles/exportChoices.css?inline";
import screensCss from "./styles/exportScreens.css?inline";
import fieldsCss from "./styles/fields.css?inline";

const WORDS: Readonly<Record<Language, ExportMessages>> = { en: exportEn, ko: exportKo };
/** Below this a reckoning of the time left is a guess. */
const MIN_SHARE = 0.03;

interface Job {
  readonly stop: AbortController;
  readonly progress: ExportProgress | null;
}

export class ExportDialog extends ReplayElement {
  static override properties = {
    ...ReplayElement.properties,
    exporter: { state: true },
    choices: { state: true },
    index: { state: true },
    job: { state: true },
    note: { state: true },
  };
  static override css = fieldsCss + dialogsCss + exportCss + choicesCss + screensCss;
  declare exporter: Exporter | null;
  declare choices: ExportChoices | null;
  declare index: number;
  declare job: Job | null;
  declare note: { readonly isFailure: boolean; readonly text: string } | null;
  #plan: ExportPlan | null = null;
  #fault: ExportFault | null = null;

  constructor() {
    super();
    this.exporter = null;
    this.choices = null;
    this.index = 0;
    this.job = null;
    this.note = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.job?.stop.abort();
  }

  async #load() {
    try {
      await this.updateComplete;
      // The picture shown is the one that is exported: it stands still while it is chosen.
      this.context.player.pause();
      this.exporter = await this.context.exporter();
      this.choices = this.exporter.initial;
    } catch (error) {
      const { messages } = this.context;
      this.note = { isFailure: true, text: messages.faultNotLoaded(messageOf(error)) };
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { exporter, choices } = this;
    if (!changed.has("choices") || !exporter || !choices) return;
    this.#fault = exporter.faultOf(choices);
    // What cannot be made leaves the last picture standing.
    if (this.#fault) return;
    this.#plan = exporter.plan(choices);
    this.index = Math.min(this.index, this.#plan.pictures.length - 1);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.querySelector("dialog")!;
    if (this.isConnected && !dialog.open) dialog.showModal();
  }

  override render(): TemplateResult {
    const { messages: m } = this.context;
    return html`<dialog
      class="dialog export"
      aria-labelledby="export-title"
      @close=${() => this.context.set({ dialog: null })}
      @cancel=${(event: Event) => this.#escape(event)}
      @click=${(event: MouseEvent) => this.#closeOnBackdrop(event)}
    >
      <header class="dialog-head">
        <h2 id="export-title">${m.export}</h2>
        <button type="button" class="tool" aria-label=${m.close} title=${m.close} @click=${() => this.#close()}>
          ${icon("close")}
        </button>
      </header>
      ${this.#body()} ${this.#foot()}
    </dialog>`;
  }

  get #words() {
    return WORDS[this.context.settings.language];
  }

  /** Closed by itself before it is taken away, so that the focus goes back to where it came from. */
  #close() {
    this.querySelector("dialog")!.close();
  }

  #closeOnBackdrop(event: MouseEvent) {
    if (event.target === event.currentTarget && !this.job) this.#close();
  }

  /** Escape stops what is being made first. */
  #escape(event: Event) {
    if (!this.job) return;
    event.preventDefault();
    this.job.stop.abort();
  }

  #body() {
    const { exporter, choices, context } = this;
    const plan = this.#plan;
    if (!exporter || !choices || !plan) return html`<div class="export-body"></div>`;
    const words = this.#words;
    const picture = plan.pictures[this.index];
    const change = (part: Partial<ExportChoices>) => {
      this.choices = { ...this.choices!, ...part };
      this.note = null;
    };
    return html`<div class="export-body">
      <div class="export-shown">
        <jsa-export-preview
          .pictures=${plan.pictures}
          .index=${this.index}
          .words=${words}
          .pixels=${isRaster(choices) ? plan.pixels : null}
          @turn=${(event: CustomEvent<number>) => (this.index = event.detail)}
        ></jsa-export-preview>
      </div>
      <div class="export-choices">${exportOptions({ context, words, exporter, choices, change })}</div>
      <div class="export-more">
        ${picture ? html`<jsa-export-texts .picture=${picture} .words=${words}></jsa-export-texts>` : nothing}
        ${this.#pack(exporter, choices, change)}
      </div>
    </div>`;
  }

  #pack({ papers }: Exporter, choices: ExportChoices, change: (part: Partial<ExportChoices>) => void) {
    const m = this.#words;
    return html`<section class="export-pack" aria-labelledby="export-pack">
      <div>
        <h3 id="export-pack">${m.pack}</h3>
        <p class="note">${m.packHint}</p>
      </div>
      <div class="export-pack-tools">
        ${selectField(
          m.paper,
          papers.map((value) => ({ value, text: m.sizes[value] ?? value })),
          choices.paper,
          (paper) => change({ paper }),
        )}
        <button
          type="button"
          class="small make-pack"
          ?disabled=${this.job !== null || (this.#fault !== null && this.#fault.type !== "format")}
          @click=${() => void this.#run((options) => this.exporter!.savePack(choices, options))}
        >
          ${m.makePack}
        </button>
      </div>
    </section>`;
  }

  #foot() {
    const m = this.#words;
    const { choices, job, note } = this;
    const fault = this.#fault;
    const said = job ? "" : fault ? faultText(fault, m) : note && !note.isFailure ? note.text : "";
    const failure = !job && !fault && note?.isFailure ? note.text : "";
    return html`<footer class="export-foot">
      <p class="export-note" role="status" .textContent=${said}></p>
      <p class="export-note failure" role="alert" .textContent=${failure}></p>
      ${job ? this.#progress(job) : nothing}
      ${
        job
          ? html`<button type="button" class="pill cancel" @click=${() => job.stop.abort()}>${m.cancel}</button>`
          : html`<button
              type="button"
              class="pill primary download"
              ?disabled=${fault !== null || !this.#plan}
              @click=${() => void this.#run((options) => this.exporter!.savePictures(choices!, options))}
            >
              ${icon("export")} ${this.#downloadText()}
            </button>`
      }
    </footer>`;
  }

  #downloadText() {
    const m = this.#words;
    const count = this.#plan?.fileCount ?? 1;
    return count > 1 ? m.downloadFiles(count) : m.download(FORMAT_NAMES[this.choices?.formats[0] ?? "png"]);
  }

  #progress({ progress }: Job) {
    const m = this.#words;
    if (!progress)
      return html`<p class="export-progress"><progress aria-label=${m.progress}></progress>${m.starting}</p>`;
    const { done, total, share, secondsLeft } = progress;
    const left = secondsLeft === null || share < MIN_SHARE ? "" : this.#leftText(secondsLeft);
    return html`<p class="export-progress">
      <progress max="1" .value=${share} aria-label=${m.progress}></progress>
      <span class="figures">${m.progressText(done, total)}</span> <span class="figures">${left}</span>
    </p>`;
  }

  #leftText(seconds: number) {
    return this.#words.timeLeft(durationText(Math.max(1, Math.ceil(seconds)), this.context.messages));
  }

  async #run(make: (options: ExportOptions) => Promise<ExportedFile>) {
    if (this.job) return;
    const stop = new AbortController();
    this.note = null;
    this.job = { stop, progress: null };
    const hadFocus = this.contains(activeIn(this));
    try {
      const onProgress = (progress: ExportProgress) => (this.job = { stop, progress });
      const { name, bytes } = await make({ signal: stop.signal, onProgress });
      this.note = { isFailure: false, text: this.#words.saved(name, sizeText(bytes)) };
    } catch (error) {
      const m = this.#words;
      this.note = stop.signal.aborted
        ? { isFailure: false, text: m.cancelled }
        : { isFailure: true, text: m.failed(messageOf(error)) };
    }
    this.job = null;
    await this.updateComplete;
    // The button pressed was taken away while it worked.
    if (hadFocus && this.isConnected && !this.contains(activeIn(this))) {
      this.querySelector<HTMLElement>(".download")?.focus();
    }
  }
}

function isRaster({ formats }: ExportChoices): boolean {
  return formats.some((format) => format !== "svg" && format !== "pdf");
}

function faultText(fault: ExportFault, m: ExportMessages): string {
  if (fault.type === "small") return m.faults.small(`${fault.least} ${fault.unit}`);
  return fault.type === "large" ? m.faults.large(fault.width, fault.height) : m.faults[fault.type];
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${decimal(bytes / 1e6, 1)} MB`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function activeIn(element: HTMLElement): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

define("jsa-export-dialog", ExportDialog);
