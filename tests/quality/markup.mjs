// Rules of html-validate: all that it recommends. What is set otherwise says why.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Left by templates where a tag stood; gone when a page is compressed.
    "no-trailing-whitespace": "off",
    // HTML knows one doctype, in either case; ours is the one that Django's own pages have.
    "doctype-style": ["error", { style: "lowercase" }],
    // Files of our own server are named by what they hold, and the policy lets no others in.
    "require-sri": ["error", { target: "crossorigin" }],
    // Several values of one filter are several boxes or lists of one name.
    "form-dup-name": "off",
    // ARIA 1.2 lets a list have a name, and browsers read it out.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // What scrolls by itself is reached by Tab and named; pre and div with the role region are what it wraps.
    // What search finds while one types has titles and numbers, which an option of a select cannot hold.
    "prefer-native-element": ["error", { exclude: ["region", "listbox"] }],
    // The title of a question is its wording: cut, it would be another question.
    "long-title": "off",
  },
};
