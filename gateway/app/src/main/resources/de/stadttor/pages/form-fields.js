// What a form asks for: its JSON Schema and its hints, read as sections of fields. Knows nothing of a page.
//
// The hints are FormPresentation in openapi/desk.yaml; all of them are optional, every text is by language. A field
// inside of an object is named outer.inner, as in the texts of a form. What no section names comes last, in the schema's
// order, so that no hint can hide a field.

const DEEPEST = 3;
const LONG_TEXT = 250;
const FEW_CHOICES = 6;
const WIDGETS = new Map([["text", "text"], ["textarea", "long"], ["date", "date"], ["email", "email"], ["tel", "tel"]]);
const BY_FORMAT = new Map([["email", "email"], ["uri", "url"], ["date", "date"], ["time", "time"], ["date-time", "moment"]]);
const BY_TYPE = new Map([["number", "number"], ["integer", "number"], ["boolean", "yes"]]);

/** A text of a map by language: the language's, else German, else null. */
export function inLanguage(texts, language) {
  return texts?.[language] ?? texts?.de ?? null;
}

/**
 * The sections of a form. A field:
 *   name, pointer (JSON pointer into the submission), label, help (or null), kind, required, autocomplete (or null),
 *   rows, choices [{value, label}] (of radio, select and several), schema (its own), within (pointers of optional
 *   objects)
 * @param {string} base where the values stand in the submission
 * @returns {{sections: {title: string|null, help: string|null, fields: object[]}[], unsupported: string[]}} unsupported: pointers of what
 *     no page can ask for
 */
export function readFields(definition, language, base) {
  const reading = { definition, language, hints: definition.presentation?.fields ?? {}, found: [], unsupported: [] };
  collect(reading, definition.schema, { name: "", pointer: base, group: null, within: [], depth: 0 });
  return { sections: arranged(reading), unsupported: reading.unsupported };
}

function collect(reading, schema, at) {
  const required = new Set(schema.required ?? []);
  for (const [key, given] of Object.entries(schema.properties ?? {})) {
    const own = resolved(reading.definition.schema, given);
    const name = at.name ? `${at.name}.${key}` : key;
    const pointer = `${at.pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (own?.type === "object" && own.properties && at.depth < DEEPEST) {
      const within = required.has(key) ? at.within : [...at.within, pointer];
      collect(reading, own, { name, pointer, group: label(reading, name, own), within, depth: at.depth + 1 });
    } else {
      add(reading, { name, pointer, schema: own, required: required.has(key), group: at.group, within: at.within });
    }
  }
}

function add(reading, field) {
  const items = resolved(reading.definition.schema, field.schema?.items);
  const kind = kindOf(field.schema, items, reading.hints[field.name]?.widget, field.required);
  if (!kind) {
    reading.unsupported.push(field.pointer);
    return;
  }
  reading.found.push({
    ...field,
    kind,
    required: field.required && (kind !== "yes" || field.schema.const === true),
    always: field.required,
    label: label(reading, field.name, field.schema),
    help: inLanguage(reading.hints[field.name]?.help, reading.language) ?? field.schema.description ?? null,
    rows: reading.hints[field.name]?.rows ?? 5,
    autocomplete: reading.hints[field.name]?.autocomplete ?? ({ email: "email", tel: "tel" }[kind] ?? null),
    choices: choices(reading, field.name, kind === "several" ? items : field.schema),
  });
}

/** Only references inside of the schema itself; one that leads nowhere, or round in a circle, is no field. */
function resolved(root, schema) {
  let found = schema;
  for (let steps = 0; found?.$ref !== undefined; steps++) {
    if (steps > DEEPEST || !found.$ref.startsWith("#/")) return null;
    const way = found.$ref.slice(2).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    found = way.reduce((inner, part) => (inner && Object.hasOwn(inner, part) ? inner[part] : null), root);
  }
  return found;
}

function kindOf(schema, items, widget, required) {
  if (!schema) return null;
  if (constants(schema)) return kindOfOne(schema, widget, required);
  if (schema.type === "array") return kindOfMany(items);
  if (schema.const === true) return "yes";
  if (schema.type !== "string") return BY_TYPE.get(schema.type) ?? null;
  if (BY_FORMAT.has(schema.format)) return BY_FORMAT.get(schema.format);
  return WIDGETS.get(widget) ?? ((schema.maxLength ?? 0) > LONG_TEXT ? "long" : "text");
}

/** A choice that need not be made must be possible to take back, which radio buttons do not allow. */
function kindOfOne(schema, widget, required) {
  if (widget === "radio" || widget === "select") return widget;
  return required && constants(schema).length < FEW_CHOICES ? "radio" : "select";
}

function kindOfMany(items) {
  if (items && constants(items)) return "several";
  return items?.type === "string" ? "lines" : null;
}

/** The values of an enum or of a oneOf of constants (with their titles); null for anything else. */
function constants(schema) {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => ({ value, label: String(value) }));
  const all = Array.isArray(schema.oneOf) && schema.oneOf.every((one) => Object.hasOwn(one, "const"));
  return all ? schema.oneOf.map((one) => ({ value: one.const, label: one.title ?? String(one.const) })) : null;
}

function choices(reading, name, schema) {
  const labels = reading.hints[name]?.options ?? {};
  return constants(schema)?.map(({ value, label: usual }) => ({
    value,
    label: inLanguage(labels[String(value)], reading.language) ?? usual,
  }));
}

function label(reading, name, schema) {
  return inLanguage(reading.hints[name]?.label, reading.language) ?? schema.title ?? name;
}

function arranged(reading) {
  const left = new Map(reading.found.map((field) => [field.name, field]));
  const taken = (name) => {
    const field = left.get(name);
    left.delete(name);
    return field ? [field] : [];
  };
  const named = (reading.definition.presentation?.sections ?? []).map((section) => ({
    title: inLanguage(section.title, reading.language),
    help: inLanguage(section.help, reading.language),
    fields: (section.fields ?? []).flatMap(taken),
  }));
  const rest = Map.groupBy(left.values(), (field) => field.group);
  const others = [...rest].map(([title, fields]) => ({ title, help: null, fields }));
  return [...named, ...others].filter((section) => section.fields.length > 0);
}
