"use strict";

// The links on the page are the only list of contracts: the one that is asked for is marked and shown, else the first.
const links = [...document.querySelectorAll('nav a[href^="/docs?contract="]')];
const chosen = links.find((link) => link.search === window.location.search) ?? links[0];
chosen.setAttribute("aria-current", "page");

SwaggerUIBundle({
  dom_id: "#viewer",
  url: `/openapi/${new URLSearchParams(chosen.search).get("contract")}.yaml`,
  deepLinking: true,
  displayOperationId: true,
  // The default would send the contract's address to a public validator.
  validatorUrl: null,
});
