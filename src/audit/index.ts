/**
 * Sealed records (hồ sơ niêm phong): a scored round in one file that anyone can verify and recompute. Nothing here touches
 * files or a clock, so that the same code runs in Node and in a browser.
 */

export { canonicalText } from "./canonicalText";
export { type Digest, digestOf } from "./digest";
