// The proof of work of one submission: found by a worker beside the page, and found again once it is too old.

const TOO_OLD = 50 * 60 * 1000;

/** @returns {{begin: () => void, header: () => Promise<string>, renew: () => void}} begin: does the work ahead of time */
export function proofOf(form) {
  let work = null;
  let begunAt = 0;

  function begin() {
    if (work && Date.now() - begunAt < TOO_OLD) return;
    begunAt = Date.now();
    work = solved(form);
    work.catch(() => (work = null));
  }

  async function header() {
    begin();
    return work;
  }

  return { begin, header, renew: () => (work = null) };
}

async function solved(form) {
  const answer = await fetch(`/formular/${encodeURIComponent(form)}/challenge`);
  if (!answer.ok) throw new Error("no challenge");
  const { maxnumber, ...challenge } = await answer.json();
  const number = await found({ maxnumber, ...challenge });
  return btoa(JSON.stringify({ ...challenge, number }));
}

function found(challenge) {
  return new Promise((resolve, reject) => {
    const worker = new Worker("/pages/formular-worker.js");
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data === null) reject(new Error("no solution"));
      else resolve(data);
    };
    worker.onerror = () => reject(new Error("no worker"));
    worker.postMessage(challenge);
  });
}
