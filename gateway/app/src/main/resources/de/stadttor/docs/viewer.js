"use strict";

// The list on the page is the only list of contracts; without this script it still works as links.
const contracts = [...document.querySelectorAll("#contracts a")]
  .map((link) => ({ name: link.dataset.name, url: link.getAttribute("href") }));

SwaggerUIBundle({
  dom_id: "#viewer",
  urls: contracts,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  deepLinking: true,
  displayOperationId: true,
  // The default would send the contract's address to a public validator.
  validatorUrl: null,
});
