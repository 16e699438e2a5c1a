// What search answered as groups of options, which are links.
export function optionsOf({ data, kinds, offers, total }, all) {
  const groups = [];
  for (const { kind, label, count } of kinds) {
    const found = data.filter((each) => each.kind === kind);
    if (found.length) groups.push(groupOf(`${label} ${count}`, found.map(matchOf)));
  }
  if (offers.length) groups.push(groupOf("", offers.map((offer) => offerOf(offer, all.action))));
  if (total > data.length) groups.push(groupOf("", [optionOf(all.href, [textOf("title", [{ text: all.text }])])]));
  [...groups.flatMap((group) => [...group.querySelectorAll("[role=option]")])].forEach((option, number) => {
    option.id = `palette-option-${number}`;
  });
  return groups;
}

function groupOf(label, options) {
  const group = elementOf("div", "palette__group");
  group.setAttribute("role", "group");
  if (label) {
    group.setAttribute("aria-label", label);
    const heading = elementOf("div", "palette__kind");
    heading.textContent = label;
    heading.setAttribute("aria-hidden", "true");
    group.append(heading);
  }
  group.append(...options);
  return group;
}

// Addresses of the API name the public host; the reader stays where the page is.
function matchOf({ title_parts, preview_parts, href }) {
  const { pathname, search, hash } = new URL(href);
  return optionOf(pathname + search + hash, [textOf("title", title_parts), textOf("preview", preview_parts)]);
}

function offerOf({ query, count }, action) {
  const href = `${action}?${new URLSearchParams({ q: query })}`;
  return optionOf(href, [textOf("title", [{ text: query }]), textOf("preview", [{ text: String(count) }])]);
}

function optionOf(href, texts) {
  const option = elementOf("a", "palette__option");
  Object.assign(option, { href, tabIndex: -1 });
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(...texts);
  return option;
}

function textOf(name, parts) {
  const text = elementOf("span", `palette__${name}`);
  text.append(
    ...parts.map((part) => (part.is_match ? Object.assign(elementOf("mark"), { textContent: part.text }) : part.text)),
  );
  return text;
}

function elementOf(kind, name = "") {
  const element = document.createElement(kind);
  if (name) element.className = name;
  return element;
}
