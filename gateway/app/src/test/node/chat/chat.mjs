// Sends every frame that the contract shows as an example, with what cannot be known beforehand filled in, and holds
// what comes back against the contract. Usage: node chat.mjs <address of the gateway>
import { createHash, randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { parse } from 'yaml';

const gateway = process.argv[2];
const contract = parse(await (await fetch(`${gateway}/openapi/chat.yaml`)).text());
const sent = { citizens: new Set(), operators: new Set() };

function follow(reference) {
  return reference.split('/').slice(1).reduce((place, name) => place[name], contract);
}

function frames(operation) {
  return contract.operations[operation].messages
    .map(({ $ref }) => follow(follow($ref).$ref))
    .map(({ name, payload, examples }) => ({ name, schema: follow(payload.$ref), examples: examples.map((one) => one.payload) }));
}

function example(operation, name) {
  return structuredClone(frames(operation).find((frame) => frame.name === name).examples[0]);
}

class Line {
  constructor(channel, hears, tells) {
    this.heard = [];
    this.waiting = [];
    this.channel = channel;
    this.hears = hears;
    this.known = new Map(frames(tells).map((frame) => [frame.name, frame.schema]));
  }

  static async to(channel, hears, tells) {
    const line = new Line(channel, hears, tells);
    line.socket = new WebSocket(gateway.replace('http', 'ws') + contract.channels[channel].address);
    line.socket.on('message', (data) => line.add(JSON.parse(data)));
    await new Promise((resolve, reject) => {
      line.socket.on('open', resolve);
      line.socket.on('error', reject);
    });
    return line;
  }

  add(frame) {
    const schema = this.known.get(frame.type);
    if (!schema) throw new Error(`not in the contract: ${JSON.stringify(frame)}`);
    for (const name of schema.required) {
      if (!(name in frame)) throw new Error(`${name} is missing: ${JSON.stringify(frame)}`);
    }
    this.heard.push(frame);
    this.waiting = this.waiting.filter((look) => !look());
  }

  say(name, filled) {
    sent[this.channel].add(name);
    this.socket.send(JSON.stringify({ ...example(this.hears, name), ...filled }));
  }

  next(name, which = () => true) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no ${name} among ${JSON.stringify(this.heard)}`)), 20_000);
      const look = () => {
        const place = this.heard.findIndex((frame) => frame.type === name && which(frame));
        if (place < 0) return false;
        clearTimeout(late);
        resolve(this.heard.splice(place, 1)[0]);
        return true;
      };
      if (!look()) this.waiting.push(look);
    });
  }
}

async function work() {
  const challenge = await (await fetch(`${gateway}/chat/v1/challenge`)).json();
  for (let number = 0; number <= challenge.maxnumber; number++) {
    if (createHash('sha256').update(challenge.salt + number).digest('hex') === challenge.challenge) {
      return Buffer.from(JSON.stringify({ ...challenge, number })).toString('base64');
    }
  }
  throw new Error('no number solves it');
}

const citizen = () => Line.to('citizens', 'hearCitizen', 'tellCitizen');
const token = await (await fetch(`${gateway}/demo/token/teamlead`)).text();
const desk = await Line.to('operators', 'hearOperator', 'tellOperator');
desk.say('authenticate', { token, after: {} });
await desk.next('operator');
desk.say('presence', { capacity: 10 });
await desk.next('operator', (frame) => frame.state === 'available');
desk.say('ping', {});
await desk.next('pong');

let window = await citizen();
window.say('open', { clientId: randomUUID(), proof: await work() });
const { chat, secret, position: seen } = await window.next('opened');
await window.next('waiting');
desk.say('watch', {});
await desk.next('overview', (frame) => [...frame.waiting, ...frame.running].some((one) => one.chat === chat));
desk.say('decline', { chat });
desk.say('accept', { chat });
await desk.next('assigned', (frame) => frame.chat === chat);
await window.next('assigned');
window.say('message', {});
const { position } = await window.next('acknowledged');
await desk.next('message', (frame) => frame.position === position);
desk.say('message', { chat });
await desk.next('acknowledged');
await window.next('message');
window.say('typing', {});
await desk.next('typing');
desk.say('typing', { chat });
await window.next('typing');
window.say('read', { position });
await desk.next('read');
desk.say('read', { chat, position });
await window.next('read');
window.say('file', {});
await window.next('upload');
window.say('authenticate', {});
await window.next('error', (frame) => frame.code === 'token-refused');
window.say('transcript', {});
await window.next('error', (frame) => frame.code === 'no-address');
window.say('ping', {});
await window.next('pong');
desk.say('transfer', { chat, to: { queue: 'it-support' } });
await desk.next('transferred');
await window.next('transferred');
window.socket.terminate();

window = await citizen();
window.say('resume', { chat, secret, after: seen });
const resumed = await window.next('resumed');
window.say('keep', {});
await window.next('message');
desk.say('accept', { chat });
await desk.next('assigned', (frame) => frame.chat === chat);
await window.next('assigned');
window.say('close', {});
await window.next('closed');
await desk.next('closed', (frame) => frame.chat === chat);
window = await citizen();
window.say('resume', { chat, secret: resumed.secret, after: 0 });
await window.next('resumed');
window.say('rate', {});
await window.next('rated');
desk.say('close', { chat });
await desk.next('error', (frame) => frame.code === 'unknown-chat');
desk.say('presence', { state: 'away', capacity: 3 });
await desk.next('operator', (frame) => frame.state === 'away');

for (const [channel, operation] of [['citizens', 'hearCitizen'], ['operators', 'hearOperator']]) {
  const left = frames(operation).map((frame) => frame.name).filter((name) => !sent[channel].has(name));
  if (left.length) throw new Error(`never sent: ${left}`);
  console.log(`${channel}: sent all of ${[...sent[channel]].join(', ')}`);
}
process.exit(0);
