// The reader's deck in this browser: the query of its address, as the server writes it. Nothing leaves the browser.
const KEY = "deck";
const EDITED = "deck-edited"; // in this tab: the next page of a deck is the reader's own work
const READABLE = { "%2F": "/", "%3A": ":", "%2C": ",", "%3F": "?", "%3D": "=", "%28": "(", "%29": ")", "%7E": "~" };

export const normal = (query) => new URLSearchParams(query).toString();

// As people can read it in the address bar; the server takes either form.
export const readable = (parameters) =>
  parameters
    .toString()
    .replace(/\+/g, "%20")
    .replace(/%(2F|3A|2C|3F|3D|28|29|7E)/g, (sign) => READABLE[sign]);

// Browsers may refuse to keep anything: then the deck lives in its address alone.
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

export const stored = () => new URLSearchParams(attempt(() => localStorage.getItem(KEY)) || "");

export function keep(parameters) {
  return attempt(() => {
    if (parameters.has("exhibit")) localStorage.setItem(KEY, parameters.toString());
    else localStorage.removeItem(KEY);
    return true;
  });
}

export const noteEdit = () => attempt(() => sessionStorage.setItem(EDITED, "1"));

export function wasEdited() {
  const edited = attempt(() => sessionStorage.getItem(EDITED)) === "1";
  attempt(() => sessionStorage.removeItem(EDITED));
  return edited;
}
