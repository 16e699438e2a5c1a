// How far a chapter is read, for browsers whose style sheets cannot tell; nothing for those who want nothing to move.
const progress = document.querySelector(".progress");

// A block of its own: names of scripts that are no modules are those of the whole page.
if (
  progress &&
  !window.matchMedia("(prefers-reduced-motion: reduce)").matches &&
  !CSS.supports("animation-timeline: scroll()")
) {
  let isAsked = false;
  const measure = () => {
    isAsked = false;
    const way = document.documentElement.scrollHeight - window.innerHeight;
    progress.style.setProperty("--read", way > 0 ? Math.min(window.scrollY / way, 1).toFixed(4) : 0);
  };
  const ask = () => {
    if (!isAsked) requestAnimationFrame(measure);
    isAsked = true;
  };
  progress.classList.add("progress--measured");
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask, { passive: true });
  measure();
}
