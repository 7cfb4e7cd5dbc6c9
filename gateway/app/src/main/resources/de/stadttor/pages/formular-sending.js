// Sends what was filled in, with its files, and tells how far it is: fetch cannot tell that of uploads.

/**
 * @param {{form: string, id: string, submission: object, files: File[], headers: object}} filled
 * @param {(part: number) => void} progress from 0 to 1
 * @returns {Promise<{status: number, body: object, retryAfter: string|null}>} status 0 when nothing came back
 */
export function send({ form, id, submission, files, headers }, progress) {
  const data = new FormData();
  data.append("submission", new Blob([JSON.stringify(submission)], { type: "application/json" }));
  files.forEach((file) => data.append("files", file));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/formular/${encodeURIComponent(form)}/submissions`);
    for (const [name, value] of Object.entries({ "Idempotency-Key": id, ...headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onloadend = () => resolve(answer(request));
    request.send(data);
  });
}

function answer(request) {
  return { status: request.status, body: read(request.responseText), retryAfter: request.getResponseHeader("Retry-After") };
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
