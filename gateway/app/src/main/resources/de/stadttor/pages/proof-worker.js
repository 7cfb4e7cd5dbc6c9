// Searches beside the page, so that it stays quick while somebody types.
import { search } from "./proof-search.js";

self.onmessage = async ({ data }) => self.postMessage(await search(data));
