// Elements without markup in strings: whatever a text holds, it stays text.

/** An element; attributes that are null, undefined or false are left out, true stands without a value. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Takes an element away. Whoever stood in it goes on at the next place, which must be able to take the focus. */
export function removed(gone, next) {
  const within = gone.contains(document.activeElement);
  gone.remove();
  if (within) next.focus();
}
