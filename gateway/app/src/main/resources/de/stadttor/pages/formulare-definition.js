// A form's definition as its builder changes it. Every function gives a new definition and leaves the given one alone.

/** What a field can be, in words of the builder: how it stands in schema and presentation. */
export const TYPES = {
  text: { schema: { type: "string", maxLength: 200 } },
  long: { schema: { type: "string", maxLength: 5000 }, widget: "textarea" },
  number: { schema: { type: "number" } },
  whole: { schema: { type: "integer" } },
  yes: { schema: { type: "boolean" } },
  date: { schema: { type: "string", format: "date" } },
  email: { schema: { type: "string", format: "email", maxLength: 254 } },
  tel: { schema: { type: "string", maxLength: 40 }, widget: "tel" },
  choice: { schema: { type: "string", enum: ["A", "B"] } },
  several: { schema: { type: "array", uniqueItems: true, items: { type: "string", enum: ["A", "B"] } } },
};

export function newDefinition(queue) {
  return {
    schema: {
      type: "object",
      additionalProperties: false,
      required: ["anliegen"],
      properties: { anliegen: { type: "string", minLength: 1, maxLength: 200 } },
    },
    example: { anliegen: "Ein Beispiel" },
    submitLevel: "basic",
    readLevel: "basic",
    queue,
    retentionDays: 365,
    serviceKey: null,
    page: { open: false, files: 0, presentation: { fields: { anliegen: { label: { de: "Ihr Anliegen", en: "Your concern" } } } } },
    texts: { de: { title: "Neues Formular", subject: "Anliegen: {anliegen}", text: "{anliegen}" } },
  };
}

/** The fields in the schema's order; what this builder cannot edit has the type null. */
export function fieldsOf(definition) {
  return Object.entries(definition.schema.properties ?? {}).map(([name, schema]) => ({
    name,
    schema,
    hints: hintsOf(definition)[name] ?? {},
    type: typeOf(schema, hintsOf(definition)[name]?.widget),
    required: (definition.schema.required ?? []).includes(name),
    choices: schema.enum ?? schema.items?.enum ?? null,
  }));
}

export function addField(definition) {
  const taken = definition.schema.properties ?? {};
  let number = Object.keys(taken).length + 1;
  while (Object.hasOwn(taken, `feld${number}`)) number++;
  const name = `feld${number}`;
  const changed = structuredClone(definition);
  changed.schema.properties = { ...taken, [name]: { ...TYPES.text.schema } };
  return withHints(changed, name, { label: { de: `Feld ${number}` } });
}

export function moveField(definition, name, by) {
  const entries = Object.entries(definition.schema.properties);
  const from = entries.findIndex(([key]) => key === name);
  const to = from + by;
  if (to < 0 || to >= entries.length) return definition;
  entries.splice(to, 0, ...entries.splice(from, 1));
  const changed = structuredClone(definition);
  changed.schema.properties = Object.fromEntries(entries);
  return changed;
}

export function removeField(definition, name) {
  const changed = requireField(structuredClone(definition), name, false);
  delete changed.schema.properties[name];
  delete changed.example[name];
  delete hintsOf(changed)[name];
  for (const section of changed.page?.presentation?.sections ?? []) section.fields = section.fields.filter((field) => field !== name);
  return changed;
}

/** Under its other name a field stays where it was, in its section, in the texts and in the example. */
export function renameField(definition, name, other) {
  const renamed = (key) => (key === name ? other : key);
  const changed = structuredClone(definition);
  changed.schema.properties = renamedKeys(changed.schema.properties, renamed);
  if (changed.schema.required) changed.schema.required = changed.schema.required.map(renamed);
  changed.example = renamedKeys(changed.example, renamed);
  if (changed.page?.presentation?.fields) changed.page.presentation.fields = renamedKeys(changed.page.presentation.fields, renamed);
  for (const section of changed.page?.presentation?.sections ?? []) section.fields = section.fields.map(renamed);
  for (const text of Object.values(changed.texts)) {
    for (const key of ["subject", "text"]) text[key] = text[key]?.replaceAll(`{${name}}`, `{${other}}`);
  }
  return changed;
}

/** A field of another kind begins anew, with its labels. */
export function retypeField(definition, name, type) {
  const changed = structuredClone(definition);
  const { title, description } = changed.schema.properties[name];
  changed.schema.properties[name] = { ...TYPES[type].schema, ...(title && { title }), ...(description && { description }) };
  delete changed.example[name];
  return withHints(changed, name, { widget: TYPES[type].widget, options: undefined });
}

/** @param {object} rules keywords of the field's schema; an undefined one is taken away */
export function limitField(definition, name, rules) {
  const changed = structuredClone(definition);
  changed.schema.properties[name] = defined({ ...changed.schema.properties[name], ...rules });
  return changed;
}

export function chooseFrom(definition, name, choices) {
  const schema = definition.schema.properties[name];
  const changed = limitField(definition, name, schema.items ? { items: { ...schema.items, enum: choices } } : { enum: choices });
  const options = changed.page?.presentation?.fields?.[name]?.options ?? {};
  const kept = Object.entries(options).filter(([choice]) => choices.includes(choice));
  return withHints(changed, name, { options: kept.length > 0 ? Object.fromEntries(kept) : undefined });
}

export function requireField(definition, name, required) {
  const changed = structuredClone(definition);
  const others = (changed.schema.required ?? []).filter((key) => key !== name);
  changed.schema.required = required ? [...others, name] : others;
  return changed;
}

/** @param {"label"|"help"} hint */
export function sayOfField(definition, name, hint, language, text) {
  const said = defined({ ...hintsOf(definition)[name]?.[hint], [language]: text || undefined });
  return withHints(structuredClone(definition), name, { [hint]: said.de ? said : undefined });
}

function withHints(changed, name, hints) {
  changed.page ??= { open: false };
  changed.page.presentation ??= {};
  changed.page.presentation.fields ??= {};
  const all = changed.page.presentation.fields;
  all[name] = defined({ ...all[name], ...hints });
  if (Object.keys(all[name]).length === 0) delete all[name];
  return changed;
}

function hintsOf(definition) {
  return definition.page?.presentation?.fields ?? {};
}

function typeOf(schema, widget) {
  if (schema.type === "array") return schema.items?.enum ? "several" : null;
  if (schema.enum) return "choice";
  if (schema.type === "string") {
    if (schema.format) return { date: "date", email: "email" }[schema.format] ?? null;
    return { textarea: "long", tel: "tel" }[widget] ?? "text";
  }
  return { number: "number", integer: "whole", boolean: "yes" }[schema.type] ?? null;
}

function renamedKeys(object, renamed) {
  return Object.fromEntries(Object.entries(object ?? {}).map(([key, value]) => [renamed(key), value]));
}

function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
