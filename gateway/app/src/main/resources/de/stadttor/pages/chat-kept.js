// What a tab keeps of its chat, so that a reload or the next page of the site goes on with it: never longer than the tab,
// and never what was said.

/**
 * @param {string} place in sessionStorage
 * @returns {{read: () => object|null, keep: (chat: object) => void, forget: () => void}} a chat is {chat, secret, ticketNumber,
 *     outbox, opening}: outbox is what the server has not acknowledged, opening the frame that asked for a chat
 */
export function chatKept(place) {
  return {
    read: () => quietly(() => JSON.parse(sessionStorage.getItem(place))),
    keep: (chat) => quietly(() => sessionStorage.setItem(place, JSON.stringify(chat))),
    forget: () => quietly(() => sessionStorage.removeItem(place)),
  };
}

/** A browser that keeps nothing is no reason to keep somebody from chatting. */
function quietly(access) {
  try {
    return access();
  } catch {
    return null;
  }
}
