// Files go by HTTP: the socket gives a ticket for each.

const LARGEST = 10 * 1024 * 1024;

/** @returns {{name: string, mediaType: string, size: number}|null} null for a file that is empty or too large */
export function fileOf({ name, type, size }) {
  if (size < 1 || size > LARGEST) return null;
  return { name: name.slice(-200), mediaType: (type || "application/octet-stream").slice(0, 100), size };
}

/** @returns {Promise<{clientId: string, position: number, at: string}|"refused"|"again">} the receipt when it is stored */
export async function delivered(server, { url, ticket }, blob) {
  try {
    const headers = { "Upload-Ticket": ticket, "Content-Type": "application/octet-stream" };
    const answer = await fetch(new URL(url, server), { method: "POST", headers, body: blob, credentials: "omit" });
    if (answer.ok) return await answer.json();
    return answer.status >= 500 || answer.status === 429 ? "again" : "refused";
  } catch {
    return "again";
  }
}
