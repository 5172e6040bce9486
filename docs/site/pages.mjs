// Plugin of TypeDoc: a page is called what its first heading says and stands among those of its language; a name in a docstring leads
// to what the package exports under it, wherever the docstring stands.
import { Converter } from "typedoc";

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const file = page.name;
    const title = /^# (.+)$/m.exec(page.content[0]?.text ?? "")?.[1];
    if (title !== undefined) page.name = title.replaceAll("`", "");
    page.frontmatter.group = groupOf(file, page.name);
  });
  app.converter.addUnknownSymbolResolver((reference, from) => {
    const [first, ...others] = reference.symbolReference?.path ?? [];
    if (first === undefined || others.length > 0) return undefined;
    const target = from.project.children?.flatMap(({ children = [] }) => children).find(({ name }) => name === first.path);
    return target && { target, caption: target.name };
  });
}

function groupOf(file, title) {
  if (file.endsWith(".vi")) return "Hướng dẫn";
  return /^\d+\. /.test(title) ? "Decisions" : "Guides";
}
