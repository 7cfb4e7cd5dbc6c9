const $ = (id) => document.getElementById(id);

$("tour").textContent = $("tour").textContent.replace("http://localhost:8080", location.origin);

async function greet() {
  const answer = await fetch("/api/citizen/v1/me");
  if (answer.ok) {
    const me = await answer.json();
    $("me").textContent = `${me.name} (${me.assuranceLevel})`;
  }
}

const shownMails = new Set();

function showMail(mail) {
  const key = `${mail.at} ${mail.to} ${mail.subject}`;
  if (shownMails.has(key)) {
    return;
  }
  shownMails.add(key);
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `${new Date(mail.at).toLocaleString("de-DE")} an ${mail.to}: ${mail.subject}`;
  const text = document.createElement("pre");
  for (const part of mail.text.split(/(https?:\/\/\S+)/)) {
    const link = document.createElement("a");
    link.href = link.textContent = part;
    text.append(part.startsWith("http") ? link : part);
  }
  details.append(summary, text);
  $("mails").prepend(details);
}

async function refresh() {
  const status = await (await fetch("/demo/status")).json();
  $("database").textContent = status.database;
  $("waiting").textContent = status.waiting;
  $("dead").textContent = status.dead;
  status.mails.toReversed().forEach(showMail);
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
