type Child = Node | string | undefined;

/** What is set on an element: attributes as text, `true` for one that only has to be there, and what a click does. */
interface Attributes {
  readonly onclick?: (event: MouseEvent) => void;
  readonly [name: string]: string | number | boolean | undefined | ((event: MouseEvent) => void);
}

/** An element of the page. Data only ever becomes text in it: nothing that a file holds is read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener("click", value as EventListener);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element of the template that has this id. */
export function part<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}
