// A citizen's application made with openid-client, which nobody here wrote: code and PKCE, a call, a step-up after its
// 401, refresh, revocation. Argument: the address of a running demo. Says what it did; ends with 1 when anything is not
// as it should be.

import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { Browser } from './browser.mjs';

const issuer = process.argv[2] ?? 'http://localhost:8080';
const redirect = 'http://127.0.0.1:52711/callback';

const config = await client.discovery(new URL(issuer), 'demo-app', undefined, client.None(), {
  algorithm: 'oauth2',
  execute: [client.allowInsecureRequests],
});
assert.deepEqual(config.serverMetadata().acr_values_supported, ['basic', 'low', 'substantial', 'high']);
console.log('discovered', config.serverMetadata().issuer);

const browser = new Browser();

async function logIn(means, more = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...more,
  });
  const back = await browser.follow(address, { persona: 'citizen-high', means });
  return client.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier, expectedState: state });
}

async function get(path, token) {
  return client.fetchProtectedResource(config, token, new URL(path, issuer), 'GET');
}

const weak = await logIn('benutzername');
const me = await (await get('/api/citizen/v1/me', weak.access_token)).json();
assert.equal(me.assuranceLevel, 'basic');
console.log('logged in as', me.name, 'at', me.assuranceLevel);

const ticket = await submitSomethingSecret();
const challenge = await get(`/api/citizen/v1/tickets/${ticket}`, weak.access_token).then(
  () => assert.fail('shown without a step-up'),
  (refused) => refused.cause[0].parameters,
);
assert.equal(challenge.error, 'insufficient_user_authentication');
console.log('asked to step up to', challenge.acr_values);

const strong = await logIn('eid', { acr_values: challenge.acr_values });
const shown = await (await get(`/api/citizen/v1/tickets/${ticket}`, strong.access_token)).json();
assert.equal(shown.id, ticket);
console.log('shown at', shown.requiredLevel);

const refreshed = await client.refreshTokenGrant(config, strong.refresh_token);
assert.notEqual(refreshed.refresh_token, strong.refresh_token);
assert.equal((await get('/api/citizen/v1/me', refreshed.access_token)).status, 200);
console.log('refreshed for', refreshed.expiresIn(), 'seconds');

await client.tokenRevocation(config, refreshed.refresh_token);
await assert.rejects(get('/api/citizen/v1/me', refreshed.access_token), { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
await assert.rejects(client.refreshTokenGrant(config, refreshed.refresh_token), { error: 'invalid_grant' });
console.log('revoked');

// By the demo's form server, in the name of the same citizen.
async function submitSomethingSecret() {
  const token = await (await fetch(`${issuer}/demo/token/formserver`)).text();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const forms = await (await fetch(`${issuer}/api/intake/v1/forms`, { headers })).json();
  const form = forms.items.find((item) => item.form === 'ergaenzungspflegschaft');
  const answer = await fetch(`${issuer}/api/intake/v1/submissions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      form: form.form,
      submissionId: `openid-client-${Date.now()}`,
      fields: form.example,
      assuranceLevel: 'high',
      citizen: { identity: { scheme: 'bayernid', bpk2: 'demo-citizen-high', spHost: 'localhost' } },
    }),
  });
  const receipt = await answer.json();
  assert.equal(answer.status, 201, JSON.stringify(receipt));
  return receipt.ticketId;
}
