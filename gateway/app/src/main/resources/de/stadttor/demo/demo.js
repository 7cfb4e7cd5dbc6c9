const $ = (id) => document.getElementById(id);

$("tour").textContent = `S=${location.origin}
TOKEN() { curl -s "$S/demo/token/$1"; }

curl -s "$S/api/intake/v1/submissions" -H "Authorization: Bearer $(TOKEN formserver)" \\
  -H "Content-Type: application/json" \\
  -d '{"form":"insektennest","submissionId":"F-1","fields":{"ort":"Marienplatz 8"}}'`;

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
    return row;
  }));
}

await refresh();
setInterval(refresh, 3000);
