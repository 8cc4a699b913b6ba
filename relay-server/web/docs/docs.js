// @ts-check

/** @type {any} Swagger UI's bundle has no types and hangs itself on the window. */
const bundle = Reflect.get(window, "SwaggerUIBundle");

bundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  // A key that was typed in here must not outlive the page.
  persistAuthorization: false,
  validatorUrl: null,
});
