// Finds the number of a challenge (ALTCHA, version 1): the one whose digits behind the salt have the asked hash.

const TOGETHER = 500;
const text = new TextEncoder();

self.onmessage = async ({ data: { salt, challenge, maxnumber } }) => {
  self.postMessage(await search(salt, challenge, maxnumber));
};

async function search(salt, challenge, most) {
  for (let first = 0; first <= most; first += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, most - first + 1) }, (_, i) => first + i);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest("SHA-256", text.encode(salt + number))));
    const place = hashes.findIndex((hash) => hex(hash) === challenge);
    if (place >= 0) return first + place;
  }
  return null;
}

function hex(hash) {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
