const $ = (id) => document.getElementById(id);

$("tour").textContent = $("tour").textContent.replace("http://localhost:8080", location.origin);

async function greet() {
  const answer = await fetch("/api/citizen/v1/me");
  if (answer.ok) {
    const me = await answer.json();
    $("me").textContent = `${me.name} (${me.assuranceLevel})`;
  }
}

async function refresh() {
  const status = await (await fetch("/demo/status")).json();
  $("database").textContent = status.database;
  $("waiting").textContent = status.waiting;
  $("dead").textContent = status.dead;
  $("outbox").replaceChildren(...status.outbox.map((item) => {
    const row = document.createElement("tr");
    for (const text of [new Date(item.at).toLocaleString("de-DE"), item.kind, item.recipient, item.ticketId]) {
      row.insertCell().textContent = text;
    }
    if (item.link) {
      const link = document.createElement("a");
      link.href = item.link;
      link.textContent = "Link";
      row.cells[1].append(" ", link);
    }
    return row;
  }));
}

await Promise.all([greet(), refresh()]);
setInterval(refresh, 3000);
