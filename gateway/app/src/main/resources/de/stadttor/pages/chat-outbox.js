// Sends what is not acknowledged, and again after each reconnect: texts one after the other, so that they keep their
// order whatever is refused on the way; files beside them, because they take their time.

const LATER = 3000;

/**
 * @param {() => object[]} items what waits, in order
 * @param {{send: (frame: object) => boolean, deliver: (ticket: object, blob: Blob) => Promise<object|string>,
 *     acknowledge: (receipt: object) => void, refuse: (clientId: string) => void}} door deliver sends the bytes of a file, and
 *     gives the receipt, or tells that it was "refused" or has to be sent "again"
 */
export function chatOutbox(items, { send, deliver, acknowledge, refuse }) {
  const under = new Set();
  let ready = false;
  let later = 0;
  let connections = 0;

  function flush() {
    if (!ready) return;
    const text = items().find((item) => !item.blob);
    const files = items().filter((item) => item.blob);
    [text, ...files].filter((item) => item && !under.has(item.clientId)).forEach(begin);
  }

  function begin(item) {
    if (send(frameOf(item))) under.add(item.clientId);
  }

  /** From here on things can be sent: a connection knows nothing of what the former one was told. */
  function open() {
    ready = true;
    connections++;
    under.clear();
    flush();
  }

  function shut() {
    ready = false;
    connections++;
    clearTimeout(later);
  }

  function retry(clientId) {
    under.delete(clientId);
    clearTimeout(later);
    later = setTimeout(flush, LATER);
  }

  /** With the ticket of a former connection a file may still be stored; that it is refused means nothing. */
  async function upload(ticket) {
    const mine = connections;
    const item = items().find(({ clientId }) => clientId === ticket.clientId);
    if (!item) return;
    const result = await deliver(ticket, item.blob);
    if (result !== "refused" && result !== "again") acknowledge(result);
    else if (mine !== connections) return;
    else if (result === "refused") refuse(item.clientId);
    else retry(item.clientId);
  }

  return { flush, open, shut, retry, upload };
}

function frameOf({ clientId, text, files }) {
  return text === undefined ? { type: "file", clientId, ...files[0] } : { type: "message", clientId, text };
}
