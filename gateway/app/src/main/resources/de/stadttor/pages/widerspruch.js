// The secret behind # is the right to object; it leaves the browser only when the button is pressed.
const notice = document.getElementById("notice");
const button = document.getElementById("object");

button.addEventListener("click", async () => {
  button.disabled = true;
  const answer = await fetch("/api/citizen/v1/objections", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
    body: JSON.stringify({ token: location.hash.slice(1) || "-" }),
  });
  notice.textContent = answer.ok
    ? "Der Zugriff ist beendet. Ihre Stadt weiß Bescheid."
    : "Dieser Link gilt nicht. Bitte öffnen Sie ihn so, wie er in der Nachricht steht.";
  button.disabled = answer.ok;
});
