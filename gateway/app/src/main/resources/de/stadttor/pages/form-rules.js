// What is wrong with one value, told at once. The server asks again and is the judge; what only it can know (the rules
// between fields) is not even tried here. Neither are patterns: the server runs them in time that grows with the text, a
// browser may need ages for the same one, and the whole page would stand still.

const MAIL = /^[^\s@]+@[^\s@]+$/;

const RULES = [
  ["type", (value, { kind }) => ["number"].includes(kind) && !Number.isFinite(value)],
  ["type", (value, { schema }) => schema.type === "integer" && !Number.isInteger(value)],
  ["minLength", (value, { schema }) => typeof value === "string" && [...value].length < schema.minLength],
  ["maxLength", (value, { schema }) => typeof value === "string" && [...value].length > schema.maxLength],
  ["format", (value, { kind }) => kind === "email" && !MAIL.test(value)],
  ["format", (value, { kind }) => kind === "url" && !URL.canParse(value)],
  ["minimum", (value, { schema }) => typeof value === "number" && value < schema.minimum],
  ["maximum", (value, { schema }) => typeof value === "number" && value > schema.maximum],
  ["minItems", (value, { schema }) => Array.isArray(value) && value.length < schema.minItems],
  ["maxItems", (value, { schema }) => Array.isArray(value) && value.length > schema.maxItems],
];

/**
 * The name of the rule that a value breaks, as JSON Schema calls it; null if it breaks none.
 *
 * @param value undefined where nothing was given
 */
export function brokenRule(field, value, needed) {
  if (value === undefined || (field.schema.const === true && value !== true)) return needed ? "required" : null;
  return RULES.find(([, breaks]) => breaks(value, field))?.[0] ?? null;
}
