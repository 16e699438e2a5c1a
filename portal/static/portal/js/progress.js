// How far a chapter is read, for browsers whose style sheets cannot tell; nothing for those who want nothing to move.
const bar = document.querySelector(".progress");
const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

function show() {
  const way = document.documentElement.scrollHeight - window.innerHeight;
  bar.style.setProperty("--read", way > 0 ? Math.min(window.scrollY / way, 1).toFixed(4) : 0);
}

if (bar && !isStill && !CSS.supports("animation-timeline: scroll()")) {
  bar.classList.add("progress--measured");
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      show();
    });
  };
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask, { passive: true });
  show();
}
