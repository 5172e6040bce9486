/** Text as people search for it: without marks and capitals, so that "so noi vu" finds "Sở Nội vụ". */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}
