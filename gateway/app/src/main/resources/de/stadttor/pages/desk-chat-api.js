// What the chats' page asks the desk's API by HTTP (openapi/desk.yaml, openapi/chat-http.yaml).
import { deskCalls } from "./desk-api.js";

const AT_ONCE = 20;

/**
 * @param {() => Promise<string>} token for the desk's API
 * @param {() => string} language of what the answers say to people
 */
export function chatApi(token, language) {
  const { fetched, call, all } = deskCalls(token, language);
  const of = (ticket) => `/api/desk/v1/tickets/${encodeURIComponent(ticket)}`;
  return {
    queues: () => all("/api/desk/v1/queues"),
    ready: async (sought) => {
      const asked = new URLSearchParams({ limit: AT_ONCE, ...(sought && { q: sought }) });
      return (await call(`/api/desk/v1/canned-replies?${asked}`)).content.items;
    },
    files: async (ticket) => {
      const { messages } = (await call(of(ticket))).content;
      return messages.flatMap(({ id, files }) => files.map((file) => ({ ...file, message: id })));
    },
    file: async (ticket, { message, id }) => (await fetched(`${of(ticket)}/messages/${message}/files/${id}`)).blob(),
  };
}
