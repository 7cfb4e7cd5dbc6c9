// The words of a rendered form, by language. German where a language is missing.

const TEXTS = {
  de: {
    choose: "Bitte wählen",
    optional: "(freiwillig)",
    one: "Eine Angabe je Zeile.",
    files: "Dateien",
    filesHelp: (most, megabytes) => `Höchstens ${most}, zusammen bis ${megabytes} MB.`,
    summary: "Bitte prüfen Sie Ihre Angaben:",
    rules: {
      required: () => "Bitte füllen Sie dieses Feld aus.",
      type: () => "Bitte geben Sie eine Zahl ein.",
      minLength: ({ minLength }) => `Bitte geben Sie mindestens ${minLength} Zeichen ein.`,
      maxLength: ({ maxLength }) => `Bitte geben Sie höchstens ${maxLength} Zeichen ein.`,
      minimum: ({ minimum }) => `Bitte geben Sie eine Zahl ab ${minimum} ein.`,
      maximum: ({ maximum }) => `Bitte geben Sie eine Zahl bis ${maximum} ein.`,
      minItems: ({ minItems }) => `Bitte wählen Sie mindestens ${minItems} aus.`,
      maxItems: ({ maxItems }) => `Bitte wählen Sie höchstens ${maxItems} aus.`,
      format: () => "Diese Angabe ist so nicht richtig geschrieben.",
      tooMany: () => "Das sind zu viele Dateien.",
      tooLarge: () => "Die Dateien sind zusammen zu groß.",
      other: () => "Diese Angabe passt so nicht.",
    },
  },
  en: {
    choose: "Please choose",
    optional: "(optional)",
    one: "One entry a line.",
    files: "Files",
    filesHelp: (most, megabytes) => `At most ${most}, together up to ${megabytes} MB.`,
    summary: "Please check what you entered:",
    rules: {
      required: () => "Please fill in this field.",
      type: () => "Please enter a number.",
      minLength: ({ minLength }) => `Please enter at least ${minLength} characters.`,
      maxLength: ({ maxLength }) => `Please enter at most ${maxLength} characters.`,
      minimum: ({ minimum }) => `Please enter a number from ${minimum}.`,
      maximum: ({ maximum }) => `Please enter a number up to ${maximum}.`,
      minItems: ({ minItems }) => `Please choose at least ${minItems}.`,
      maxItems: ({ maxItems }) => `Please choose at most ${maxItems}.`,
      format: () => "This is not written as it should be.",
      tooMany: () => "These are too many files.",
      tooLarge: () => "The files are too large together.",
      other: () => "This does not fit.",
    },
  },
};

export function textsIn(language) {
  return TEXTS[language] ?? TEXTS.de;
}

/** What to say about a broken rule of a field. */
export function ruleText(texts, rule, schema) {
  return (Object.hasOwn(texts.rules, rule) ? texts.rules[rule] : texts.rules.other)(schema);
}
