// How pages of the desk get a caseworker's token: in the demo by a button, otherwise by OAuth 2 with code and PKCE
// (RFC 7636) at the city's OpenID provider. The token stays in memory; whoever reloads the page logs in again.
import { element } from "./elements.js";

const PENDING = "desk-login";
const MARGIN_SECONDS = 30;

/**
 * Shows who can log in, and waits until somebody did.
 *
 * @param {HTMLElement} place for buttons; empty afterwards
 * @param {{choose: string, as: (persona: string) => string, login: string, closed: string, failed: string}} words
 * @returns {Promise<() => Promise<string>>} gives an access token for the desk's API, renewed before it expires if the
 *     provider lets it be
 */
export async function deskLogin(place, words) {
  const settings = await json("/desk/login.json");
  const token = settings.issuer ? await fromProvider(settings, place, words) : await fromDemo(settings, place, words);
  place.replaceChildren();
  return token;
}

function fromDemo({ personas }, place, words) {
  if (personas.length === 0) place.replaceChildren(element("p", {}, words.closed));
  return new Promise((resolve) => {
    const buttons = personas.map((persona) => {
      const button = element("button", { type: "button", class: "quiet" }, words.as(persona));
      button.addEventListener("click", async () => {
        const answer = await fetch(`/demo/token/${persona}`);
        if (!answer.ok) return;
        const token = await answer.text();
        resolve(async () => token);
      });
      return button;
    });
    if (buttons.length > 0) place.replaceChildren(element("p", {}, words.choose), element("p", { class: "actions" }, ...buttons));
  });
}

async function fromProvider(settings, place, words) {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  const answer = new URLSearchParams(location.search);
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", location.pathname + location.hash);
  if (pending && answer.get("state") === pending.state && answer.has("code")) {
    const given = await exchanged(settings, pending, answer.get("code")).catch(() => null);
    if (given) return renewed(settings, given);
  }
  return waitForLogin(settings, place, words, answer.has("code") || answer.has("error"));
}

/** Never resolves: the button leaves the page. */
function waitForLogin(settings, place, words, failed) {
  const button = element("button", { type: "button", class: "primary" }, words.login);
  button.addEventListener("click", () => begin(settings));
  place.replaceChildren(...(failed ? [element("p", { role: "alert" }, words.failed)] : []), element("p", { class: "actions" }, button));
  return new Promise(() => {});
}

async function begin(settings) {
  const provider = await discovered(settings);
  const pending = { state: random(), verifier: random() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const asked = new URLSearchParams({
    response_type: "code",
    client_id: settings.clientId,
    redirect_uri: location.origin + location.pathname,
    scope: settings.scope,
    state: pending.state,
    code_challenge: await challenge(pending.verifier),
    code_challenge_method: "S256",
  });
  location.assign(`${provider.authorization_endpoint}?${asked}`);
}

function exchanged(settings, { verifier }, code) {
  const redirect = location.origin + location.pathname;
  return granted(settings, { grant_type: "authorization_code", redirect_uri: redirect, code, code_verifier: verifier });
}

/** A token that is about to expire is traded by its refresh token; where that fails, the old one goes on to be refused. */
function renewed(settings, first) {
  let given = first;
  return async () => {
    if (given.refresh && Date.now() > given.until) {
      given = (await granted(settings, { grant_type: "refresh_token", refresh_token: given.refresh }).catch(() => null)) ?? given;
    }
    return given.token;
  };
}

async function granted(settings, asked) {
  const provider = await discovered(settings);
  const body = new URLSearchParams({ ...asked, client_id: settings.clientId });
  const answer = await fetch(provider.token_endpoint, { method: "POST", body });
  if (!answer.ok) return null;
  const { access_token: token, refresh_token: refresh, expires_in: seconds } = await answer.json();
  return { token, refresh: refresh ?? asked.refresh_token, until: Date.now() + ((seconds ?? 60) - MARGIN_SECONDS) * 1000 };
}

/** Where the provider's doors are (OpenID Connect Discovery 1.0, 4). */
function discovered({ issuer }) {
  return json(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
