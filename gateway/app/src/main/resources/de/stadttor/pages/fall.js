// An anonymous case: the secret behind # is traded once for a session of this browser, then leaves the address bar.
const api = "/api/citizen/v1";
const $ = (id) => document.getElementById(id);
const shown = new Set();

async function call(path, body) {
  const headers = { "Accept-Language": document.documentElement.lang };
  const key = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
  const write = { method: "POST", headers: { ...headers, ...key }, body: JSON.stringify(body) };
  const answer = await fetch(api + path, body ? write : { headers });
  if (!answer.ok) throw new Error((await answer.json()).title);
  return answer.json();
}

async function openCase() {
  const token = location.hash.slice(1);
  if (token) {
    const { ticketId } = await call("/access", { token });
    sessionStorage.setItem("case", ticketId);
    history.replaceState(null, "", location.pathname);
  }
  const ticketId = sessionStorage.getItem("case");
  if (!ticketId) throw new Error("Bitte öffnen Sie den Link aus Ihrer Bestätigung.");
  return ticketId;
}

async function refresh(ticketId) {
  const ticket = await call(`/tickets/${ticketId}`);
  $("subject").textContent = ticket.subject;
  $("number").textContent = ticket.number;
  $("state").textContent = ticket.publicState.text;
  let cursor = "";
  do {
    const page = await call(`/tickets/${ticketId}/messages?limit=100${cursor}`);
    page.items.filter((message) => !shown.has(message.id)).forEach(show);
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : "";
  } while (cursor);
}

function show(message) {
  shown.add(message.id);
  const item = document.createElement("li");
  const head = document.createElement("small");
  const who = message.direction === "fromCitizen" ? "Sie" : "Ihre Stadt";
  head.textContent = `${who}, ${new Date(message.createdAt).toLocaleString("de-DE")}`;
  item.className = message.direction;
  item.append(head, message.withheld ? "Diese Nachricht sehen Sie nach einer stärkeren Anmeldung." : message.text);
  $("messages").append(item);
}

function follow(ticketId) {
  const stream = new EventSource(`${api}/tickets/${ticketId}/events`);
  for (const event of ["snapshot", "status", "message", "reset"]) {
    stream.addEventListener(event, () => refresh(ticketId).catch(tell));
  }
  stream.addEventListener("closed", () => {
    stream.close();
    tell(new Error("Ihre Sitzung ist beendet. Öffnen Sie den Link noch einmal."));
  });
}

function tell(problem) {
  $("notice").textContent = problem.message;
  $("notice").hidden = false;
}

try {
  const ticketId = await openCase();
  await refresh(ticketId);
  $("case").hidden = false;
  $("notice").hidden = true;
  follow(ticketId);
  $("close").addEventListener("click", async () => {
    await fetch(`${api}/access`, { method: "DELETE" });
    sessionStorage.removeItem("case");
    location.reload();
  });
  $("write").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await call(`/tickets/${ticketId}/messages`, { text: $("text").value });
      $("text").value = "";
    } catch (problem) {
      tell(problem);
    }
  });
} catch (problem) {
  tell(problem);
}
