// Whether somebody would come now: asked before a chat, so that nobody waits in vain.

/** @returns {Promise<object|null>} null where nobody knows; that keeps nobody from writing */
export async function availabilityOf(server, queue) {
  try {
    const answer = await fetch(new URL(`/chat/v1/queues/${encodeURIComponent(queue)}`, server), { credentials: "omit" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
