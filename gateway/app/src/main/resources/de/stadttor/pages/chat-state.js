// How it stands, in a sentence or two.

/** @returns {string} empty where there is nothing to say */
export function stateText(now, words, language) {
  if (now.phase === "opening" && now.online === null) return words.opening;
  if (now.online === false) return sentences(words.closed[now.cut], words.offline);
  switch (now.phase) {
    case "idle":
      return now.availability ? availabilityText(now.availability, words, language) : "";
    case "coming":
      return words.coming;
    case "waiting":
      return sentences(now.place && words.place(now.place), waitText(now.estimate, words));
    case "unattended":
      return now.notice;
    case "paused":
      return words.closed[now.cut];
    case "transferred":
      return words.transferred;
    case "running":
      return now.name ? words.assigned(now.name) : words.anybody;
    case "closed":
      return sentences(now.notice ?? words.closed[now.reason] ?? words.ended, now.opensAt && words.opensAt(moment(now.opensAt, language)));
    default:
      return "";
  }
}

/** Said beforehand: what is written is taken at any time. */
function availabilityText({ state, waiting, estimateSeconds, opensAt }, words, language) {
  if (state === "open") return waiting > 0 ? sentences(words.place(waiting + 1), waitText(estimateSeconds, words)) : "";
  return sentences(words.unavailable, opensAt && words.opensAt(moment(opensAt, language)));
}

function waitText(seconds, words) {
  return seconds === null ? "" : words.wait(Math.ceil(seconds / 60));
}

function sentences(...said) {
  return said.filter(Boolean).join(" ");
}

function moment(instant, language) {
  return new Date(instant).toLocaleString(language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}
