// Finds the number of a challenge (ALTCHA, version 1): the one whose digits behind the salt have the asked hash.

const TOGETHER = 500;
const encoder = new TextEncoder();

/** @returns {Promise<number|null>} null when no number up to maxnumber fits */
export async function search({ salt, challenge, maxnumber }) {
  for (let first = 0; first <= maxnumber; first += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, maxnumber - first + 1) }, (_, i) => first + i);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest("SHA-256", encoder.encode(salt + number))));
    const place = hashes.findIndex((hash) => hex(hash) === challenge);
    if (place >= 0) return first + place;
  }
  return null;
}

function hex(hash) {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
