/** One value in several forms, by their media types; a notebook takes the richest that it knows. */
export type MimeBundle = Readonly<Record<string, unknown>> & { readonly "text/html": string; readonly "text/plain": string };

/** The method by which Deno's kernel asks a value how it is shown. */
const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/** The method by which Node asks, for `console.log` and for the last value of a cell in tslab. */
const nodeInspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/**
 * A value as a notebook shows it (cách hiện trong sổ tay): what kernels ask for by the names that they know, and `mime` for all
 * others. It is for looking at; data is taken from the value itself.
 */
export interface Display {
  readonly mime: MimeBundle;
  [jupyterDisplay](): MimeBundle;
  [nodeInspect](): string;
}

export function displayOf(mime: MimeBundle): Display {
  return { mime, [jupyterDisplay]: () => mime, [nodeInspect]: () => mime["text/plain"] };
}

/** What tslab calls `display`: it shows one form of a value. */
export interface KernelDisplay {
  raw(mediaType: string, content: string): unknown;
}

/**
 * A function that shows values in a kernel whose display takes one form of a value, such as tslab's. Deno's kernel needs none: there
 * the last value of a cell shows itself.
 *
 * @example
 * ```ts
 * import { rowsDisplay, showIn } from "par-index/notebook";
 *
 * const shown: string[] = [];
 * const show = showIn({ raw: (mediaType) => shown.push(mediaType) }); // in a notebook: import { display } from "tslab"; showIn(display)
 * show(rowsDisplay([{ unit: "Xã A", rank: 1 }]));
 * shown; // => ["text/html"]
 * ```
 */
export function showIn(kernel: KernelDisplay): (display: Display) => void {
  return ({ mime }) => {
    kernel.raw("text/html", mime["text/html"]);
  };
}
