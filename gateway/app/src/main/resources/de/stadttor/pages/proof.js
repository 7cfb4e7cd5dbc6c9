// A proof of work: a challenge is fetched, solved, and told as ALTCHA's clients tell it.
import { search } from "./proof-search.js";

/**
 * @param {string|URL} address where the challenge is
 * @param {string|URL} worker the script that searches
 * @returns {Promise<string>} the solution, JSON in Base64
 */
export async function solved(address, worker) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("no challenge");
  const { maxnumber, ...challenge } = await answer.json();
  const number = await found({ maxnumber, ...challenge }, worker);
  if (number === null) throw new Error("no solution");
  return btoa(JSON.stringify({ ...challenge, number }));
}

/** A page of another origin, or one that enforces trusted types, may not start our worker: it searches by itself. */
function found(challenge, address) {
  try {
    return beside(challenge, new Worker(address, { type: "module" }));
  } catch {
    return search(challenge);
  }
}

function beside(challenge, worker) {
  return new Promise((resolve) => {
    const settle = (result) => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }) => settle(data);
    worker.onerror = () => settle(search(challenge));
    worker.postMessage(challenge);
  });
}
