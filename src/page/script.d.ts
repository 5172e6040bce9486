/** A script of a page, with all that it imports, as the one text that a page holds; the build makes it. */
declare module "*?script" {
  export const script: string;
}
