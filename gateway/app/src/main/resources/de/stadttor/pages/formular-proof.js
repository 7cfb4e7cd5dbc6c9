// The proof of work of one submission: found by a worker beside the page, and found again once it is too old.
import { solved } from "./proof.js";

const TOO_OLD = 50 * 60 * 1000;

/** @returns {{begin: () => void, header: () => Promise<string>, renew: () => void}} begin: does the work ahead of time */
export function proofOf(form) {
  let work = null;
  let begunAt = 0;

  function begin() {
    if (work && Date.now() - begunAt < TOO_OLD) return;
    begunAt = Date.now();
    work = solved(`/formular/${encodeURIComponent(form)}/challenge`, "/pages/proof-worker.js");
    work.catch(() => (work = null));
  }

  async function header() {
    begin();
    return work;
  }

  return { begin, header, renew: () => (work = null) };
}
