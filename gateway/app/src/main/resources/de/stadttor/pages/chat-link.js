// A socket that comes back: after a random wait that grows, or at once when the browser finds its network again.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const QUIET = 20_000;
const PATIENCE = 10_000;
const OPENING = 15_000;
const STEADY = 10_000;

/**
 * Frames are JSON objects with a `type`. A connection on which nothing came for a while is asked for a sign of life, and
 * given up when none comes: a network that vanished tells nobody.
 *
 * A far end that answers may still be out of order. So until arrived() nothing but the greeting goes out, and failures are
 * forgotten only by a connection that arrived and lasted.
 *
 * @param {string} address ws: or wss:
 * @param {{opened: () => void, frame: (frame: object) => void, lost: () => void}} listener opened may come many times,
 *     lost after each of them or when a connection was not to be had
 * @returns {{start: () => void, stop: () => void, again: () => void, greet: (frame: object) => boolean,
 *     arrived: () => void, isThere: () => boolean, send: (frame: object) => boolean}} again gives this connection up and
 *     comes back after a wait; send tells whether the frame went out, which is no proof that it was received
 */
export function chatLink(address, listener) {
  let socket = null;
  let failures = 0;
  let retry = 0;
  let watch = 0;
  let steady = 0;
  let there = false;

  function start() {
    stop();
    addEventListener("online", hurry);
    addEventListener("offline", probe);
    connect();
  }

  function stop() {
    removeEventListener("online", hurry);
    removeEventListener("offline", probe);
    clearTimeout(retry);
    retry = 0;
    abandon()?.close(1000);
  }

  function hurry() {
    if (retry === 0) return;
    clearTimeout(retry);
    connect();
  }

  function connect() {
    retry = 0;
    const mine = new WebSocket(address);
    socket = mine;
    watch = setTimeout(again, OPENING);
    mine.onopen = () => mine === socket && (listen(), listener.opened());
    mine.onmessage = ({ data }) => mine === socket && take(data);
    mine.onclose = () => mine === socket && again();
  }

  function take(data) {
    listen();
    const frame = JSON.parse(data);
    if (frame.type !== "pong") listener.frame(frame);
  }

  function listen() {
    clearTimeout(watch);
    watch = setTimeout(probe, QUIET);
  }

  function probe() {
    if (!greet({ type: "ping" })) return;
    clearTimeout(watch);
    watch = setTimeout(again, PATIENCE);
  }

  function again() {
    if (!socket) return;
    abandon()?.close();
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures++);
    retry = setTimeout(connect, wait * (0.5 + Math.random() / 2));
    listener.lost();
  }

  /** From here on nothing that the old socket says counts. */
  function abandon() {
    clearTimeout(watch);
    clearTimeout(steady);
    there = false;
    const old = socket;
    socket = null;
    return old;
  }

  /** The far end knows who is there. */
  function arrived() {
    if (there) return;
    there = true;
    steady = setTimeout(() => (failures = 0), STEADY);
  }

  function send(frame) {
    return there && greet(frame);
  }

  function greet(frame) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  return { start, stop, again, greet, arrived, isThere: () => there, send };
}
