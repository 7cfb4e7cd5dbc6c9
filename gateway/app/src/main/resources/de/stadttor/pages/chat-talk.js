// What was said, in the server's order; and behind it what the server has not acknowledged. Nothing stands here twice,
// however often it comes: a position is one message, and so is a clientId.

/**
 * @param {string} own who this side is: "citizen" or "office"
 * @param {object[]} outbox what is sent until it is acknowledged: {clientId, text} or {clientId, files, blob}
 */
export function talkOf(own, outbox = []) {
  const said = new Map();
  const written = new Map();
  let refused = [];
  let after = 0;
  let readTo = 0;

  /** They come in order, so the last one is where to go on from; an acknowledgement may overtake one, and is not. */
  function hear({ position, from, text, at, files }) {
    after = Math.max(after, position);
    if (!said.has(position)) said.set(position, { from, text, at, files });
  }

  function acknowledge({ clientId, position, at }) {
    const item = taken(clientId);
    written.set(position, clientId);
    if (item && !said.has(position)) said.set(position, { from: own, text: item.text, files: item.files, at });
  }

  /** It will not be stored, so it must not be sent again; whoever wrote it still sees it. */
  function refuse(clientId) {
    const item = taken(clientId);
    if (item) refused.push(item);
    return item !== null;
  }

  /** Also of what was given up: it may have been stored all the same. */
  function taken(clientId) {
    const item = [...outbox, ...refused].find((pending) => pending.clientId === clientId) ?? null;
    outbox = outbox.filter((pending) => pending !== item);
    refused = refused.filter((pending) => pending !== item);
    return item;
  }

  /** In the order of the screen. A key stays with its message, whatever becomes of it. */
  function entries() {
    const order = [...said].sort(([a], [b]) => a - b);
    return [...order.map(shown), ...refused.map(pending("refused")), ...outbox.map(pending("sending"))];
  }

  function shown([position, message]) {
    const mark = message.from !== own ? null : position <= readTo ? "seen" : "sent";
    return { ...message, key: written.get(position) ?? `at ${position}`, mark };
  }

  function pending(mark) {
    return ({ clientId, text, files }) => ({ key: clientId, from: own, text, files, mark });
  }

  /** Where the other side's messages stand. */
  function theirs() {
    return [...said].filter(([, { from }]) => from !== own).map(([position]) => position);
  }

  return {
    hear,
    acknowledge,
    refuse,
    entries,
    theirs,
    write: (item) => (outbox = [...outbox, item]),
    seen: (position) => (readTo = Math.max(readTo, position)),
    after: () => after,
    outbox: () => outbox,
  };
}
