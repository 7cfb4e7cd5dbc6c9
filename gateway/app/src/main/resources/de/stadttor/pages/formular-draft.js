// What was filled in, kept in this browser until it is sent: so that nothing is lost by a reload or a login. Of forms
// that need a login, and of visitors who are logged in, only as long as the tab is open.

/**
 * @returns {{read: () => object|null, keep: (draft: object) => void, forget: () => void}} a draft is
 *     {id, version, fields, citizen, files}: the id names what was filled in, files is how many were chosen
 */
export function draftOf({ form, submitLevel, visitor }) {
  const place = `formular/${form}`;
  const lasting = submitLevel === "basic" && !visitor;
  const own = () => (lasting && sessionStorage.getItem(place) === null ? localStorage : sessionStorage);

  return {
    read: () => quietly(() => JSON.parse(own().getItem(place) ?? (lasting ? null : movedIntoTheTab(place)))),
    keep: (draft) => quietly(() => own().setItem(place, JSON.stringify(draft))),
    forget: () => quietly(() => [localStorage, sessionStorage].forEach((storage) => storage.removeItem(place))),
  };
}

/**
 * Whoever logged in meanwhile finds the draft from before, which then goes away with the tab. Never the other way: what
 * somebody filled in who was logged in stays in the tab when the login ends.
 */
function movedIntoTheTab(place) {
  const draft = localStorage.getItem(place);
  if (draft) sessionStorage.setItem(place, draft);
  localStorage.removeItem(place);
  return draft;
}

/** A browser that keeps nothing is no reason to keep somebody from sending. */
function quietly(access) {
  try {
    return access();
  } catch {
    return null;
  }
}
