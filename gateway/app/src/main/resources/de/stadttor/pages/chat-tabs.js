// Which tab holds the chat: one at a time, so that no two of them use up each other's secret. A tab that was duplicated
// has a copy of everything, a tab that was opened anew has nothing; both find out, and can take the chat over.

const ANSWER = 1500;

/**
 * @param {string} name of what is held, the same in all tabs
 * @param {{give: () => object, lost: () => void}} holder give: what the next holder must know; lost: another one holds it
 */
export function chatTabs(name, holder) {
  const locks = navigator.locks;
  const channel = new BroadcastChannel(name);
  let release = null;

  channel.onmessage = ({ data }) => {
    if (data.ask && release) {
      channel.postMessage({ answer: data.ask, given: holder.give() });
      letGo();
      holder.lost();
    }
  };

  function letGo() {
    release?.();
    release = null;
  }

  /** @returns {Promise<boolean>} whether this tab has it now */
  function hold(how = { ifAvailable: true }) {
    if (release || !locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = locks.request(name, how, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((done) => (release = done));
      });
      held.catch(stolen);
    });
  }

  function stolen() {
    release = null;
    holder.lost();
  }

  /** @returns {Promise<boolean>} whether another tab has it */
  async function heldElsewhere() {
    const known = await locks?.query();
    return release === null && (known?.held.some((lock) => lock.name === name) ?? false);
  }

  /** @returns {Promise<object|null>} what the other tab gave; null if it said nothing, being asleep: then it is robbed */
  async function takeOver() {
    const given = await asked();
    await hold(given ? {} : { steal: true });
    return given;
  }

  function asked() {
    const ask = crypto.randomUUID();
    return new Promise((resolve) => {
      const late = setTimeout(() => settle(null), ANSWER);
      const settle = (given) => {
        clearTimeout(late);
        channel.removeEventListener("message", hear);
        resolve(given);
      };
      const hear = ({ data }) => data.answer === ask && settle(data.given);
      channel.addEventListener("message", hear);
      channel.postMessage({ ask });
    });
  }

  function close() {
    letGo();
    channel.close();
  }

  return { hold, letGo, heldElsewhere, takeOver, close };
}
